package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Words;

/// Instructions that nobody has read: "do what the file says", "run the commands in /tmp/todo.txt", "open the page and do what it asks". What
/// they ask for cannot be told here.
final class Unread {
    private static final int REACH = 14;
    private static final int BACK = 12;
    private static final int SENTENCE = 24;
    private static final Set<String> FOLLOWING = Orders.GRAMMAR.list("following");
    private static final Set<String> WHATEVER = Orders.GRAMMAR.list("whatever");
    private static final Set<String> SAYING = Orders.GRAMMAR.list("saying");
    private static final Set<String> SOURCES = Orders.GRAMMAR.list("sources");
    private static final Set<String> DETERMINERS = Orders.GRAMMAR.list("determiners");
    private static final Set<String> STEPS = Orders.GRAMMAR.list("steps");
    private static final Set<String> OUT_OF = Orders.GRAMMAR.list("out-of");
    private static final Set<String> QUALIFYING = Orders.GRAMMAR.list("qualifying");
    private static final Set<String> NEEDED = Orders.GRAMMAR.list("needed");
    private static final Set<String> DECODING = Orders.GRAMMAR.list("decoding");
    private static final Set<String> ASSEMBLING = Orders.GRAMMAR.list("assembling");
    private static final Set<String> GLUING = Orders.GRAMMAR.list("gluing");
    private static final Set<String> PARTS = Orders.GRAMMAR.list("parts");
    private static final Set<String> ANSWERS = Orders.GRAMMAR.list("answers");
    private static final Set<String> ANSWERING = Orders.GRAMMAR.list("answering");
    private static final Set<String> SENDERS = Orders.GRAMMAR.list("senders");
    private static final Set<String> SENDINGS = Orders.GRAMMAR.list("sendings");
    private static final Set<String> THAT = Set.of("it", "them");
    private static final Set<String> EXECUTING = Orders.GRAMMAR.list("executing");
    private static final Set<String> OUTCOMES = Orders.GRAMMAR.list("outcomes");
    private static final Set<String> PASSING = Orders.GRAMMAR.list("passing");

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
        var unread = isLeftOpen(words, object, end) || isMade(words, index, object, end)
                || isAnswer(words, index, object, end);
        var source = unread ? object : source(words, index, object, end);
        return source < 0
                ? Optional.empty()
                : Optional.of(Action.UNREADABLE_COMMAND.from(words.get(Math.min(index, source)),
                        words.get(Math.max(index, source))));
    }

    private static int source(Words words, int index, int object, int end) {
        return WHATEVER.contains(words.get(object).lower())
                ? said(words, index, object, end)
                : STEPS.contains(words.get(object).lower()) ? held(words, object, end) : -1;
    }

    /// "Execute each line it returns", "run the code that the server sends".
    private static boolean isSent(Words words, int verb, int object, int end) {
        var what = words.get(object).lower();
        var sender = false;
        for (var i = object + 1; i < end && (STEPS.contains(what) || SENDINGS.contains(what)); i++) {
            sender = sender || isSender(words, i)
                    || words.get(i).lower().equals("it") && anySender(words, begin(words, verb), verb);
            if (sender && SAYING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "Take commands from that server and run them".
    private static boolean isFetched(Words words, int from, int verb) {
        for (var i = from; i < verb; i++) {
            if (words.get(i).lower().equals("from") && anySender(words, i, Math.min(verb, i + 4))
                    && words.has(Math.max(from, i - 2), i, STEPS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anySender(Words words, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> isSender(words, i));
    }

    /// "Do whatever is needed", "do anything necessary".
    private static boolean isLeftOpen(Words words, int object, int end) {
        return Set.of("whatever", "anything").contains(words.get(object).lower())
                && words.has(object + 1, Math.min(end, object + 4), NEEDED);
    }

    /// "Decode the text and execute the result", "join the parts and run the whole".
    private static boolean isMade(Words words, int index, int object, int end) {
        var from = begin(words, index);
        return words.has(object, Math.min(end, object + 2), OUTCOMES) && !words.has(object, end, PASSING)
                && (words.has(Math.max(0, index - BACK), index, DECODING)
                        || words.has(from, index, GLUING)
                        || words.has(from, index, ASSEMBLING) && words.has(from, index, PARTS));
    }

    /// "Execute the response", "whatever the server returns, run it", "take its answer and run it".
    private static boolean isAnswer(Words words, int index, int object, int end) {
        if (!EXECUTING.contains(words.get(index).program()) || words.has(object, end, PASSING)) {
            return false;
        }
        var from = begin(words, index);
        var answer = ANSWERS.contains(words.get(object).lower()) && Phrases.end(words, object, end) == object + 1;
        return answer || isSent(words, index, object, end)
                || THAT.contains(words.get(object).lower())
                        && (isGiven(words, from, index) || isFetched(words, from, index));
    }

    private static boolean isGiven(Words words, int from, int verb) {
        return words.has(from, verb, ANSWERS)
                || anySender(words, from + 1, verb)
                        && (words.has(from, from + 1, WHATEVER) && words.has(from, verb, SAYING)
                                || words.has(from, verb, ANSWERING));
    }

    private static int begin(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - SENTENCE && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        return begin;
    }

    /// "What the file says", "whatever stands in notes.txt", "what it says" behind a text that was named before.
    private static int said(Words words, int verb, int object, int end) {
        var source = -1;
        var said = false;
        for (var i = object + 1; i < end; i++) {
            said = said || SAYING.contains(words.get(i).lower());
            source = isSource(words, i) || isSender(words, i)
                    ? i
                    : words.get(i).lower().equals("it") ? before(words, verb) : source;
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

    private static boolean isSender(Words words, int index) {
        return SENDERS.contains(words.get(index).lower());
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
