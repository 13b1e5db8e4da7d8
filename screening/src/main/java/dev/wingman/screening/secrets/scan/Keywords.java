package dev.wingman.screening.secrets.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Finds all keywords in one pass, whatever their number: the automaton of Aho and Corasick as one dense table. ASCII letters
/// match in either case; the library of that name takes ten times as long, since it walks a map for each character.
public final class Keywords {
    private static final int LETTERS = 128;

    /// Told of each keyword found.
    @FunctionalInterface
    public interface Hits {
        /// The keyword with this index ends before the offset `end`.
        void hit(int keyword, int end);
    }

    private final int[] next;
    private final int[][] found;

    /// @param keywords lower-case ASCII
    public Keywords(List<String> keywords) {
        var states = 1 + keywords.stream().mapToInt(String::length).sum();
        var table = new int[states * LETTERS];
        var ends = new ArrayList<BitSet>();
        ends.add(new BitSet());
        for (var keyword = 0; keyword < keywords.size(); keyword++) {
            ends.get(insert(keywords.get(keyword), table, ends)).set(keyword);
        }
        connect(table, ends);
        next = Arrays.copyOf(table, ends.size() * LETTERS);
        found = ends.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    public void scan(String text, Hits hits) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            state = c < LETTERS ? next[state * LETTERS + lower(c)] : 0;
            for (var keyword : found[state]) {
                hits.hit(keyword, i + 1);
            }
        }
    }

    private static int insert(String keyword, int[] table, List<BitSet> ends) {
        var state = 0;
        for (var i = 0; i < keyword.length(); i++) {
            var edge = state * LETTERS + keyword.charAt(i);
            if (table[edge] == 0) {
                table[edge] = ends.size();
                ends.add(new BitSet());
            }
            state = table[edge];
        }
        return state;
    }

    /// Breadth first: a missing edge becomes the edge of the longest proper suffix, which is complete already.
    private static void connect(int[] table, List<BitSet> ends) {
        var suffix = new int[ends.size()];
        var waiting = new ArrayDeque<Integer>();
        waiting.add(0);
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            ends.get(state).or(ends.get(suffix[state]));
            for (var letter = 0; letter < LETTERS; letter++) {
                var edge = state * LETTERS + letter;
                var fallback = state == 0 ? 0 : table[suffix[state] * LETTERS + letter];
                if (table[edge] == 0) {
                    table[edge] = fallback;
                } else {
                    suffix[table[edge]] = fallback;
                    waiting.add(table[edge]);
                }
            }
        }
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
