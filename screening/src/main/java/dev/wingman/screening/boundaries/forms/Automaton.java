package dev.wingman.screening.boundaries.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// All forms of the grammar at once. Its states are worked out when they are first come to, and remembered: a step costs the same however
/// many forms there are.
final class Automaton {
    /// So many states are remembered before all are forgotten: a text of odd sentences must not fill the memory.
    private static final int MOST = 4_000;

    private final Symbols symbols;
    private final List<List<int[]>> edges = new ArrayList<>();
    private final List<List<Integer>> free = new ArrayList<>();
    private final List<Integer> kinds = new ArrayList<>();
    private volatile Memory memory = new Memory();

    Automaton(Symbols symbols) {
        this.symbols = symbols;
    }

    int state() {
        edges.add(new ArrayList<>());
        free.add(new ArrayList<>());
        kinds.add(0);
        return kinds.size() - 1;
    }

    void edge(int from, String name, int to) {
        edges.get(from).add(new int[]{symbols.id(name), to});
    }

    void free(int from, int to) {
        free.get(from).add(to);
    }

    /// A form of this kind may end in the state.
    void accept(int state, Kind kind) {
        kinds.set(state, kinds.get(state) | kind.bit());
    }

    Reading from(int state) {
        return new Reading(memory, state);
    }

    private int[] closure(List<Integer> states) {
        var all = new TreeSet<>(states);
        var left = new ArrayList<>(states);
        while (!left.isEmpty()) {
            for (var next : free.get(left.removeLast())) {
                if (all.add(next)) {
                    left.add(next);
                }
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /// States that can be told apart by what may follow.
    private record Met(int[] states, int kinds, AtomicReferenceArray<Met> next) {}

    private static final class Memory {
        private final Map<List<Integer>, Met> met = new ConcurrentHashMap<>();
        private final Map<Integer, Met> starts = new ConcurrentHashMap<>();
    }

    /// One way through the automaton.
    final class Reading {
        private final Memory memory;
        private Met at;

        private Reading(Memory memory, int state) {
            this.memory = memory;
            var start = memory.starts.get(state);
            if (start == null) {
                start = met(closure(List.of(state)));
                memory.starts.put(state, start);
            }
            this.at = start;
        }

        private Met met(int[] states) {
            var key = Arrays.stream(states).boxed().toList();
            return memory.met.computeIfAbsent(key, _ -> {
                var ends = 0;
                for (var state : states) {
                    ends |= kinds.get(state);
                }
                return new Met(states, ends, new AtomicReferenceArray<>(symbols.size()));
            });
        }

        /// Takes the next word, and tells whether any form may still go on.
        boolean take(int symbol) {
            var next = at.next.get(symbol);
            if (next == null) {
                next = met(step(symbol));
                at.next.set(symbol, next);
                if (memory.met.size() > MOST) {
                    Automaton.this.memory = new Memory();
                }
            }
            at = next;
            return next.states.length > 0;
        }

        private int[] step(int symbol) {
            var reached = new ArrayList<Integer>();
            for (var state : at.states) {
                for (var edge : edges.get(state)) {
                    if (symbols.is(symbol, edge[0])) {
                        reached.add(edge[1]);
                    }
                }
            }
            return closure(reached);
        }

        boolean accepts(Kind kind) {
            return (at.kinds & kind.bit()) != 0;
        }
    }
}
