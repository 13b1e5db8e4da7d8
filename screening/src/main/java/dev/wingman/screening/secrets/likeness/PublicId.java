package dev.wingman.screening.secrets.likeness;

import dev.wingman.screening.secrets.scan.Letters;

/// Identifiers that look random and may be known to everybody: by their form, whatever they are called.
public final class PublicId {
    private static final int FINGERPRINT = 40;
    private static final int SID = 34;
    private static final int UUID = 36;
    private static final int LONGEST_SUFFIX = 16;

    private PublicId() {}

    /// The fingerprint of an OpenPGP key, a Twilio SID, or a path with such things in it.
    public static boolean is(String value) {
        return isFingerprint(value) || isSid(value) || isObjectPath(value);
    }

    /// `shop-db-credentials-7f9c8d6b5`: words in lower case, joined, with at most a short suffix that a machine made.
    public static boolean isResourceName(String value) {
        var words = 0;
        var others = 0;
        for (var piece : value.split("[-./_]", -1)) {
            if (piece.chars().anyMatch(c -> !Letters.isLower((char) c) && !Letters.isDigit((char) c))
                    || piece.length() > LONGEST_SUFFIX) {
                return false;
            }
            var word = piece.length() > 1 && piece.chars().allMatch(c -> Letters.isLower((char) c))
                    && !Letters.areScrambled(piece);
            words += word ? 1 : 0;
            others += word ? 0 : 1;
        }
        return words > 1 && others <= 2;
    }

    /// `3f2504e0-4f89-41d3-9a0c-0305e82c3301`.
    public static boolean isUuid(String value) {
        return value.length() == UUID && isUuid(value, 0);
    }

    private static boolean isFingerprint(String value) {
        return value.length() == FINGERPRINT && isHex(value, 0, FINGERPRINT)
                && value.chars().noneMatch(c -> Letters.isLower((char) c));
    }

    /// `AC`, `MG` and the like before 32 digits; `SK` is a key's.
    private static boolean isSid(String value) {
        return value.length() == SID && Letters.isUpper(value.charAt(0)) && Letters.isUpper(value.charAt(1))
                && !value.startsWith("SK") && isHex(value, 2, SID);
    }

    /// `builds/<digest>/app.zip`, `linux-<digest>`, `user:<uuid>`: words, and one part that is a digest or an id.
    private static boolean isObjectPath(String value) {
        var words = 0;
        var ids = 0;
        var start = 0;
        for (var i = 0; i <= value.length(); i++) {
            if (i < value.length() && "/:#.-_".indexOf(value.charAt(i)) < 0) {
                continue;
            }
            if (isUuid(value, start)) {
                ids++;
                i = start + UUID;
            } else if (i - start >= 32 && isHex(value, start, i)) {
                ids++;
            } else if (i > start) {
                if (!isWord(value, start, i)) {
                    return false;
                }
                words++;
            }
            start = i + 1;
        }
        return words > 0 && ids == 1;
    }

    private static boolean isWord(String value, int from, int to) {
        var piece = value.substring(from, to);
        return piece.length() <= 16 && Letters.oddities(piece) <= 2 && !Letters.areScrambled(piece);
    }

    private static boolean isUuid(String value, int from) {
        if (from + UUID > value.length()) {
            return false;
        }
        for (var i = 0; i < UUID; i++) {
            var hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? value.charAt(from + i) != '-' : !isHex(value.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String value, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!isHex(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return Letters.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
