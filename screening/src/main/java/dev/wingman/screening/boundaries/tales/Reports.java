package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Words;

/// What a text says that somebody does about a command, other than to run it: a rule reports it, the gate answers 422 to it, a handbook
/// explains what it does. Each is an excuse only as long as the text asks for nothing else.
public final class Reports {
    private static final Set<String> FINDING = Vocabulary.of(
            "find finds detect detects catch catches recognise recognises recognize recognizes prevents blocks rejected denied",
            "report reports flag flags warn warns complain complains spot spots matches refuses rejects denies forbids disallows",
            "lists list counts count answers bans highlights underlines intercepts quarantines");
    private static final Set<String> SEEKING = Vocabulary.of(
            "search searches searching scan scans scanning look looks looking grep greps hunt watch watches");
    private static final Set<String> LINKS = Vocabulary.of(
            "the a an any every all each use usage uses of for about on calls to plain bare that with commands command like");
    private static final Set<String> TELLING = Vocabulary.of(
            "explain explains describe describes document documents mention mentions show shows note discuss discusses teach",
            "teaches say says tell tells write");
    private static final Set<String> ASKED = Vocabulary.of("what why how when where");
    private static final Set<String> SAID = Vocabulary.of(
            "does do did means is was would breaks deletes costs can could will works fails");
    private static final Set<String> OPTIONS = Vocabulary.of("flag flags option options switch parameter argument");
    private static final Set<String> ANSWERING = Vocabulary.of(
            "answers answer answered responds respond replies reply returns return gives says");
    private static final Set<String> GETTING = Vocabulary.of(
            "gets get receives receive returns yields results ends leads produces causes triggers earns meets fails answered",
            "met draws raises");
    private static final Set<String> BETWEEN = Vocabulary.of(
            "a an the status code http in with to by error response answer is only always of");
    private static final Set<String> REFUSAL = Vocabulary.of(
            "refusal denial rejection violation violations refused denied rejected blocked forbidden no-go");
    private static final Set<String> SUPPOSING = Vocabulary.of("given when if whenever once suppose assuming");
    private static final Set<String> GUARDS = Vocabulary.of(
            "gate gatekeeper wingman scanner parser service validator linter policy rule it hook server screening api auditor",
            "check request instruction test answer call");
    private static final Set<String> REFUSING = Vocabulary.of(
            "denies refuses rejects blocks answers returns flags reports forbids stops responds replies");
    private static final Set<String> REFUSED = Vocabulary
            .of("denied refused rejected blocked flagged reported answered");
    private static final int NEAR = 8;

    private Reports() {}

    public static boolean tell(Words words, int command) {
        var from = Items.begin(words, command);
        var end = Items.end(words, command);
        return ((isFound(words, from) || isSought(words, from)) && words.codeEnd(command) > 0
                || isExplained(words, from, end)
                || isOption(words, from) || isAnswered(words, from) || gets(words, end) || isSupposed(words, from, end))
                && Echoes.isCalm(words, end);
    }

    /// "… reports `a`": not when nothing does, or no longer.
    private static boolean isFound(Words words, int from) {
        var at = from;
        while (at > 1 && at > from - 4 && words.get(at).before().isWithinSentence()
                && LINKS.contains(words.get(at - 1).lower()) && words.get(at - 1).punctuation() == ' ') {
            at--;
        }
        return at > 0 && words.get(at).before().isWithinSentence() && FINDING.contains(words.get(at - 1).lower())
                && words.get(at - 1).punctuation() == ' ' && isAffirmed(words, at - 1);
    }

    /// "Search the scripts for `a`".
    private static boolean isSought(Words words, int from) {
        if (from == 0 || !words.get(from - 1).lower().equals("for")) {
            return false;
        }
        for (var i = from - 1; i > 0 && i > from - NEAR && words.get(i).before().isWithinSentence(); i--) {
            var word = words.get(i - 1).lower();
            if (word.equals("for")) {
                return false;
            }
            if (SEEKING.contains(word)) {
                return isAffirmed(words, i - 1);
            }
        }
        return false;
    }

