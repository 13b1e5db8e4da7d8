package dev.wingman.screening.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Word.Inner;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.spelling.Source;

/// The word that is being read.
final class Writing {
    private static final Set<String> BULLETS = Set.of("-", "*", "+", "\u2022", "$", "#", "##", "###", "####", "%",
            "ps>");
    /// Behind them stands a name that gets values which nobody can tell: `for f in …`, `read -r f`.
    private static final Set<String> GIVING = Set.of("for", "foreach", "read", "-r", "select");
    /// Their full stop ends no sentence.
    private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "eg", "ie", "incl", "resp", "cf", "viz");
    private static final int LONGEST_ABBREVIATION = 4;
    private final StringBuilder text = new StringBuilder();
    private final List<Inner> inside = new ArrayList<>();
    private int[] origins = new int[64];
    private int start;
    private int end;
    private int quoteStart;
    private int quoteEnd = -1;
    /// How many words the item of a list has so far, at most two: items of one word each are the words of one command.
    private int listed;
    private boolean item;
    private boolean quoted;
    private boolean unknown;
    private boolean function;
    private char redirect = ' ';
    private String declared = "";

    boolean isEmpty() {
        return text.isEmpty() && inside.isEmpty();
    }

    String text() {
        return text.toString();
    }

    void append(char c, int from, int to) {
        begin(from);
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, 2 * origins.length);
        }
        origins[text.length()] = from;
        text.append(c);
        end = Math.max(end, to);
    }

    /// A stretch of a text in one go.
    void append(String letters, int from, int to, Source source) {
        begin(source.start(from));
        var length = text.length();
        if (length + to - from > origins.length) {
            origins = Arrays.copyOf(origins, 2 * (length + to - from));
        }
        for (var i = from; i < to; i++) {
            origins[length++] = source.start(i);
        }
        text.append(letters, from, to);
        end = Math.max(end, source.end(to));
    }

    void inside(Inner inner, int from, int to) {
        begin(from);
        inside.add(inner);
        end = Math.max(end, to);
    }

    private void begin(int from) {
        start = isEmpty() && !quoted ? from : Math.min(start, from);
        end = isEmpty() && !quoted ? from : end;
    }

    void quoted(int from, int to) {
        begin(from);
        quoteStart = quoted ? quoteStart : text.length();
        quoted = true;
        end = Math.max(end, to);
        quoteEnd = text.length();
    }

    /// Whether only quotes stand here so far.
    boolean endsWithQuote(int at) {
        return at > 0 && quoted && quoteEnd <= text.length();
    }

    /// Whether the word so far, or up to a quote, is what code may put before one.
    boolean isPrefix(int length) {
        return length > 0 && length <= 2 && Quotes.PREFIXES.contains(text.substring(0, length));
    }

    /// Whether the word so far, or up to a quote, is a flag of one letter, as in `-S'rm -rf'`.
    boolean isFlag(int length) {
        return length == 2 && text.charAt(0) == '-' && Character.isLetter(text.charAt(1));
    }

    /// Makes the word reach as far as its last bracket.
    void extend(int to) {
        end = Math.max(end, to);
    }

    int length() {
        return text.length();
    }

    void unknown() {
        unknown = true;
    }

    void beginsFunction() {
        function = true;
    }

    void redirects(char sign) {
        redirect = sign;
    }

    /// `2>` names a stream, not a word.
    boolean dropDescriptor() {
        if (text.length() == 1 && Character.isDigit(text.charAt(0)) && !quoted) {
            reset();
            return true;
        }
        return false;
    }

    private void reset() {
        text.setLength(0);
        inside.clear();
        quoted = false;
        unknown = false;
        redirect = ' ';
        function = false;
    }

    /// Whether a word of letters would be taken as it stands: nothing is begun, and no alias, function or assignment asks for it.
    boolean isReadyFor(Reader reader) {
        if (quoted || !isEmpty() || redirect != ' ' || unknown || function || !declared.isEmpty()
                || reader.variables.hasAliases()) {
            return false;
        }
        var previous = reader.words.isEmpty() ? "" : reader.words.getLast().text();
        return previous.isEmpty() || "=f-rs".indexOf(previous.charAt(0)) < 0
                || !previous.equals("=") && !previous.equals("function") && !GIVING.contains(previous);
    }

    /// Takes a word of small letters as it stands, and tells what separates the next one from it.
    Gap take(Reader reader, int to, Gap before, char mark) {
        listed = before == Gap.BULLET || item ? 1 : listed == 0 ? 0 : 2;
        item = false;
        reader.words.add(Word.letters(reader.text.substring(reader.at, to), reader.source.start(reader.at),
                reader.source.end(mark == ' ' ? to : to + 1), before, mark));
        return after(mark);
    }

    /// Ends the word, and tells what separates the next one from it.
    Gap close(Reader reader, Gap before, Gap next) {
        var gap = before;
        if (!reader.strict && gap.compareTo(Gap.LINE) >= 0 && !quoted && isBullet()) {
            var heading = text.charAt(0) == '#';
            reset();
            if (heading) {
                // It begins no item, and ends the list before it.
                return stronger(Gap.LINE, gap);
            }
            item = listed == 1;
            return item ? Gap.SPACE : stronger(Gap.BULLET, gap);
        }
        if (!reader.strict && !quoted && isMarkBehindCode(reader, gap)) {
            var mark = text.charAt(0);
            reader.words.set(reader.words.size() - 1, reader.words.getLast().ending(mark));
            reset();
            return stronger(stronger(gap, next), after(mark));
        }
        if (!text.isEmpty() && text.charAt(0) == 'E' && text.indexOf("Exec") == 0 && text.indexOf("=") > 0) {
            var key = text.indexOf("=") + 1;
            skip(key);
            quoteStart = Math.max(0, quoteStart - key);
            gap = gap.compareTo(Gap.CODE) > 0 ? gap : Gap.CODE;
        }
        var punctuation = quoted && !reader.strict && text.indexOf(" ") > 0 ? ' ' : punctuation();
        quoteStart = Math.min(quoteStart, text.length());
        if (quoted && !Reader.isPlain(text.toString())) {
            inside.add(new Inner(string(), Kind.STRING));
            if (isPrefix(quoteStart) || isFlag(quoteStart)) {
                inside.add(new Inner(string(quoteStart), Kind.STRING));
            }
        }
        listed = gap == Gap.BULLET || item ? 1 : listed == 0 ? 0 : 2;
        item = false;
        var abbreviated = !reader.strict && text.length() <= LONGEST_ABBREVIATION
                && ABBREVIATIONS.contains(text.toString());
        add(reader, gap, punctuation);
        reset();
        return stronger(next, punctuation == ':' && reader.strict
                ? Gap.SPACE
                : abbreviated ? Gap.CODE : after(punctuation));
    }

    /// How strongly a mark separates.
    private static Gap after(char mark) {
        return ".!?".indexOf(mark) >= 0 ? Gap.SENTENCE : mark == ':' ? Gap.CODE : Gap.SPACE;
    }

    /// Behind inline code, a bracket or emphasis stands the mark of a sentence: it belongs to the word before.
    private boolean isMarkBehindCode(Reader reader, Gap gap) {
        if (reader.words.isEmpty() || gap.compareTo(Gap.CODE) > 0 || text.length() > 3) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (".,:!?".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && "`)]}*".indexOf(reader.peek(-text.length() - 1)) >= 0;
    }

    /// What was quoted, without the name to which it is given: `alias.x='!rm'`.
    private Source string() {
        var begin = quoteStart > 0 && "=:".indexOf(text.charAt(quoteStart - 1)) >= 0 ? quoteStart : 0;
        return string(begin);
    }

    private Source string(int begin) {
        return Source.mapped(text.substring(begin), Arrays.copyOfRange(origins, begin, text.length()), start, end);
    }

    private void add(Reader reader, Gap gap, char punctuation) {
        var word = text.toString();
        var words = reader.words;
        var previous = words.isEmpty() ? "" : words.getLast().text();
        var begins = gap != Gap.SPACE;
        if (previous.equals("alias") && word.indexOf('=') > 0) {
            var equals = word.indexOf('=');
            reader.variables.alias(word.substring(0, equals), word.substring(equals + 1));
        }
        if (!reader.strict && previous.equals("=") && words.size() > 1 && !unknown) {
            reader.variables.assign(words.get(words.size() - 2).text() + '=' + word);
        }
        if (GIVING.contains(previous)) {
            reader.variables.forget(word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('=')));
        } else {
            reader.variables.assign(punctuation == ',' ? word + ',' : word);
        }
        if (!declared.isEmpty()) {
            reader.variables.alias(declared, word);
        }
        declared = function || previous.equals("function") ? word : "";
        var meaning = begins && declared.isEmpty() ? reader.variables.aliasOf(word) : Optional.<String>empty();
        if (meaning.isPresent()) {
            var gapHere = gap;
            for (var part : meaning.get().split("\\s+")) {
                words.add(Word.of(part, start, end, gapHere, false, redirect, ' ', inside));
                gapHere = Gap.SPACE;
            }
        } else {
            var whole = Word.of(word, start, end, gap, unknown, redirect, punctuation, inside);
            words.add(quoted && quoteStart == 0 ? whole.quoted() : whole);
        }
    }

    private void skip(int letters) {
        System.arraycopy(origins, letters, origins, 0, text.length() - letters);
        text.delete(0, letters);
        while (!text.isEmpty() && "-@+!:".indexOf(text.charAt(0)) >= 0) {
            System.arraycopy(origins, 1, origins, 0, text.length() - 1);
            text.deleteCharAt(0);
        }
    }

    /// Cuts what ends a sentence from the word, and tells which mark it was.
    private char punctuation() {
        if (text.length() == 2 && text.charAt(0) == '.' && text.charAt(1) == '.') {
            return ' ';
        }
        var mark = ' ';
        var length = text.length();
        while (length > 1 && !isDrive(length) && ".,:!?".indexOf(text.charAt(length - 1)) >= 0
                && !(text.charAt(length - 1) == '?' && text.indexOf("/") >= 0) && text.charAt(length - 2) != '/') {
            mark = text.charAt(--length);
        }
        text.setLength(length);
        return mark;
    }

    private boolean isDrive(int length) {
        return length == 2 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0));
    }

    private boolean isBullet() {
        if (text.isEmpty() || text.length() > 4) {
            return false;
        }
        var word = text.toString();
        return BULLETS.contains(word)
                || word.length() < 5 && Character.isDigit(word.charAt(0)) && (word.endsWith(".") || word.endsWith(")"));
    }

    private static Gap stronger(Gap one, Gap other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
