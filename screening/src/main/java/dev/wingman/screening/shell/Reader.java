package dev.wingman.screening.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wingman.screening.shell.Word.Inner;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Variables;

/// Reads a text into words, once from left to right. A command line is read by a shell's rules and may turn out to be unreadable;
/// in prose an apostrophe is ordinary, a quotation has both its ends near, and inline code goes on with its sentence.
public final class Reader {
    private static final String QUOTES = "'\"";
    private static final int QUOTATION = 2000;
    private static final int DEEPEST = 3;

    final Source source;
    final String text;
    final boolean strict;
    final Variables variables;
    final Writing open = new Writing();
    final List<Word> words = new ArrayList<>();
    int at;
    private final Closings closings;
    private final int depth;
    private final Heredocs heredocs = new Heredocs();
    private Gap gap = Gap.COMMAND;
    private final Code code = new Code();
    private boolean table;
    private boolean fenced;
    private boolean strictHere;
    private int unreadable = -1;

    private Reader(Source source, boolean strict, Variables variables, int depth) {
        this.depth = depth;
        this.source = source;
        this.text = source.text();
        this.strict = strict;
        this.strictHere = strict;
        this.variables = variables;
        this.closings = new Closings(text, strict);
    }

    /// The words of a text.
    ///
    /// @param strict whether a shell will read it, not a person
    public static Words read(Source source, boolean strict, Variables variables) {
        return read(source, strict, variables, 0);
    }

    private static Words read(Source source, boolean strict, Variables variables, int depth) {
        var reader = new Reader(source, strict, variables, depth);
        reader.lineBegins();
        while (reader.at < reader.text.length()) {
            if (!reader.plainWord()) {
                reader.step();
                reader.at++;
            }
        }
        reader.at = reader.text.length();
        reader.close(Gap.SPACE);
        return Words.of(reader.words, reader.unreadable, reader.code.spans());
    }

