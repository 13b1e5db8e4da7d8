package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.sql.SqlRule;

/// What stands before a command in its own sentence. Only the words of the same sentence count; a turn ("but", "then", "instead") ends the
/// reach of a "never", and behind a comma a clause of its own begins unless it goes on with a list of what is ruled out.
final class Clause {
    static final int REACH = Vocabulary.REACH;
    private static final Set<String> SIGNS = Vocabulary.of("❌ \ud83d\udeab ⛔ ✗ ✘ \ud83d\uded1 \ud83d\udc4e");
    private static final Set<String> PREFERRED = Vocabulary.of("prefer prefers preferred favour favor choose");
    private static final Set<String> USING = Vocabulary.of(
            "uses runs calls needs issues executes contains accepts supports passes offers allows permits requires");
    private static final Set<String> MAY = Vocabulary.of(
            "may must shall should can will ever runs uses executes calls");
    private static final Set<String> ASIDES = Set.of("even", "under", "whatever", "in", "for", "at", "not");
    private final Words words;
    private int excused = -REACH;

    Clause(Words words) {
        this.words = words;
    }

    /// The command at a word was ruled out: a list may go on behind it.
    void remember(int index) {
        excused = index;
    }

    boolean rulesOut(int index) {
        return isInterrupted(index) || isRuledOut(index);
    }

    private boolean isRuledOut(int index) {
        var clause = false;
        for (var i = index; i > 0 && i > index - REACH && isSameSentence(i); i--) {
            var word = words.get(i - 1);
            var earlier = word.lower();
            if (isReplaced(i - 1, index) || isGone(i - 1, index) || Tongues.rulesOut(words, i - 1, index)) {
                return !isComma(word);
            }
            if (isColon(word) || isDash(i - 1) && i < index) {
                return Label.rulesOut(words, label(i - 1), isDash(i - 1) ? i - 1 : i) && isListedFrom(i, index);
            }
            if (Vocabulary.TURNS.contains(earlier) && !isAside(i - 1)) {
                return false;
            }
            clause = clause || i < index && Vocabulary.JOINERS.contains(earlier) && !earlier.contains("or")
                    || isComma(word) || earlier.endsWith("--");
            if (isRefusal(i - 1)) {
                return isTight(i, index) && !isTakenBack(i - 1);
            }
            if (Vocabulary.NEGATORS.contains(earlier) || isNobody(i - 1, index)) {
                var aside = isComma(word) || clause;
                var listed = !clause || (excused >= i && excused < index || goesOnWithOr(i, index)) && isItem(index);
                return (listed && !isComma(word) || aside && isTight(i, index) && isParenthesis(i, index))
                        && !isTakenBack(i - 1);
            }
        }
        return index > 0 && isDash(index - 1) && isSameSentence(index)
                && Label.rulesOut(words, label(index - 1), index - 1);
    }

    /// "Do not, even if a test fails, `a`": between the commas stands an aside.
    private boolean isInterrupted(int command) {
        var run = command > 0 && isSameSentence(command) && !isComma(words.get(command - 1))
                && isLink(words.get(command - 1).lower());
        var index = run ? command - 1 : command;
        if (index == 0 || !isSameSentence(index) || !isComma(words.get(index - 1))) {
            return false;
        }
        var aside = index - 1;
        while (aside > 0 && aside > index - REACH && isSameSentence(aside) && !isComma(words.get(aside - 1))) {
            aside--;
        }
        return aside > 0 && isComma(words.get(aside - 1)) && isSameSentence(aside)
                && ASIDES.contains(words.get(aside).lower())
                && Vocabulary.NEGATORS.contains(words.get(aside - 1).lower()) && !isTakenBack(aside - 1);
    }

    private boolean isSameSentence(int index) {
        return words.get(index).before().isWithinSentence();
    }

