package dev.wingman.screening.boundaries.forms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.wingman.screening.boundaries.Vocabulary;

/// Which classes of the grammar a word belongs to. Words of the same classes are one symbol, so that an automaton has few of them.
final class Symbols {
    /// Any word, code or not, but no mark.
    static final String WORD = "W";
    /// A word of which the grammar knows nothing that matters: it may name a thing.
    static final String FREE = "N";
    /// A word that may name a thing and that asks for nothing.
    static final String STRANGE = "S";
    /// Another command, a flag or inline code.
    static final String CODE = "C";
    /// An unknown word that ends in "ing": "asking", "billing".
    static final String GERUND = "G";
    /// A word of another command that stands there without marks.
    static final String RAW = "R";
    /// The command in question.
    static final String COMMAND = "X";
    /// The bracket that opens before the command.
    static final String BRACKET = "B";
    /// The command in question, when it is a flag and nothing more.
    static final String FLAG = "F";
    /// A comma, a colon or a dash.
    static final String MARK = "M";
    /// Any word or mark that takes nothing back.
    static final String CALM = "K";
    /// Any word, and no mark, that takes nothing back and is not known to run anything. An unknown verb is one of them, so that a form
    /// names the verb of its sentence before it.
    static final String IDLE = "T";

    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<BitSet, Integer> symbols = new HashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final List<Integer> programs = new ArrayList<>();
    private final int free;
    private final int mark;
    private final int separator;
    private final int tag;
    private final int open;
    private final int adverb;
    private final int gerund;
    private final int code;
    private final int raw;
    private final int command;
    private final int bracket;
    private final int quotation;
    private final int comma;
    private final int flag;

    /// @param lists the words of each list
    /// @param reserved the lists whose words name no thing
    /// @param cancelling the lists whose words take back what a sentence says
    /// @param deeds the lists whose words may ask for something
    /// @param executing the lists whose words may want a command to be run
    /// @param literals words that the grammar names by themselves
    Symbols(Map<String, Set<String>> lists, Set<String> reserved, Set<String> cancelling, Set<String> deeds,
            Set<String> executing, Set<String> literals) {
        lists.forEach((name, words) -> words.forEach(word -> put(word, name)));
        literals.forEach(word -> put(word, word));
        List.of(",", ":", "--", "-", "\u2014", "\u2013").forEach(mark -> put(mark, MARK));
        byWord.forEach((word, set) -> {
            var mark = set.get(id(MARK));
            if (!mark) {
                set.set(id(WORD));
            }
            if (!mark && !any(set, reserved)) {
                set.set(id(FREE));
            }
            if (!any(set, cancelling)) {
                set.set(id(CALM));
            }
            if (!mark && !any(set, executing)) {
                set.set(id(IDLE));
            }
            if (!mark && !any(set, reserved) && !any(set, deeds)) {
                set.set(id(STRANGE));
            }
        });
        free = id(FREE);
        mark = id(MARK);
        separator = id("SEPARATORS");
        tag = id("TAGS");
        open = symbol(set(WORD, FREE, STRANGE, CALM, IDLE));
        adverb = symbol(set(WORD, CALM, IDLE));
        code = symbol(set(WORD, CODE, CALM, IDLE));
        raw = symbol(set(WORD, CODE, RAW, CALM, IDLE));
        command = symbol(set(COMMAND));
        bracket = symbol(set(BRACKET));
        quotation = symbol(set(WORD, CODE, FREE, STRANGE, CALM, IDLE));
        flag = symbol(set(COMMAND, FLAG));
        gerund = symbol(set(WORD, GERUND, CALM, IDLE));
        byWord.forEach((word, set) -> known.put(word, symbol(set)));
        comma = known.getOrDefault(",", open);
        var size = sets.size();
        for (var i = 0; i < size; i++) {
            var set = (BitSet) sets.get(i).clone();
            set.set(id(CODE));
            set.set(id(RAW));
            programs.add(is(i, free) ? symbol(set) : i);
        }
    }

    private boolean any(BitSet set, Set<String> names) {
        return names.stream().anyMatch(name -> set.get(id(name)));
    }

    private void put(String word, String name) {
        Vocabulary.of(word).forEach(spelling -> byWord.computeIfAbsent(spelling, _ -> new BitSet()).set(id(name)));
    }

    private BitSet set(String... names) {
        var set = new BitSet();
        for (var name : names) {
            set.set(id(name));
        }
        return set;
    }

    private int symbol(BitSet set) {
        return symbols.computeIfAbsent(set, key -> {
            sets.add((BitSet) key.clone());
            return sets.size() - 1;
        });
    }

    int id(String name) {
        return classes.computeIfAbsent(name, _ -> classes.size());
    }

    int of(String lower) {
        var symbol = known.get(lower);
        return symbol != null ? symbol : lower.endsWith("ly") ? adverb : lower.endsWith("ing") ? gerund : open;
    }

    /// How many there are.
    int size() {
        return sets.size();
    }

    int code() {
        return code;
    }

    /// A flag or a path.
    int raw() {
        return raw;
    }

    /// The symbol of a word that is the name of a program as well.
    int program(int symbol) {
        return programs.get(symbol);
    }

    int command() {
        return command;
    }

    int bracket() {
        return bracket;
    }

    /// The symbol of a text in quotes: a command, or the name of something.
    int quotation() {
        return quotation;
    }

    int mark() {
        return comma;
    }

    int flag() {
        return flag;
    }

    boolean isFree(int symbol) {
        return is(symbol, free);
    }

    /// Whether it marks a text as struck out or hidden.
    boolean isTag(int symbol) {
        return is(symbol, tag);
    }

    /// Whether a clause may end before the word.
    boolean separates(int symbol) {
        return is(symbol, separator) || is(symbol, mark);
    }

    boolean is(int symbol, int name) {
        return sets.get(symbol).get(name);
    }
}
