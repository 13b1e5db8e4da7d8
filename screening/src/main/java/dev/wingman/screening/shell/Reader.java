package dev.wingman.screening.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wingman.screening.shell.Word.Inner;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.pairs.Closings;
import dev.wingman.screening.shell.pairs.Stretches;
import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Variables;

/// Reads a text into words, once from left to right. A command line is read by a shell's rules and may turn out to be unreadable;
/// in prose an apostrophe is ordinary, a quotation has both its ends near, and inline code goes on with its sentence.
public final class Reader {
    /// How long a quotation in prose may be, and a text whose output is worked out.
    static final int QUOTATION = 2000;
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
    private final Backticks backticks = new Backticks();
    private final Stretches asides = new Stretches();
    private Gap gap = Gap.COMMAND;
    private boolean table;
    private boolean json;
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
        return Words.of(reader.words, reader.unreadable, reader.backticks.spans(), reader.asides.spans());
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
            case '`' -> backticks.read(this);
            case '(' -> Signs.opening(this);
            case ')' -> Signs.closing(this);
            case '{', '}', '[', ']' -> Brackets.read(this, c);
            case '|' -> Signs.pipe(this);
            case ';' -> semicolon();
            case '&' -> Signs.ampersand(this);
            case '<', '>' -> Redirects.read(this, c);
            case ',', ':' -> Signs.betweenQuotes(this, c);
            case '\\' -> Signs.backslash(this);
            case '$' -> Dollar.read(this, false);
            case '#' -> comment();
            case '^' -> Signs.caret(this);
            case '%' -> Dollar.percent(this);
            default -> letter(c);
        }
    }

    /// At the beginning of inline code nothing stands before it that it could end: "names such as `; rm x`".
    private void semicolon() {
        if (!open.isEmpty() || !backticks.isOpenAt(words.size())) {
            close(Gap.COMMAND);
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

    /// Whether the text goes on so far behind this place.
    boolean hasMore(int ahead) {
        return at + ahead < text.length();
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

    /// A bracket of a sentence opens here.
    void opensAside() {
        asides.open(words.size());
    }

    void closesAside() {
        asides.close(words.size());
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

    /// Behind `#` nothing runs, but a worker may still read it: quotes count for nothing there.
    private void comment() {
        if (open.isEmpty() && strict) {
            strictHere = false;
        } else {
            append('#');
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
        json = !strict && Json.isLine(text, first);
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

    /// Whether the line is a row of a table.
    boolean isInTable() {
        return table;
    }

    /// Whether a line begins here.
    boolean isAtLine() {
        return open.isEmpty() && gap.compareTo(Gap.LINE) >= 0;
    }

    /// Whether the line is JSON.
    boolean isInJson() {
        return json;
    }

    /// What comes next reads what came before.
    void pipes() {
        gap = Gap.PIPE;
    }

    void close(Gap next) {
        if (open.isEmpty()) {
            gap = gap.compareTo(next) >= 0 ? gap : next;
            return;
        }
        gap = open.close(this, gap, next);
    }
}