    /// Where the words begin that are one label with this one.
    private int label(int index) {
        var begin = index;
        while (begin > 0 && begin > index - REACH && isSameSentence(begin) && !isColon(words.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static boolean isComma(Word word) {
        return word.punctuation() == ',' || word.text().equals(",");
    }

    private static boolean isColon(Word word) {
        return word.punctuation() == ':' || word.text().endsWith(":**") || word.text().equals(":");
    }

    private boolean isDash(int index) {
        var text = words.get(index).text();
        return text.equals("--") || text.equals("=") || text.equals("=>");
    }

    /// "Instead of `a`", "rather than `a`", "prefer b over `a`": only `a` is ruled out.
    private boolean isReplaced(int index, int command) {
        var before = index > 0 && isSameSentence(index) ? words.get(index - 1).lower() : "";
        return switch (words.get(index).lower()) {
            case "of" -> before.equals("instead") || before.equals("place") || before.equals("lieu");
            case "than" -> before.equals("rather");
            case "over" -> isPreferred(index);
            case "from" -> before.equals("away");
            default -> false;
        } && isTight(index + 1, command);
    }

    /// "It no longer uses `a`" tells of the past.
    private boolean isGone(int index, int command) {
        return words.get(index).lower().equals("longer") && index > 0 && words.get(index - 1).lower().equals("no")
                && index + 1 < command && USING.contains(words.get(index + 1).lower()) && isTight(index + 2, command);
    }

    private boolean isPreferred(int over) {
        for (var i = over; i > 0 && i > over - REACH && isSameSentence(i); i--) {
            if (PREFERRED.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefusal(int index) {
        var word = words.get(index).lower();
        return Vocabulary.REFUSALS.contains(word)
                || SIGNS.contains(word) && !words.get(index).before().equals(Gap.SPACE)
                || word.equals("is") && index > 0 && words.get(index - 1).lower().equals("mistake")
                || word.equals("clear") && index > 0
                        && Set.of("steer", "keep", "stay").contains(words.get(index - 1).lower());
    }

    /// "No worker may run …" is like "never"; "no tests are there" is not.
    private boolean isNobody(int index, int command) {
        if (!Vocabulary.NOBODY.contains(words.get(index).lower())) {
            return false;
        }
        if (isTight(index + 1, command)) {
            return true;
        }
        var may = false;
        for (var i = index + 1; i < command; i++) {
            var word = words.get(i).lower();
            if (Set.of("that", "you", "we", "i").contains(word)) {
                return false;
            }
            may = may || MAY.contains(word);
        }
        return may;
    }

    /// "Under no circumstances", "for any reason": no turn, only an aside.
    private boolean isAside(int index) {
        return index > 0 && Set.of("only", "by").contains(words.get(index).lower())
                && Set.of("used", "run").contains(words.get(index - 1).lower());
    }

    private boolean isParenthesis(int from, int to) {
        for (var i = from; i < to; i++) {
            if (Set.of("circumstances", "circumstance", "condition", "conditions", "ever", "reason", "whatsoever",
                    "point", "even")
                    .contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing stands between but links and a list of other commands.
    private boolean isTight(int from, int command) {
        var listed = false;
        var i = from;
        while (i < command) {
            var lower = words.get(i).lower();
            var joins = Vocabulary.JOINERS.contains(lower);
            if (isComma(words.get(i)) && isLink(lower) && !Vocabulary.PARENTHESIS.contains(lower)) {
                return false;
            }
            if (joins || isLink(lower) && !(listed && Vocabulary.ASKING.contains(lower))) {
                i++;
            } else if (isCommand(i)) {
                i = itemEnd(i, command);
                if (i < command && !isComma(words.get(i - 1)) && !Vocabulary.JOINERS.contains(words.get(i).lower())) {
                    return false;
                }
                listed = true;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isLink(String word) {
        return Vocabulary.LINKS.contains(word) || Vocabulary.PARENTHESIS.contains(word);
    }

    /// Where the item of a list ends that begins at a word: behind a comma, before a joiner or with its code.
    private int itemEnd(int from, int command) {
        var end = from + 1;
        while (end < command && words.get(end).before() == Gap.SPACE && !isComma(words.get(end - 1))
                && !Vocabulary.JOINERS.contains(words.get(end).lower())
                && !Vocabulary.ASKING.contains(words.get(end).lower())) {
            end++;
        }
        return end;
    }

    private boolean isCommand(int index) {
        var word = words.get(index);
        return Templates.about(word.program()) || SqlRule.about(word.program()) || word.isFlag()
                || words.codeEnd(index) > 0;
    }

    /// Behind a label each item is what it names; a clause that asks for something is none.
    private boolean isListedFrom(int from, int index) {
        for (var i = index; i > from; i--) {
            var earlier = words.get(i - 1);
            if (isComma(earlier) || Vocabulary.JOINERS.contains(earlier.lower())) {
                return true;
            }
            if (Vocabulary.ASKING.contains(earlier.lower()) && !earlier.lower().equals("with")) {
                return i - 1 == from;
            }
        }
        return true;
    }

    /// "Never `a`, `b` and `c`" is a list; "never `a`, I will run `b`" asks.
    private boolean isItem(int index) {
        for (var i = index; i > 0 && i > index - REACH && isSameSentence(i); i--) {
            if (excused == i - 1 && i - 1 < index && !isComma(words.get(i - 1))) {
                return true;
            }
            var earlier = words.get(i - 1);
            if (isComma(earlier) || Vocabulary.JOINERS.contains(earlier.lower())) {
                return !isAffirmed(index);
            }
            if (Vocabulary.ASKING.contains(earlier.lower())) {
                return false;
            }
        }
        return true;
    }

    /// "…, `b` is better": what has a verb of its own is no item.
    private boolean isAffirmed(int index) {
        var next = words.codeEnd(index);
        return next > 0 && next < words.size() && isSameSentence(next)
                && Set.of("is", "works", "will", "does", "helps", "instead", "must", "should", "it", "now")
                        .contains(words.get(next).lower())
                && !(next + 1 < words.size() && Vocabulary.NEGATORS.contains(words.get(next + 1).lower()));
    }

    /// "Never use force pushes, rm -rf, or mkfs": the last of a list says that it is one.
    private boolean goesOnWithOr(int verb, int index) {
        var here = words.get(index - 1).lower();
        if (here.equals("or") || here.equals("nor")) {
            return true;
        }
        for (var i = index; i < Math.min(words.size(), index + REACH) && (i == index || isSameSentence(i)); i++) {
            if (words.get(i).lower().equals("or") || words.get(i).lower().equals("nor")) {
                return Set.of("run", "use", "call", "execute").contains(words.get(verb).lower());
            }
        }
        return false;
    }

    /// "Do not work without --force", "never not run": a negation of a negation asks for it.
    private boolean isTakenBack(int negator) {
        var refusal = Vocabulary.REFUSALS.contains(words.get(negator).lower());
        for (var i = negator; i > 0 && i > negator - REACH && isSameSentence(i); i--) {
            var earlier = words.get(i - 1);
            if (isComma(earlier) || isColon(earlier) || Vocabulary.JOINERS.contains(earlier.lower())
                    || words.get(i).before() != Gap.SPACE && !refusal) {
                return false;
            }
            if (Vocabulary.NEGATORS.contains(earlier.lower()) || Vocabulary.REFUSALS.contains(earlier.lower())
                    || Vocabulary.NOBODY.contains(earlier.lower())) {
                return refusal || !Set.of("nor", "no").contains(words.get(negator).lower());
            }
        }
        return false;
    }
}
