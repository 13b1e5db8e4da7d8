package dev.wingman.gatekeeper.domain.risk;

import static dev.wingman.gatekeeper.domain.risk.Sense.BE;
import static dev.wingman.gatekeeper.domain.risk.Sense.CHANGES;
import static dev.wingman.gatekeeper.domain.risk.Sense.LOSES;
import static dev.wingman.gatekeeper.domain.risk.Sense.LOSES_WHOLE;
import static dev.wingman.gatekeeper.domain.risk.Sense.ORDERS;
import static dev.wingman.gatekeeper.domain.risk.Sense.ROOT;
import static dev.wingman.gatekeeper.domain.risk.Sense.RULES_OUT;
import static dev.wingman.gatekeeper.domain.risk.Sense.TAKES_BACK;
import static dev.wingman.gatekeeper.domain.risk.Sense.TOUCHES;
import static dev.wingman.gatekeeper.domain.risk.Sense.TURNS;
import static dev.wingman.gatekeeper.domain.risk.Sense.TURNS_AWAY;

import java.util.List;
import java.util.function.ObjIntConsumer;

import dev.wingman.screening.spelling.Source;

/// What the words of a text say would be lost or changed. In doubt it is the higher: a human then looks at it.
public final class Wording {

    /// So many words behind a negation are what it denies.
    private static final int REACH = 4;

    private final Words words;
    private final Editing editing;
    private final Mention mention;
    private final Excuse excuse;
    private final Tone tone;

    /// What a text is there for.
    private enum Tone {
        MAKING, TELLING, SUPPOSING
    }

    private Wording(Source source, Tone tone) {
        this.words = Words.of(source);
        this.editing = new Editing(words);
        this.mention = new Mention(words);
        this.excuse = new Excuse(words);
        this.tone = tone;
    }

    /// Of a text that says what is made and reached: also what it touches counts.
    public static Peril making(String text) {
        return Script.peril(text).or(new Wording(Source.of(text), Tone.MAKING).peril());
    }

    /// Of any other text: what it says is done counts, and not what it only describes.
    public static Peril telling(String text) {
        return Script.peril(text).or(new Wording(Source.of(text), Tone.TELLING).peril());
    }

    /// Of an assessment of risks, which names what might happen.
    public static Peril supposing(String text) {
        return Script.peril(text).or(new Wording(Source.of(text), Tone.SUPPOSING).peril());
    }

    /// Of boundaries, which name dangers in order to rule them out: what a clause denies as a whole is not asked for, nor what stands
    /// below a line such as "Must not:".
    ///
    /// @param found hears of each peril, and in which of the texts it is
    public static void bounding(List<String> texts, ObjIntConsumer<Peril> found) {
        var text = String.join("\n", texts);
        if (Script.peril(text) != Peril.NONE) {
            found.accept(Peril.UNREAD, Script.firstUnread(texts));
        }
        var source = Source.of(text);
        new Wording(source, Tone.TELLING).perilsBesideDenials(new Sections(texts, source, found));
    }

    /// A negation holds for what it stands close before: "no container is deleted", and not "deploy it with no downtime".
    private Peril peril() {
        var highest = Peril.NONE;
        var sinceNegation = REACH;
        for (var at = excuse.end(0); at < words.size(); at++) {
            if (words.meansNothing(at)) {
                sinceNegation++;
                continue;
            }
            sinceNegation = words.isMark(at) || words.is(at, TURNS) || words.ordersApart(at)
                    || hurries(at, sinceNegation)
                            ? REACH
                            : words.denies(at) ? 0 : sinceNegation + 1;
            highest = sinceNegation < REACH ? highest : highest.or(ofWord(at));
            at = words.endsSentence(at) ? excuse.end(at + 1) - 1 : at;
        }
        return highest;
    }

    /// "Rows not needed are deleted", "without delay delete …": the negation was of something else.
    private boolean hurries(int at, int sinceNegation) {
        var negation = at - 1 - sinceNegation;
        if (sinceNegation >= REACH || sinceNegation == 0 || negation < 0) {
            return false;
        }
        return (words.reads(negation, "not") || words.reads(negation, "never") || words.reads(negation, "nobody"))
                && (words.reads(at, "is") || words.reads(at, "are"))
                || words.reads(negation, "without") && words.is(at, ORDERS);
    }

