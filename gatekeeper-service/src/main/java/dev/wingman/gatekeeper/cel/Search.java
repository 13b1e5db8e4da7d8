package dev.wingman.gatekeeper.cel;

/// Looks for one text in another in time linear in both (Knuth, Morris and Pratt): both may come from a worker, and `String.contains` is quadratic at worst.
final class Search {

    private Search() {}

    static boolean contains(String text, String wanted) {
        var borders = borders(wanted);
        var matched = 0;
        for (var at = 0; at < text.length() && matched < wanted.length(); at++) {
            matched = extended(wanted, borders, matched, text.charAt(at));
        }
        return matched == wanted.length();
    }

    /// For each beginning of the wanted text, how long its longest proper beginning is that is also its end.
    private static int[] borders(String wanted) {
        var borders = new int[wanted.length()];
        var matched = 0;
        for (var at = 1; at < wanted.length(); at++) {
            matched = extended(wanted, borders, matched, wanted.charAt(at));
            borders[at] = matched;
        }
        return borders;
    }

    private static int extended(String wanted, int[] borders, int matched, char next) {
        var length = matched;
        while (length > 0 && wanted.charAt(length) != next) {
            length = borders[length - 1];
        }
        return wanted.charAt(length) == next ? length + 1 : length;
    }
}
