package dev.wingman.screening.forbidden;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Tells whether a sentence rules a command out, as a good boundary does: "never run `docker system prune`", or a list under
/// "Forbidden:". Only the words of the same sentence count; a turn ("but", "then", "instead") ends the reach of a "never", and behind a
/// comma a clause of its own begins unless it goes on with a list of what is ruled out.
final class Negation {
    private static final Set<String> NEGATORS = Set.of("never", "not", "no", "dont", "don't", "doesnt", "doesn't",
            "cannot", "cant",
            "can't", "mustnt", "mustn't", "shouldnt", "shouldn't", "wont", "won't", "without", "avoid", "avoids",
            "forbidden", "forbids",
            "forbid", "prohibited", "prohibits", "prohibit", "refuse", "refuses", "reject", "rejects", "denies", "deny",
            "disallowed", "neither",
            "nor", "nobody", "nothing", "may-not", "ban", "bans", "blocks", "excluded", "excludes", "off-limits",
            "disallow");
    private static final Set<String> REFUSALS = Set.of("without", "avoid", "avoids", "forbids", "forbid", "prohibit",
            "prohibits",
            "refuse", "refuses", "forbidden", "prohibited", "deny", "denies", "reject", "rejects", "disallow");
    private static final Set<String> TURNS = Set.of("but", "then", "instead", "just", "except", "unless", "until",
            "hesitate",
            "forget", "mind", "only", "matter", "before", "after", "fail", "fails", "problem", "because", "so",
            "therefore", "however",
            "afterwards", "wait", "skip", "miss", "longer", "need", "omit", "neglect", "stop", "worry", "panic",
            "afraid", "once", "when",
            "if", "while", "since", "now", "simply", "please", "rather", "sooner", "besides", "hurry", "doubt", "delay",
            "choice", "other",
            "leave", "enough", "later", "ask", "otherwise", "though", "although", "proceed", "go", "ahead", "done",
            "matters", "by", "via", "through", "too", "prevents", "prevent", "stops", "hinders", "wrong", "say",
            "keeps", "decline", "cancel", "block", "postpone", "interrupt", "abort");
    private static final Set<String> VERDICTS = Set.of("forbidden", "prohibited", "banned", "disallowed", "off-limits",
            "denied",
            "blocked", "rejected", "refused");
    private static final Set<String> COPULAS = Set.of("is", "are", "stays", "stay", "remains", "remain", "be",
            "strictly", "get");
    private static final Set<String> MODALS = Set.of("must", "may", "shall", "should", "can", "will", "is", "are",
            "be");
    private static final Set<String> ALLOWANCES = Set.of("allowed", "permitted", "run", "used", "executed",
            "acceptable", "ok", "called",
            "touched", "issued", "performed", "invoked", "mounted", "happen", "an");
    /// What a clause that asks for something has, and an item of a list has not.
    private static final Set<String> ASKING = Set.of("i", "i'll", "ill", "we", "we'll", "you", "will", "always", "must",
            "run",
            "use", "execute", "call", "do", "perform", "issue", "start", "apply", "with", "it");
    private static final Set<String> LABELS = Set.of("run", "use", "do", "execute", "commands", "following", "these",
            "this",
            "allowed", "call", "never", "forbidden", "not");
    private static final Set<String> JOINERS = Set.of("or", "nor", "and", "and/or");
    private static final int REACH = 20;
    private static final int HEADING = 10;

    private final Words words;
    private final boolean prose;
    private int excused = -REACH;

    Negation(Words words, boolean prose) {
        this.words = words;
        this.prose = prose;
    }

    boolean excuses(int index) {
        if (!prose) {
            return false;
        }
        if (isRuledOut(index) || isForbiddenAfter(index) || isListed(index)) {
            excused = index;
            return true;
        }
        return false;
    }

    private boolean isRuledOut(int index) {
        var clause = false;
        for (var i = index; i > 0 && i > index - REACH && isSameSentence(words.get(i)); i--) {
            var word = words.get(i - 1);
            var earlier = word.lower();
            if (TURNS.contains(earlier) || earlier.equals("--") && i < index || isEnd(earlier)) {
                return false;
            }
            clause = clause || i < index && JOINERS.contains(earlier) && !earlier.contains("or")
                    || isComma(word)
                    || earlier.endsWith("--");
            if (NEGATORS.contains(earlier)) {
                var listed = !clause
                        || (excused >= i && excused < index || goesOnWithOr(i, index)) && isItem(index);
                return listed && !isComma(word) && !isTakenBack(i - 1);
            }
            if ((word.punctuation() == ':' || earlier.equals(":")) && i - 1 > 0 && !isLabel(i - 1)) {
                return false;
            }
        }
        return false;
    }

    /// Behind a bracket or a code's end a mark is a word of its own.
    private static boolean isEnd(String word) {
        return word.length() == 1 && ".!?;".contains(word);
    }

    private static boolean isComma(Word word) {
        return word.punctuation() == ',' || word.text().equals(",");
    }

