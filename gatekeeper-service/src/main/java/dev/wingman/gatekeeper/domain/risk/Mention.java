package dev.wingman.gatekeeper.domain.risk;

import static dev.wingman.gatekeeper.domain.risk.Sense.ANSWERS;
import static dev.wingman.gatekeeper.domain.risk.Sense.BE;
import static dev.wingman.gatekeeper.domain.risk.Sense.KEEPS;
import static dev.wingman.gatekeeper.domain.risk.Sense.SUPPOSES;

/// Whether a word that names a loss only belongs to the name of something, or tells what a program does for whom it is asked by.
record Mention(Words words) {

    /// So many words behind it tell what becomes of it.
    private static final int BEHIND = 5;
    /// So far before it may stand what supposes it.
    private static final int SUPPOSED = 4;

    boolean is(int at) {
        return isOfAName(at) || isForItsOwner(at) || isBeforeAnything(at) || isKept(at) || isAnsweredRequest(at);
    }

    /// "A wrong filter would remove all rows", "data could be deleted by accident", and not "you could delete them": what might happen,
    /// though nobody is told to do it.
    boolean isSupposed(int at) {
        var verb = at - 1;
        while (verb > 0 && at - verb < SUPPOSED && isHelping(verb)) {
            verb--;
        }
        return verb > 0 && words.is(verb, SUPPOSES) && !isPlanner(verb - 1);
    }

    private boolean isPlanner(int at) {
        return words.reads(at, "you") || words.reads(at, "we") || words.reads(at, "i") || words.reads(at, "worker")
                || words.reads(at, "agent");
    }

    private boolean isHelping(int at) {
        return words.is(at, BE) || words.reads(at, "have") || words.isAdverb(at);
    }

    /// "Drop-down", "drag and drop", "deleted_at".
    private boolean isOfAName(int at) {
        return words.reads(at + 1, "drop", "down") && words.isHyphened(at)
                || words.reads(at - 1, "drag", "and") && words.reads(at, "and", "drop")
                || words.beginsName(at);
    }

    /// "Users can delete their own comments".
    private boolean isForItsOwner(int at) {
        return at > 0 && words.reads(at - 1, "can") && words.reads(at + 1, "their");
    }

    /// "Ask before anything is deleted".
    private boolean isBeforeAnything(int at) {
        return at > 2 && words.is(at - 1, BE) && words.reads(at - 2, "before", "anything");
    }

    /// "Deleted rows are marked".
    private boolean isKept(int at) {
        if (!words.beginsSentence(at) || !words.isParticiple(at)) {
            return false;
        }
        var end = at + 1;
        while (end - at < BEHIND && !words.isMark(end) && !words.is(end, BE)) {
            end++;
        }
        return words.is(end, BE) && words.is(end + 1, KEEPS);
    }

    /// "DELETE /orders/{id} answers 204".
    private boolean isAnsweredRequest(int at) {
        if (!words.beginsSentence(at) || !words.isRequest(at)) {
            return false;
        }
        var end = at + 1;
        while (end - at < BEHIND && !words.isMark(end) && !words.is(end, ANSWERS)) {
            end++;
        }
        return words.is(end, ANSWERS);
    }
}
