package dev.wingman.gatekeeper.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a line would say if it were a heading. It is one only when its whole name is known.
///
/// @param name without marks, numbers and emphasis
/// @param behind what stands behind the name on the same line, with the marks that part the two
/// @param hashes how many `#` it begins with
/// @param spaced whether a space follows them, as Markdown wants it
/// @param bullet how far a list's sign is indented, -1 where there is none
record Heading(String name, String behind, int hashes, boolean spaced, int bullet) {

    /// No name is longer, nor what may stand round it: a line of a megabyte is looked at no further.
    private static final int LONGEST = 120;
    private static final Pattern TAGS = Pattern.compile("(?:</?[A-Za-z][A-Za-z0-9]{0,9}>){1,4}");
    private static final Pattern DELIMITER = Pattern.compile("[:=|—–\\]]+|-(?=\\s)");
    private static final Pattern CLOSING = Pattern.compile("[*_`~\"']+(?=\\s|$)");
    private static final Pattern EMPHASISED = Pattern.compile(
            "^(?:\\*\\*|__|`|\\*(?!\\s))|(?:\\*\\*|__|`|\\*|\\s#{1,6})$");
    private static final List<String> COUNTED = List.of("point", "section", "step", "part", "item", "no");
    private static final Pattern NUMBER = Pattern.compile("(?:(?:" + String.join("|", COUNTED) + "\\.?)\\s{1,3})?"
            + "\\(?(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}(?:[.):]+\\s*|\\s+)|(?:[ivx]{1,4}|[a-j])[.)]\\s+)",
            Pattern.CASE_INSENSITIVE);
    private static final String BULLETS = "-*+•‣◦·";
    private static final int LONGEST_NUMERAL = 5;
    private static final Pattern CHECKBOX = Pattern.compile("\\[[ xX]?]\\s");
    private static final Pattern REMARK = Pattern.compile("\\([^()]{0,60}\\)");
    private static final String EMPHASIS = "*_`~\"'";
    private static final String BEFORE = EMPHASIS + ">=[|";
    private static final String AFTER = EMPHASIS + "#=]:.";
    private static final String DELIMITERS = ":=|—–<]\t";
    private static final Set<Integer> SIGNS = Set.of((int) Character.OTHER_SYMBOL, (int) Character.MODIFIER_SYMBOL,
            (int) Character.NON_SPACING_MARK, (int) Character.FORMAT, (int) Character.SURROGATE);

    static Heading of(String line) {
        var head = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        var reader = new Reader(head);
        reader.skipMarks();
        int from = reader.at;
        int end = nameEnd(head, from);
        return new Heading(bare(normal(head.substring(from, end))), line.substring(end), reader.hashes, reader.spaced,
                reader.bullet);
    }

    private static String normal(String name) {
        return isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int nameEnd(String head, int from) {
        for (int at = from; at < head.length(); at++) {
            var c = head.charAt(at);
            if (c != ' '
                    ? !Character.isLetterOrDigit(c) && DELIMITERS.indexOf(c) >= 0
                    : head.startsWith("(", at + 1) || head.startsWith("- ", at + 1)) {
                return at;
            }
        }
        return head.length();
    }

    /// What is said behind the name. What closes the name's own emphasis goes with the name.
    String rest() {
        var text = behind.strip();
        for (var mark : List.of(REMARK, TAGS, DELIMITER, CLOSING)) {
            var matcher = mark.matcher(text);
            text = matcher.lookingAt() ? text.substring(matcher.end()).strip() : text;
        }
        var row = text.endsWith("|") ? text.substring(0, text.length() - 1) : text;
        return unmarked(row);
    }

    /// Without the signs of emphasis round it, and the heading's closing `#`.
    static String unmarked(String text) {
        return EMPHASISED.matcher(text.strip()).replaceAll("").strip();
    }

    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (to > from && (AFTER.indexOf(text.charAt(to - 1)) >= 0 || isSpace(text, to - 1))) {
            to--;
        }
        while (from < to && isSpace(text, from)) {
            from++;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
    }

    /// Goes over whatever people put before a heading's name.
    private static final class Reader {

        private final String text;
        private int at;
        private int hashes;
        private boolean spaced;
        private int bullet = -1;

        private Reader(String text) {
            this.text = text;
        }

        private void skipMarks() {
            int before;
            do {
                before = at;
                skipMark();
            } while (at > before);
        }

        private void skipMark() {
            if (at == text.length()) {
                return;
            }
            var c = text.charAt(at);
            if (isSpace(text, at)) {
                at++;
            } else if (c == '#') {
                hashes++;
                at++;
                spaced = at < text.length() && isSpace(text, at);
            } else if (isBullet(c)) {
                bullet = bullet < 0 ? at : bullet;
                at++;
            } else if (!(c == '[' && skip(CHECKBOX)) && !(c == '<' && skip(TAGS)) && !(mayNumber() && skip(NUMBER))
                    && isMark(c)) {
                at++;
            }
        }

        private static boolean isMark(char c) {
            return !Character.isLetterOrDigit(c) && (BEFORE.indexOf(c) >= 0 || SIGNS.contains(Character.getType(c)));
        }

        private boolean skip(Pattern pattern) {
            var matcher = pattern.matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                at = matcher.end();
                return true;
            }
            return false;
        }

        private boolean isBullet(char c) {
            return BULLETS.indexOf(c) >= 0 && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        }

        /// Most lines begin with a word, which is no number: a look at it is cheaper than the pattern.
        private boolean mayNumber() {
            if (!Character.isLetter(text.charAt(at))) {
                return true;
            }
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return end - at < LONGEST_NUMERAL && end < text.length() && ".)".indexOf(text.charAt(end)) >= 0
                    || isCounted(end - at);
        }

        private boolean isCounted(int length) {
            for (var word : COUNTED) {
                if (length >= word.length() && text.regionMatches(true, at, word, 0, word.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
