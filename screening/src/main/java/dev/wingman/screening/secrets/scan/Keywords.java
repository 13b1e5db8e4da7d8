package dev.wingman.screening.secrets.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds all keywords in one pass, whatever their number: the automaton of Aho and Corasick as one dense table. Letters match in
/// either case; the library of that name takes ten times as long, since it walks a map for each character.
public final class Keywords {
    /// Told of each keyword found.
    @FunctionalInterface
    public interface Hits {
        /// The keyword with this index ends before the offset `end`.
        void hit(int keyword, int end);
    }

    /// The column of each letter, 0 for those that no keyword has: a table that fits the cache is twice as fast.
    private final char[] column;
    private final int width;
    /// States are told by where their rows begin, inverted when a keyword ends there: most letters cost no more than a look at it.
    private final int[] next;
    private final int[][] found;

    /// @param keywords lower-case
    public Keywords(List<String> keywords) {
        var letters = keywords.stream().flatMapToInt(String::chars).distinct().sorted().toArray();
        width = letters.length + 1;
        column = columns(letters);
        next = new int[width * (1 + keywords.stream().mapToInt(String::length).sum())];
        var ends = new ArrayList<BitSet>();
        ends.add(new BitSet());
        for (var keyword = 0; keyword < keywords.size(); keyword++) {
            ends.get(insert(keywords.get(keyword), ends) / width).set(keyword);
        }
        connect(ends);
        found = ends.stream().map(set -> longestFirst(set, keywords)).toArray(int[][]::new);
        for (var edge = 0; edge < next.length; edge++) {
            next[edge] = found.length > next[edge] / width && found[next[edge] / width].length > 0
                    ? ~next[edge]
                    : next[edge];
        }
    }

    public void scan(String text, Hits hits) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            state = next[state + column[text.charAt(i)]];
            if (state < 0) {
                state = ~state;
                for (var keyword : found[state / width]) {
                    hits.hit(keyword, i + 1);
                }
            }
        }
    }

    /// Whether this is true of the index of any keyword that stands in the text.
    public boolean any(String text, IntPredicate asked) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            state = next[state + column[text.charAt(i)]];
            if (state < 0) {
                state = ~state;
                for (var keyword : found[state / width]) {
                    if (asked.test(keyword)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int insert(String keyword, List<BitSet> ends) {
        var state = 0;
        for (var i = 0; i < keyword.length(); i++) {
            var edge = state + column[keyword.charAt(i)];
            if (next[edge] == 0) {
                next[edge] = ends.size() * width;
                ends.add(new BitSet());
            }
            state = next[edge];
        }
        return state;
    }

    /// Breadth first: a missing edge becomes the edge of the longest proper suffix, which is complete already.
    private void connect(List<BitSet> ends) {
        var suffix = new int[ends.size()];
        var waiting = new ArrayDeque<Integer>();
        waiting.add(0);
        while (!waiting.isEmpty()) {
            int state = waiting.remove();
            ends.get(state / width).or(ends.get(suffix[state / width] / width));
            for (var letter = 1; letter < width; letter++) {
                var edge = state + letter;
                var fallback = state == 0 ? 0 : next[suffix[state / width] + letter];
                if (next[edge] == 0) {
                    next[edge] = fallback;
                } else {
                    suffix[next[edge] / width] = fallback;
                    waiting.add(next[edge]);
                }
            }
        }
    }

    /// Of two keywords that end together the longer one begins first, and who looks from there on has seen the other.
    private static int[] longestFirst(BitSet set, List<String> keywords) {
        return set.stream().boxed().sorted(Comparator.comparingInt(keyword -> -keywords.get(keyword).length()))
                .mapToInt(Integer::intValue).toArray();
    }

    private static char[] columns(int[] letters) {
        var columns = new char[Character.MAX_VALUE + 1];
        for (var index = 0; index < letters.length; index++) {
            columns[letters[index]] = (char) (index + 1);
            columns[Character.toUpperCase(letters[index])] = (char) (index + 1);
        }
        return columns;
    }
}
