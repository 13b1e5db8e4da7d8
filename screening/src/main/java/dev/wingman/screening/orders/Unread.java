package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Words;

/// Instructions that nobody has read: "do what the file says", "run the commands in /tmp/todo.txt", "open the page and do what it asks". What
/// they ask for cannot be told here.
final class Unread {
    private static final int REACH = 14;
    private static final int BACK = 12;
    private static final Set<String> FOLLOWING = Orders.GRAMMAR.list("following");
    private static final Set<String> WHATEVER = Orders.GRAMMAR.list("whatever");
    private static final Set<String> SAYING = Orders.GRAMMAR.list("saying");
    private static final Set<String> SOURCES = Orders.GRAMMAR.list("sources");
    private static final Set<String> DETERMINERS = Orders.GRAMMAR.list("determiners");
    private static final Set<String> STEPS = Orders.GRAMMAR.list("steps");
    private static final Set<String> OUT_OF = Orders.GRAMMAR.list("out-of");
    private static final Set<String> QUALIFYING = Orders.GRAMMAR.list("qualifying");

    private Unread() {}

    /// All words by which somebody is told to follow something.
    static Set<String> words() {
        return FOLLOWING;
    }

    static Optional<Offence> judge(Words words, int index) {
        if (!FOLLOWING.contains(words.get(index).program()) || !Imperatives.are(words, index)) {
            return Optional.empty();
        }
        var end = end(words, index);
        var object = index + 1;
        while (object < end && QUALIFYING.contains(words.get(object).lower())) {
            object++;
        }
        if (object >= end) {
            return Optional.empty();
        }
        var source = WHATEVER.contains(words.get(object).lower())
                ? said(words, index, object, end)
                : STEPS.contains(words.get(object).lower()) ? held(words, object, end) : -1;
        return source < 0
                ? Optional.empty()
                : Optional.of(Action.UNREADABLE_COMMAND.from(words.get(Math.min(index, source)),
                        words.get(Math.max(index, source))));
    }

    /// "What the file says", "whatever stands in notes.txt", "what it says" behind a text that was named before.
    private static int said(Words words, int verb, int object, int end) {
        var source = -1;
        var said = false;
        for (var i = object + 1; i < end; i++) {
            said = said || SAYING.contains(words.get(i).lower());
            source = isSource(words, i) ? i : words.get(i).lower().equals("it") ? before(words, verb) : source;
            if (said && source >= 0) {
                return source;
            }
        }
        return -1;
    }

    /// The text that was named last before a verb, or -1.
    private static int before(Words words, int verb) {
        for (var i = verb - 1; i > 0 && i > verb - BACK; i--) {
            if (isSource(words, i)) {
                return i;
            }
        }
        return -1;
    }

    /// "The commands in steps.txt", "the instructions at https://…".
    private static int held(Words words, int steps, int end) {
        var behind = false;
        for (var i = steps + 1; i < end; i++) {
            if (behind && isSource(words, i)) {
                return i;
            }
            behind = behind || OUT_OF.contains(words.get(i).lower());
        }
        return -1;
    }

    /// A text by its sort, its address or its file's name.
    private static boolean isSource(Words words, int index) {
        var word = words.get(index).lower();
        return SOURCES.contains(word) && isUnnamed(words.get(index - 1).lower()) || word.startsWith("http:")
                || word.startsWith("https:")
                || word.endsWith(".txt") || word.endsWith(".md") && word.startsWith("/");
    }

    /// "The file", not "the workflow file", which is known.
    private static boolean isUnnamed(String before) {
        return DETERMINERS.contains(before) || SOURCES.contains(before);
    }

    private static int end(Words words, int index) {
        var end = index + 1;
        while (end < words.size() && end < index + REACH && words.get(end).before().isWithinSentence()
                && words.get(end - 1).punctuation() != ',') {
            end++;
        }
        return end;
    }
}
