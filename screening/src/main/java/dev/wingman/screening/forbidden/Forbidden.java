package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Source;

/// Finds forbidden actions, wherever in a text a command hides.
public final class Forbidden {
    /// More are not worth reading, and would make an answer as large as the attack.
    private static final int MOST = 100;

    private Forbidden() {}

    /// What is found, in the order of the text, at most a hundred.
    ///
    /// @param prose whether a person reads it, and a sentence may name a command in order to rule it out; else a shell does
    public static List<Found> in(String text, boolean prose) {
        var scan = new Scan(text.length(), MOST);
        scan.read(Source.of(text), prose);
        return sorted(scan.offences(), text.length());
    }

    /// What is found in a command that no shell reads; offsets are those of its words joined by blanks.
    public static List<Found> in(List<String> argv) {
        var words = new ArrayList<Word>();
        var start = 0;
        for (var argument : argv) {
            words.add(Word.argument(argument, start, words.isEmpty()));
            start += argument.length() + 1;
        }
        var scan = new Scan(start, MOST);
        scan.judge(Words.of(words, -1));
        return sorted(scan.offences(), start);
    }

    /// A rule says one thing about one stretch once: `git push -f` inside `sudo git push -f` is not news.
    private static List<Found> sorted(List<Offence> offences, int length) {
        var kept = new ArrayList<Found>();
        var ends = new HashMap<String, Integer>();
        offences.stream().sorted(Comparator.comparingInt(Offence::start)).forEach(offence -> {
            var rule = offence.action().rule();
            if (ends.getOrDefault(rule, -1) < offence.end()) {
                kept.add(new Found(rule, offence.action().message(), offence.start(), Math.min(length, offence.end())));
                ends.put(rule, offence.end());
            }
        });
        return List.copyOf(kept);
    }
}
