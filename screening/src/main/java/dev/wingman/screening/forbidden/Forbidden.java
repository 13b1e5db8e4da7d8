package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds forbidden actions: each word that names a program is judged with what follows it, wherever it stands.
public final class Forbidden {
    /// More are not worth reading, and would make an answer as large as the attack.
    private static final int MOST = 100;
    private static final Map<String, Rule> RULES = byProgram(
            List.of(new GitRule(), new ContainerRule(), new DeletionRule(),
                    new DiskRule(), new SqlRule(), new ClusterRule()));

    private Forbidden() {}

    /// What is found, in the order of the text, at most a hundred.
    ///
    /// @param prose whether a sentence may name a command in order to rule it out
    public static List<Found> in(String text, boolean prose) {
        var words = Words.of(text);
        var all = new ArrayList<Found>();
        for (var i = 0; i < words.size() && all.size() < MOST; i++) {
            var here = at(words, i);
            if (!here.isEmpty() && !(prose && Negation.rulesOut(words, i))) {
                all.addAll(here);
            }
        }
        all.sort(Comparator.comparingInt(Found::start));
        return withoutRepeats(all);
    }

    private static List<Found> at(List<Word> words, int index) {
        var found = new ArrayList<Found>(1);
        FlagRule.judge(words, index, found::add);
        ShellRule.judge(words, index, found::add);
        var rule = RULES.get(words.get(index).program());
        if (rule != null) {
            rule.judge(Command.at(words, index, rule.reach()), found::add);
        }
        return found;
    }

    /// A rule says one thing about one stretch once: `git push -f` inside `sudo git push -f` is not news.
    private static List<Found> withoutRepeats(List<Found> sorted) {
        var kept = new ArrayList<Found>();
        var ends = new HashMap<String, Integer>();
        for (var found : sorted) {
            if (ends.getOrDefault(found.rule(), -1) < found.end()) {
                kept.add(found);
                ends.put(found.rule(), found.end());
            }
        }
        return List.copyOf(kept);
    }

    private static Map<String, Rule> byProgram(List<Rule> rules) {
        var map = new HashMap<String, Rule>();
        rules.forEach(rule -> rule.programs().forEach(program -> map.put(program, rule)));
        return Map.copyOf(map);
    }
}
