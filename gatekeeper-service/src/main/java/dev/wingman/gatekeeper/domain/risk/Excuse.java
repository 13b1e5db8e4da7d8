package dev.wingman.gatekeeper.domain.risk;

import static dev.wingman.gatekeeper.domain.risk.Sense.CHANGES;
import static dev.wingman.gatekeeper.domain.risk.Sense.JOINS;
import static dev.wingman.gatekeeper.domain.risk.Sense.LOSES;
import static dev.wingman.gatekeeper.domain.risk.Sense.LOSES_WHOLE;
import static dev.wingman.gatekeeper.domain.risk.Sense.ORDERS;
import static dev.wingman.gatekeeper.domain.risk.Sense.RULES_OUT;
import static dev.wingman.gatekeeper.domain.risk.Sense.TAKES_BACK;
import static dev.wingman.gatekeeper.domain.risk.Sense.TELLS;
import static dev.wingman.gatekeeper.domain.risk.Sense.TURNS;
import static dev.wingman.gatekeeper.domain.risk.Sense.TURNS_AWAY;

/// The beginning of a sentence that rules out what it names, or only speaks of it: nothing of it is asked for.
record Excuse(Words words) {

    /// Who speaks of something says so in the first words.
    private static final int SUBJECT = 3;
    /// So far an "or" may follow on a verb that it belongs to.
    private static final int LIST = 12;

    /// Where it ends; where it begins, when the sentence excuses nothing.
    int end(int start) {
        if (start >= words.size() || words.isMark(start)) {
            return start;
        }
        var scope = rulesOut(start);
        return scope || forbids(start) ? endOfDenial(start, scope) : endOfTelling(start);
    }

    /// "Out of scope: …", "Forbidden: …": what stands behind the colon, too.
    private boolean rulesOut(int start) {
        return words.is(start, RULES_OUT) || words.reads(start + 1, "non", "goals")
                || words.reads(start, "out") && words.reads(start + 2, "of", "scope")
                || words.reads(start, "not")
                        && (words.reads(start + 1, "allowed") || words.reads(start + 2, "in", "scope"));
    }

    private boolean forbids(int start) {
        return words.denies(start) && (words.reads(start, "never") || words.reads(start, "don't")
                || words.reads(start, "nothing")) || words.denies(start + 1)
                        && (words.reads(start + 1, "do", "not") || words.reads(start + 1, "must", "not"));
    }

    /// Nothing is ruled out by a sentence that takes something back. A comma ends it but between what is ruled out together, and so does
    /// an order behind an "and".
    private int endOfDenial(int start, boolean scope) {
        var named = false;
        for (var at = start; at < words.size(); at++) {
            if (words.is(at, TAKES_BACK) || words.is(at, TURNS)) {
                return start;
            }
            if (words.endsSentence(at) || words.is(at, TURNS_AWAY) || words.is(at, ORDERS) && words.reads(at - 1, "and")
                    || !scope && (words.isColon(at) || words.isComma(at) && !(named && goesOn(at + 1)))) {
                return at;
            }
            named = named || isDanger(at);
        }
        return words.size();
    }

    /// "Never delete, drop or truncate anything".
    private boolean goesOn(int next) {
        if (!isDanger(next)) {
            return false;
        }
        for (var at = next; at - next < LIST && !words.endsSentence(at); at++) {
            if (words.reads(at, "or") || words.reads(at, "nor")) {
                return true;
            }
        }
        return false;
    }

    private boolean isDanger(int at) {
        return words.is(at, LOSES) || words.is(at, LOSES_WHOLE) || words.is(at, CHANGES);
    }

    /// "The docs explain why rows are deleted", "add a test that nobody deletes them".
    private int endOfTelling(int start) {
        var verb = start;
        while (verb - start < SUBJECT && !words.isMark(verb) && !tells(verb)) {
            if (isDanger(verb)) {
                return start;
            }
            verb++;
        }
        return tells(verb) ? endOfTold(verb) : start;
    }

    /// A database explains and runs what it is told to analyze.
    private boolean tells(int at) {
        return words.is(at, TELLS) && !words.reads(at + 1, "analyze") || words.reads(at, "document", "how")
                || words.reads(at, "document", "why")
                || words.reads(at + 1, "test", "that") || words.reads(at + 1, "tests", "that");
    }

    private int endOfTold(int verb) {
        var end = verb + 1;
        while (!words.isMark(end) && !words.is(end, JOINS) && !words.is(end, TURNS_AWAY)
                && !isMeanwhile(end)) {
            end++;
        }
        return end;
    }

    private boolean isMeanwhile(int at) {
        return words.reads(at, "while") || words.reads(at, "before") || words.reads(at, "after")
                || words.reads(at, "by");
    }
}