    private void perilsBesideDenials(Sections sections) {
        var below = false;
        var clause = new Clause(false);
        for (var at = 0; at < words.size(); at++) {
            if (words.endsLead(at)) {
                below = clause.denied && !clause.takenBack;
            }
            if (words.endsSentence(at) || words.is(at, TURNS_AWAY)) {
                clause.tell(below, sections);
                clause = new Clause(words.is(at, TURNS_AWAY));
            } else if (clause.deniesAThing && words.ordersApart(at)) {
                clause.tell(below, sections);
                clause = new Clause(true);
                clause.take(at);
            } else {
                clause.take(at);
            }
        }
        clause.tell(below, sections);
    }

    /// What is denied or asked for together.
    private final class Clause {

        /// It follows on "but" or "then": what was denied before it says nothing of it.
        private final boolean turned;
        private Peril highest = Peril.NONE;
        /// Where the highest stands.
        private int where;
        private boolean denied;
        /// "No downtime" denies no deed: an order that follows on it is one.
        private boolean deniesAThing;
        private boolean takenBack;

        private Clause(boolean turned) {
            this.turned = turned;
        }

        private void take(int at) {
            denied = denied || words.denies(at) || words.is(at, RULES_OUT) || words.reads(at, "of", "scope")
                    || words.reads(at, "non", "goals") || words.reads(at, "non", "goal");
            deniesAThing = deniesAThing || words.reads(at, "no") || words.reads(at, "without");
            takenBack = takenBack || words.is(at, TAKES_BACK) || words.reads(at, "not", "only");
            var peril = ofWord(at);
            if (peril.compareTo(highest) > 0) {
                highest = peril;
                where = at;
            }
        }

        private void tell(boolean below, Sections sections) {
            var asked = !denied && (!below || turned) || takenBack;
            if (asked && highest != Peril.NONE) {
                sections.tell(highest, words.start(where));
            }
        }
    }

    private Peril ofWord(int at) {
        if (words.is(at, LOSES) || words.is(at, LOSES_WHOLE)) {
            return editing.is(at) || mention.is(at) || tone == Tone.SUPPOSING && mention.isSupposed(at)
                    ? Peril.NONE
                    : Peril.LOSES;
        }
        return words.plays(at, Meanings.stirs()) ? alone(at).or(together(at)) : alone(at);
    }

    private Peril alone(int at) {
        if (words.is(at, CHANGES)) {
            return Peril.CHANGES;
        }
        if (words.is(at, ROOT) && words.reads(at, "as", "root")) {
            return Peril.ROOT;
        }
        return tone == Tone.MAKING && words.is(at, TOUCHES) ? Peril.TOUCHES : Peril.NONE;
    }

    /// "Stop the service", "the service is stopped": neither word alone says that anything is.
    private Peril together(int at) {
        return Meanings.upheavals().stream()
                .filter(upheaval -> words.plays(at, upheaval.verb())
                        && words.hasBeside(at, 1, Editing.OBJECT, upheaval.noun())
                        || words.plays(at, upheaval.participle()) && at > 0 && words.is(at - 1, BE)
                                && words.hasBeside(at - 1, -1, Editing.OBJECT, upheaval.noun()))
                .map(Meanings.Upheaval::peril).reduce(Peril.NONE, Peril::or);
    }

    /// The texts that were joined, one to a line, and what is found in them, from the first to the last.
    private static final class Sections {

        private final List<String> texts;
        private final Source source;
        private final ObjIntConsumer<Peril> found;
        private int at;
        private int end;

        private Sections(List<String> texts, Source source, ObjIntConsumer<Peril> found) {
            this.texts = texts;
            this.source = source;
            this.found = found;
            this.end = texts.isEmpty() ? 0 : texts.getFirst().length();
        }

        private void tell(Peril peril, int start) {
            while (source.start(start) > end) {
                at++;
                end += 1 + texts.get(at).length();
            }
            found.accept(peril, at);
        }
    }
}
