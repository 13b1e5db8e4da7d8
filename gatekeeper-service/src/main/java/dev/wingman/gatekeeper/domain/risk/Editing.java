package dev.wingman.gatekeeper.domain.risk;

import static dev.wingman.gatekeeper.domain.risk.Sense.BE;
import static dev.wingman.gatekeeper.domain.risk.Sense.BEHIND;
import static dev.wingman.gatekeeper.domain.risk.Sense.EDITING;
import static dev.wingman.gatekeeper.domain.risk.Sense.HOLDS;
import static dev.wingman.gatekeeper.domain.risk.Sense.JOINS;
import static dev.wingman.gatekeeper.domain.risk.Sense.PARTS;
import static dev.wingman.gatekeeper.domain.risk.Sense.THE;
import static dev.wingman.gatekeeper.domain.risk.Sense.UNUSED;
import static dev.wingman.gatekeeper.domain.risk.Sense.WIDGETS;

/// Whether a word that names a loss only edits a text or a page: nothing is lost that a history does not keep.
record Editing(Words words) {

    /// So many words beside a verb may name what it is done to.
    static final int OBJECT = 5;
    /// A sentence that goes on for longer is not looked at to its end, and excuses nothing.
    private static final int SENTENCE = 16;

    boolean is(int verb) {
        return isOfWhatNobodyUses(verb) || isOfAPart(verb) || isAPartsName(verb);
    }

    /// "Remove the unused import", "trailing whitespace is removed".
    private boolean isOfWhatNobodyUses(int verb) {
        var passive = verb > 0 && words.is(verb - 1, BE);
        var from = passive ? verb - 1 - OBJECT : verb + 1;
        var to = passive ? verb - 1 : verb + 1 + OBJECT;
        var edits = words.has(from, to, EDITING) || words.has(from, to, UNUSED) && words.has(from, to, PARTS);
        return edits && holdsNothing(verb, 1) && holdsNothing(verb, -1);
    }

    /// "Remove the volume icon from the legend", "removal of the old logo": what goes is what the last word of its name says, and
    /// nothing that is joined to it.
    private boolean isOfAPart(int verb) {
        var from = words.reads(verb + 1, "of") ? verb + 2 : verb + 1;
        var end = from;
        while (end - from <= OBJECT && !words.isMark(end) && !words.is(end, BEHIND) && !words.is(end, JOINS)) {
            end++;
        }
        return end > from && words.is(end - 1, WIDGETS) && !words.has(from, end - 2, HOLDS) && joinsNothing(end)
                && holdsNothing(end, 1) && holdsNothing(verb, -1);
    }

    /// "The delete button", and not "delete buttons".
    private boolean isAPartsName(int at) {
        return at > 0 && words.is(at - 1, THE) && words.is(at + 1, WIDGETS);
    }

    private boolean joinsNothing(int from) {
        for (var at = from; at - from <= SENTENCE; at++) {
            if (words.endsSentence(at)) {
                return true;
            }
            if (words.is(at, JOINS) || words.isMark(at)) {
                return false;
            }
        }
        return false;
    }

    private boolean holdsNothing(int from, int step) {
        for (var at = from; Math.abs(at - from) <= SENTENCE; at += step) {
            if (at < 0 || words.endsSentence(at)) {
                return true;
            }
            if (words.is(at, HOLDS)) {
                return false;
            }
        }
        return false;
    }
}
