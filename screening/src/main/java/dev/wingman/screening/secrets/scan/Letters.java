package dev.wingman.screening.secrets.scan;

import java.util.stream.Stream;

/// What a value is made of, as far as that tells words from random letters. ASCII only: no key is written otherwise.
public final class Letters {
    private static final String SEPARATORS = "-_./:+,|[] \t";
    private static final String VOWELS = "aeiouyAEIOUY";
    private static final int LETTERS = 128;
    private static final boolean[] SEPARATING = table(SEPARATORS);
    private static final boolean[] SOUNDING = table(VOWELS);
    private static final int FEWEST_RARE_PAIRS = 3;
    private static final int RARE_SHARE = 4;
    /// For each letter those that hardly ever follow it: in fewer than 1 of 4,000 pairs of 217,000 words of the languages of Western
    /// Europe and of computing. Of twelve random letters 93 of 100 have three such pairs, of those words 4 in 1,000.
    private static final int[] RARE = Stream.of("joq", "dfghjkmnpqvwxz", "bfgjmnpqvwxz", "hjknpqtvwxz", "jz",
            "bcdghjkmnpqvwxz", "bcdfjkpqtvwxz", "bcdfghjknpqvwxz", "hijqwy", "bcdfghijklmnpqrtvwxyz",
            "bcdfghjkmnpqrvwxyz", "hjnqrwxz", "cdfghjknqrtvwxz", "jqrwxz", "hqz", "bfgjkmnqvwxz",
            "abcdefghijklmnopqrstvwxyz", "hjqwxz", "bdgjrvxz", "gjkqvxz", "hjkquvwxyz", "bcdfghjklmnpqrstuvwxyz",
            "bcdfgjklmpqtuvwxyz", "bdfghjklmnoqrsuvwxyz", "dfghjkqruvwxyz", "bcdfghjklmnopqrstuvwxyz")
            .mapToInt(Letters::alphabet).toArray();

    private Letters() {}

    private static boolean[] table(String letters) {
        var table = new boolean[LETTERS];
        letters.chars().forEach(c -> table[c] = true);
        return table;
    }

    /// A bit for each small letter.
    private static int alphabet(String letters) {
        return letters.chars().map(c -> 1 << c - 'a').reduce(0, (one, other) -> one | other);
    }

    public static boolean isSeparator(char c) {
        return c < LETTERS && SEPARATING[c];
    }

    public static boolean isVowel(char c) {
        return c < LETTERS && SOUNDING[c];
    }

    public static boolean isLetter(char c) {
        var small = c | ' ';
        return small >= 'a' && small <= 'z';
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// The alphabets of base64, without the padding.
    public static boolean isBase64(char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '/' || c == '-' || c == '_';
    }

    /// Shannon entropy in bits for each character.
    public static double bits(String value) {
        var counts = new int[LETTERS];
        for (var i = 0; i < value.length(); i++) {
            counts[value.charAt(i) % LETTERS]++;
        }
        var bits = 0.0;
        for (var count : counts) {
            if (count > 0) {
                var share = (double) count / value.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /// How often a value does what words do not: digits inside or behind letters, lone letters in camel case, heaps of consonants,
    /// signs that separate nothing.
    public static int oddities(String value) {
        var odd = 0;
        var consonants = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var before = i > 0 ? value.charAt(i - 1) : ' ';
            if (isDigit(c) != isDigit(before) && (isLetter(c) || isLetter(before))) {
                odd++;
            } else if (isLetter(c) && isUpper(before) != isUpper(c) && isLetter(before)
                    && !(isUpper(before) && startsWord(value, i - 1))
                    && !startsWord(value, i)) {
                odd++;
            } else if (!isLetter(c) && !isDigit(c) && c < LETTERS && !SEPARATING[c]
                    && i + 1 < value.length()) {
                odd++;
            }
            consonants = isLetter(c) && !isVowel(c) ? consonants + 1 : 0;
            odd += consonants > 0 && consonants % 5 == 0 ? 1 : 0;
        }
        return odd;
    }

    /// Whether the letters of a value follow one another as they do in no word.
    public static boolean areScrambled(String value) {
        var pairs = 0;
        var rare = 0;
        for (var i = 1; i < value.length(); i++) {
            var before = value.charAt(i - 1);
            var c = value.charAt(i);
            if (isLetter(before) && isLetter(c) && !(isLower(before) && startsWord(value, i))) {
                pairs++;
                rare += RARE[(before | ' ') - 'a'] >> (c | ' ') - 'a' & 1;
            }
        }
        return rare >= FEWEST_RARE_PAIRS && rare * RARE_SHARE >= pairs;
    }

    public static int longestRun(String value) {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < value.length(); i++) {
            run = i > 0 && value.charAt(i) == value.charAt(i - 1) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// An upper-case letter with two lower-case ones behind it, or behind an upper-case one that ends an acronym.
    private static boolean startsWord(String value, int at) {
        return isUpper(value.charAt(at)) && at + 2 < value.length() && isLower(value.charAt(at + 1))
                && isLower(value.charAt(at + 2));
    }
}
