package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// What stands under a line that rules it out: bullets under "Must not:" or `must_not:`, a fenced block under "The following must never be
/// executed:". The list or the block ends what the heading says.
final class Headings {
    private static final int LOOKS = 400;
    /// A heading of so few words needs no colon.
    private static final int SHORT = 5;

    private static final Set<String> SAFEGUARDS = Vocabulary.list("headings-safeguards");

    private final Words words;
    private final Layout layout;

    Headings(Words words, Layout layout) {
        this.words = words;
        this.layout = layout;
    }

    boolean ruleOut(int index) {
        var fence = layout.hasFence() ? fenceOf(index) : -1;
        if (fence > 0) {
            var above = layout.sentence(fence - 1);
            return layout.sentenceEnd(above) == fence && isHeading(above, fence);
        }
        var line = layout.sentence(index);
        if (isItemOfStrings(line)) {
            return true;
        }
        if (words.get(line).before() != Gap.BULLET || index - line >= Clause.REACH) {
            return false;
        }
        for (var i = line; i <= index; i++) {
            if (Vocabulary.TURNS.contains(words.get(i).lower()) && !isSkipped(i)) {
                return false;
            }
        }
        return headingOf(line);
    }

    /// "Skip the hooks with …": the item rules out to leave a safeguard out; "skip asking" would be another thing.
    private boolean isSkipped(int verb) {
        for (var i = verb + 1; i < words.size() && i < verb + 4 && words.get(i).before().isWithinSentence(); i++) {
            if (SAFEGUARDS.contains(words.get(i).lower())) {
                return words.get(verb).lower().equals("skip");
            }
        }
        return false;
    }

    /// The first word of the fenced block in which a word stands, or -1.
    private int fenceOf(int index) {
        for (var i = index; i > 0 && i > index - LOOKS; i--) {
            var gap = words.get(i).before();
            if (gap == Gap.FENCE) {
                return i;
            }
            if (gap == Gap.SENTENCE) {
                return -1;
            }
        }
        return -1;
    }

    private boolean headingOf(int bullet) {
        var line = bullet;
        while (line > 0 && line > bullet - LOOKS) {
            line = layout.sentence(line - 1);
            var gap = words.get(line).before();
            var end = layout.sentenceEnd(line);
            if (isHeading(line, end)) {
                return true;
            }
            if (gap != Gap.BULLET || hasColon(line, end)) {
                return false;
            }
        }
        return false;
    }

    private boolean isHeading(int line, int end) {
        return (hasColon(line, end) || end - line <= SHORT && words.codeEnd(line) < 0)
                && Label.rulesOut(words, line, end);
    }

    private boolean hasColon(int from, int to) {
        return words.get(to - 1).punctuation() == ':' || words.get(to - 1).text().endsWith(":**") || isNamed(from, to);
    }

    private boolean isNamed(int from, int to) {
        return to - from == 1 && words.get(from).lower().endsWith(":");
    }

    /// Lines of one string each in a list of JSON, below the name of the list.
    private boolean isItemOfStrings(int line) {
        if (words.get(line).inside().isEmpty() || layout.sentenceEnd(line) != line + 1) {
            return false;
        }
        for (var i = line - 1; i >= 0 && i > line - LOOKS; i--) {
            var begin = layout.sentence(i);
            if (layout.sentenceEnd(begin) != i + 1 || i > begin && words.get(i).punctuation() != ':') {
                return false;
            }
            if (words.get(i).punctuation() == ':') {
                return Label.rulesOut(words, begin, i + 1);
            }
            if (words.get(begin).before() != Gap.LINE) {
                return false;
            }
            i = begin;
        }
        return false;
    }
}
