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

    /// The column of each letter, 0 for those that no keyword has: a table that fits the cache is twice as fast.
    private final int[] column;
    private final int width;
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
        column = columns(keywords);
        width = 1 + Arrays.stream(column).max().orElse(0);
        next = narrowed(table, ends.size());
        found = ends.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    public void scan(String text, Hits hits) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            state = c < LETTERS ? next[state + column[c]] : 0;
            for (var keyword : found[state / width]) {
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

    private static int[] columns(List<String> keywords) {
        var columns = new int[LETTERS];
        var letters = keywords.stream().flatMapToInt(String::chars).distinct().sorted().toArray();
        for (var index = 0; index < letters.length; index++) {
            columns[letters[index]] = index + 1;
        }
        for (var letter = 'A'; letter <= 'Z'; letter++) {
            columns[letter] = columns[letter + 'a' - 'A'];
        }
        return columns;
    }

    /// The table with the used columns only, and a state told by where its row begins.
    private int[] narrowed(int[] table, int states) {
        var narrow = new int[states * width];
        for (var state = 0; state < states; state++) {
            for (var letter = 0; letter < LETTERS; letter++) {
                if (letter < 'A' || letter > 'Z') {
                    narrow[state * width + column[letter]] = column[letter] == 0
                            ? 0
                            : table[state * LETTERS + letter] * width;
                }
            }
        }
        return narrow;
    }
}