    private static boolean isAffirmed(Words words, int verb) {
        for (var i = verb; i > 0 && i > verb - NEAR && words.get(i).before().isWithinSentence(); i--) {
            var word = words.get(i - 1).lower();
            if (Vocabulary.NEGATORS.contains(word) || Vocabulary.NOBODY.contains(word)
                    || Set.of("longer", "hardly", "rarely", "seldom", "until", "unless", "if", "although", "though",
                            "wrongly", "mistakenly", "falsely").contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// "Explain in the handbook what `a` does".
    private static boolean isExplained(Words words, int from, int end) {
        if (from == 0 || !ASKED.contains(words.get(from - 1).lower()) || end >= words.size()
                || !SAID.contains(words.get(end).lower()) || !words.get(end).before().isWithinSentence()) {
            return false;
        }
        for (var i = from - 1; i > 0 && i > from - NEAR && words.get(i).before().isWithinSentence(); i--) {
            if (TELLING.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "Document the --force flag of our own tool".
    private static boolean isOption(Words words, int from) {
        return words.get(from).isFlag() && from > 1 && Set.of("the", "our", "its").contains(words.get(from - 1).lower())
                && TELLING.contains(words.get(from - 2).lower()) && words.get(from - 2).begins()
                && from + 1 < words.size() && OPTIONS.contains(words.get(from + 1).lower());
    }

    /// "The gate answers 422 to `a`".
    private static boolean isAnswered(Words words, int from) {
        if (from < 3 || !Set.of("to", "for", "on").contains(words.get(from - 1).lower())
                || !isRefusal(words.get(from - 2).lower())) {
            return false;
        }
        for (var i = from - 2; i > 0 && i > from - NEAR && words.get(i).before().isWithinSentence(); i--) {
            if (ANSWERING.contains(words.get(i - 1).lower())) {
                return isAffirmed(words, i - 1);
            }
        }
        return false;
    }

    /// "`a` gets status 422", "a request with `a` is answered with 422".
    private static boolean gets(Words words, int end) {
        var at = end;
        while (at < words.size() && at < end + 3 && words.get(at).before().isWithinSentence()
                && Set.of("is", "always", "must", "should", "will", "are").contains(words.get(at).lower())) {
            at++;
        }
        if (at >= words.size() || !words.get(at).before().isWithinSentence()
                || !GETTING.contains(words.get(at).lower())) {
            return false;
        }
        for (var i = at + 1; i < words.size() && i < at + NEAR && words.get(i).before().isWithinSentence(); i++) {
            if (isRefusal(words.get(i).lower())) {
                return true;
            }
            if (!BETWEEN.contains(words.get(i).lower())) {
                return false;
            }
        }
        return false;
    }

    /// "Given an instruction with `a`, when it is posted, then the gate denies it".
    private static boolean isSupposed(Words words, int from, int end) {
        var begin = from;
        while (begin > 0 && begin > from - Vocabulary.REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        if (!SUPPOSING.contains(words.get(begin).lower()) || begin == from) {
            return false;
        }
        for (var i = end; i + 1 < words.size() && i < end + Vocabulary.REACH
                && words.get(i + 1).before().isWithinSentence(); i++) {
            var next = words.get(i + 1).lower();
            var refused = Set.of("is", "gets").contains(next) && i + 2 < words.size()
                    && REFUSED.contains(words.get(i + 2).lower());
            if (GUARDS.contains(words.get(i).lower()) && (REFUSING.contains(next) || refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(String word) {
        return REFUSAL.contains(word) || word.length() == 3 && word.charAt(0) == '4' && word.charAt(1) < '6'
                && Character.isDigit(word.charAt(1)) && Character.isDigit(word.charAt(2));
    }
}