    /// Whether a shell would find nothing to do in it but one word.
    static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!Variables.isNamePart(c) && "-./:@+%=,~".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Takes a word of small letters between blanks in one go: most words of a text are such, and mean nothing to a shell.
    private boolean plainWord() {
        var end = at;
        while (end < text.length() && isSmall(text.charAt(end))) {
            end++;
        }
        if (end == at || end == text.length() || !open.isReadyFor(this)) {
            return false;
        }
        var next = text.charAt(end);
        var mark = (next == ',' || next == '.') && end + 1 < text.length() && isBlank(text.charAt(end + 1))
                ? next
                : ' ';
        if (mark == ' ' && !isBlank(next)) {
            return false;
        }
        gap = open.take(this, end, gap, mark);
        at = mark == ' ' ? end : end + 1;
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private void step() {
        var c = text.charAt(at);
        switch (c) {
            case '\n', '\r' -> newline();
            case ' ', '\t', '\f', '\u000b' -> close(Gap.SPACE);
            case '\'', '"' -> Quotes.read(this, c);
            case '`' -> backtick();
            case '(' -> parenthesis();
            case ')' -> {
                close(Gap.CODE);
                group();
            }
            case '{', '}', '[', ']' -> Brackets.read(this, c);
            case '|' -> pipe();
            case ';' -> close(Gap.COMMAND);
            case '&' -> ampersand();
            case '<', '>' -> Redirects.read(this, c);
            case ',', ':' -> betweenQuotes(c);
            case '\\' -> backslash();
            case '$' -> Dollar.read(this, false);
            case '#' -> comment();
            case '^' -> caret();
            case '%' -> percent();
            default -> letter(c);
        }
    }

    /// Chinese and Japanese need no blank before a command.
    private void letter(char c) {
        if (!strict && (c >= 0x3040 || at > 0 && text.charAt(at - 1) >= 0x3040) && at > 0 && !open.isEmpty()
                && isIdeograph(c) != isIdeograph(text.charAt(at - 1))
                && Character.isLetter(c) && Character.isLetter(text.charAt(at - 1))) {
            close(Gap.CODE);
        }
        var end = at + 1;
        while (c < 0x80 && end < text.length() && isSmall(text.charAt(end))) {
            end++;
        }
        open.append(text, at, end, source);
        at = end - 1;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x3040 && c < 0xac00;
    }

    char peek(int ahead) {
        var index = at + ahead;
        return index >= 0 && index < text.length() ? text.charAt(index) : '\n';
    }

    void append(char c) {
        open.append(c, source.start(at), source.end(at + 1));
    }

    /// Text that an expansion gives, split into words where a shell would split it.
    void expand(String value, boolean quoted) {
        for (var i = 0; i < value.length(); i++) {
            if (!quoted && (value.charAt(i) <= ' ' || variables.separates(value.charAt(i)))) {
                close(Gap.SPACE);
            } else {
                append(value.charAt(i));
            }
        }
    }

    void inner(int begin, int end, Kind kind) {
        open.inside(new Inner(source.part(begin, end), kind), source.start(begin), source.end(end));
    }

    int matching(int opening) {
        return closings.parenthesis(opening);
    }

    void fails(int index) {
        if (strict && unreadable < 0) {
            unreadable = source.start(index);
        }
    }

    void heredoc(String end, boolean indented) {
        heredocs.expect(end, indented);
    }

    boolean hasBlank(int end) {
        for (var i = at; i < end; i++) {
            if (text.charAt(i) == ' ') {
                return true;
            }
        }
        return false;
    }

    /// Where the quote ends that begins here, or -1.
    int closing(char quote) {
        return closings.quote(at, quote);
    }

    boolean isStrictHere() {
        return strictHere;
    }

    private void backtick() {
        if (strict) {
            substitution();
            return;
        }
        if (text.startsWith("``", at + 1)) {
            fence();
            return;
        }
        if (!open.isEmpty() && peek(1) == '`') {
            at++;
            return;
        }
        var inWord = !open.isEmpty() && Variables.isNamePart(peek(-1)) && Variables.isNamePart(peek(1));
        var close = closings.quote(at, '`');
        if (inWord && (close < 0 || close - at > QUOTATION || hasBlank(close))) {
            return;
        }
        if (close > at && close - at < QUOTATION && Output.mayBegin(text, at + 1)) {
            var output = output(at + 1, close);
            if (output.isPresent()) {
                inner(at + 1, close, Kind.SUBSTITUTION);
                expand(output.get(), false);
                at = close;
                return;
            }
        }
        close(Gap.CODE);
        code.mark(at, close > at && close - at < QUOTATION ? close : -1, words.size());
    }

    /// What a command prints, when that can be told without running it.
    Optional<String> output(int begin, int end) {
        return depth < DEEPEST && end - begin < QUOTATION
                ? Output.of(read(source.part(begin, end), strict, variables, depth + 1))
                : Optional.empty();
    }

    void substitution() {
        var end = closings.quote(at, '`');
        if (end < 0) {
            fails(at);
            return;
        }
        Dollar.substitute(this, at + 1, end, false);
        at = end;
    }

    /// The language that a fence names is no command.
    private void fence() {
        close(fenced ? Gap.SENTENCE : Gap.FENCE);
        fenced = !fenced;
        while (peek(1) == '`') {
            at++;
        }
        if (words.isEmpty() || gap.compareTo(Gap.LINE) >= 0) {
            var end = at + 1;
            while (end < text.length() && Variables.isNamePart(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
                at = end - 1;
            }
        }
    }

    private void parenthesis() {
        if (peek(1) == ')' && !open.isEmpty()) {
            open.beginsFunction();
        }
        close(Gap.CODE);
    }

    /// A group's output goes into a pipe as that of its last command.
    void group() {
        var next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next + 1 < text.length() && text.charAt(next) == '|' && text.charAt(next + 1) != '|' && !table) {
            gap = Gap.PIPE;
        }
    }

    private void pipe() {
        if (peek(1) == '|') {
            at++;
            close(Gap.COMMAND);
            return;
        }
        if (peek(1) == '&') {
            at++;
        }
        if (table && open.isEmpty() && gap.compareTo(Gap.LINE) >= 0) {
            // It opens the row.
            return;
        }
        close(table ? Gap.CELL : Gap.PIPE);
    }

    private void ampersand() {
        if (peek(1) == '>') {
            close(Gap.SPACE);
        } else {
            close(Gap.COMMAND);
        }
    }

    /// Between quoted words, as in `["rm", "-rf"]`, a comma separates; elsewhere it belongs to its word.
    private void betweenQuotes(char c) {
        if (QUOTES.indexOf(peek(-1)) >= 0 || QUOTES.indexOf(peek(1)) >= 0 || c == ',' && peek(-1) == ')') {
            append(c);
            close(Gap.SPACE);
        } else {
            append(c);
        }
    }

    private void backslash() {
        if (at + 1 == text.length()) {
            return;
        }
        at++;
        var escaped = text.charAt(at);
        if (escaped == '\r' && peek(1) == '\n') {
            at++;
        } else if (escaped != '\n' && (strict || QUOTES.indexOf(escaped) < 0)) {
            append(escaped);
        }
    }

    /// Behind `#` nothing runs, but a worker may still read it: quotes count for nothing there.
    private void comment() {
        if (open.isEmpty() && strict) {
            strictHere = false;
        } else {
            append('#');
        }
    }

    /// `cmd.exe` drops a caret: `d^el`.
    private void caret() {
        if (open.isEmpty() || !Character.isLetter(peek(-1)) || !Character.isLetter(peek(1))) {
            append('^');
        }
    }

    /// `%name%` is a variable of `cmd.exe`.
    private void percent() {
        var end = at + 1;
        while (end < text.length() && end < at + 32 && Variables.isNamePart(text.charAt(end))) {
            end++;
        }
        var value = end < text.length() && text.charAt(end) == '%'
                ? variables.expand(text.substring(at + 1, end))
                : Optional.<String>empty();
        if (value.isPresent()) {
            expand(value.get(), false);
            at = end;
        } else {
            append('%');
        }
    }

    /// A line that goes on with inline code continues the sentence of the line before.
    private void newline() {
        var continues = !strict && text.startsWith("`", at + 1) && !text.startsWith("```", at + 1);
        close(continues ? Gap.CODE : Gap.LINE);
        strictHere = strict;
        if (strict && heredocs.expected()) {
            at = heredocs.read(this);
        }
        at++;
        lineBegins();
        at--;
    }

    /// A line between two bars is a row of a table, not a pipeline.
    private void lineBegins() {
        var first = at;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        table = !strict && first < text.length() && text.charAt(first) == '|' && endsWithBar(first);
    }

    private boolean endsWithBar(int first) {
        var end = text.indexOf('\n', first);
        var last = (end < 0 ? text.length() : end) - 1;
        while (last > first && text.charAt(last) <= ' ') {
            last--;
        }
        return last > first && text.charAt(last) == '|';
    }

    void close(Gap next) {
        if (open.isEmpty()) {
            gap = gap.compareTo(next) >= 0 ? gap : next;
            return;
        }
        gap = open.close(this, gap, next);
    }
}