    /// "Never `a`, `b` and `c`" is a list; "never `a`, I will run `b`" asks.
    private boolean isItem(int index) {
        for (var i = index; i > 0 && i > index - REACH && isSameSentence(words.get(i)); i--) {
            if (excused == i - 1 && i - 1 < index && !isComma(words.get(i - 1))) {
                return true;
            }
            var earlier = words.get(i - 1);
            if (isComma(earlier) || JOINERS.contains(earlier.lower())) {
                return true;
            }
            if (ASKING.contains(earlier.lower())) {
                return false;
            }
        }
        return true;
    }

    /// "Never use force pushes, rm -rf, or mkfs": the last of a list says that it is one.
    private boolean goesOnWithOr(int verb, int index) {
        var here = words.get(index - 1).lower();
        if (here.equals("or") || here.equals("nor")) {
            return true;
        }
        for (var i = index; i < Math.min(words.size(), index + REACH)
                && (i == index || isSameSentence(words.get(i))); i++) {
            if (words.get(i).lower().equals("or") || words.get(i).lower().equals("nor")) {
                return Set.of("run", "use", "call", "execute").contains(words.get(verb).lower());
            }
        }
        return false;
    }

    /// "Do not do this: …" announces what is ruled out; "no time: …" does not.
    private boolean isLabel(int colon) {
        var said = words.get(colon).text().equals(":") ? colon - 1 : colon;
        return said >= 0 && LABELS.contains(words.get(said).lower());
    }

    /// "Do not work without --force", "never not run": a negation of a negation asks for it.
    private boolean isTakenBack(int negator) {
        var refusal = REFUSALS.contains(words.get(negator).lower());
        for (var i = negator; i > 0 && i > negator - REACH && isSameSentence(words.get(i)); i--) {
            var earlier = words.get(i - 1);
            if (earlier.punctuation() == ',') {
                return false;
            }
            if (JOINERS.contains(earlier.lower()) || words.get(i).before() != Gap.SPACE && !refusal) {
                return false;
            }
            if (NEGATORS.contains(earlier.lower())) {
                return refusal || !Set.of("nor", "no").contains(words.get(negator).lower());
            }
        }
        return false;
    }

    private static boolean isSameSentence(Word word) {
        return word.before().compareTo(Gap.LINE) < 0;
    }

    private boolean isForbiddenAfter(int index) {
        var last = Math.min(words.size(), index + REACH);
        for (var i = index + 1; i < last && isSameSentence(words.get(i)); i++) {
            var word = words.get(i).lower();
            if (TURNS.contains(word)) {
                return false;
            }
            var before = words.get(i - 1).lower();
            if (VERDICTS.contains(word)) {
                return COPULAS.contains(before);
            }
            if (NEGATORS.contains(word)) {
                return MODALS.contains(before) && isAllowance(i + 1, last);
            }
        }
        return false;
    }

    private boolean isAllowance(int from, int last) {
        var next = from < last && (words.get(from).lower().equals("be") || words.get(from).lower().equals("ever"))
                ? from + 1
                : from;
        return next < last && isSameSentence(words.get(next)) && ALLOWANCES.contains(words.get(next).lower());
    }

    /// Bullets under a heading that says so: "Must not:", "Never", "## Forbidden".
    private boolean isListed(int index) {
        var line = index;
        while (line > 0 && line > index - REACH && isSameSentence(words.get(line))) {
            if (TURNS.contains(words.get(line).lower())) {
                return false;
            }
            line--;
        }
        if (words.get(line).before() != Gap.BULLET || TURNS.contains(words.get(line).lower())) {
            return false;
        }
        return headingOf(line);
    }

    private boolean headingOf(int bullet) {
        var looks = 0;
        var line = bullet;
        while (line > 0 && looks++ < 400) {
            line--;
            var word = words.get(line);
            if (word.before() == Gap.BULLET && !isHeading(line) || isSameSentence(word) && line > 0) {
                continue;
            }
            return isHeading(line) && rulesOut(line);
        }
        return false;
    }

    /// A short line that ends with a colon, or that a heading's sign begins.
    private boolean isHeading(int line) {
        var end = line + 1;
        while (end < words.size() && isSameSentence(words.get(end))) {
            end++;
        }
        return end - line <= HEADING
                && (words.get(end - 1).punctuation() == ':' || words.get(end - 1).text().endsWith(":**")
                        || end - line <= 4 && rulesOut(line) && words.get(line).text().charAt(0) != '`'
                                && !hasColon(line, end));
    }

    private boolean hasColon(int from, int to) {
        for (var i = from; i < to; i++) {
            if (words.get(i).punctuation() == ':' || words.get(i).text().equals(":")) {
                return true;
            }
        }
        return false;
    }

    private boolean rulesOut(int line) {
        var negates = false;
        for (var i = line; i < words.size() && i < line + HEADING && (i == line || isSameSentence(words.get(i))); i++) {
            var word = words.get(i).program();
            if (TURNS.contains(word)) {
                return false;
            }
            negates = negates || NEGATORS.contains(word)
                    || Set.of("boundary", "boundaries-never", "prohibitions", "don'ts", "donts")
                            .contains(word);
        }
        return negates;
    }
}
