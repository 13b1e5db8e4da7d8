package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Source;

/// Orders in German, French, Spanish, Italian and Portuguese, by the words of `tongues.tsv`: a verb where a clause begins, or a German one
/// where it ends, and a noun of its family in the same clause.
final class ForeignOrders {
    private static final int REACH = 16;
    private static final int NEAR = 3;
    private static final Lexicon TABLE = Lexicon.beside(ForeignOrders.class, "tongues.tsv");
    private static final Set<String> ASKING = list("asking");
    private static final Set<String> JOINING = list("joining");
    private static final Set<String> DEMANDING = list("demanding");
    private static final Set<String> DUE = list("due");
    private static final Set<String> ZU = list("zu");
    private static final Set<String> PASSIVE = list("passive");
    private static final Set<String> TELLING = list("telling");
    private static final Set<String> BECOMING = list("becoming");
    private static final Set<String> CLAUSAL = list("clausal");
    private static final Set<String> TEMPORARY = list("temporary");
    private static final Set<String> RELATIVE = list("relative");
    private static final Set<String> GENITIVE = list("genitive");
    private static final Set<String> NEGATING = list("negating");
    private static final Set<String> HESITATING = list("hesitating");
    private static final Set<String> TURNING = list("turning");
    private static final Set<String> EXCEPTING = list("excepting");
    private static final Set<String> CONSENT = list("consent");
    private static final Set<String> PLACES = list("places");
    private static final Set<String> TEXTS = list("texts");
    private static final Set<String> NOTHING = list("nothing");
    private static final Set<String> WHOLE = list("whole");
    private static final Map<String, List<Verb>> BY_WORD = load();

    private ForeignOrders() {}

    /// How a verb stands there.
    private enum Form {
        /// At the head of its clause, with its particle somewhere behind it.
        COMMAND,
        /// At the head or at the end.
        INFINITIVE,
        /// With "zu" in it.
        ZU_INFINITIVE, PARTICIPLE
    }

    /// @param endings how a compound ends that counts always
    /// @param denies whether a denial belongs to what is asked for: "so that the auditor does not see it"
    private record Family(Action action, Nouns always, Nouns whole, List<String> endings, boolean denies) {
        boolean holds(Words words, int index, int from, int to, boolean all) {
            var word = words.get(index).lower();
            return isAmong(words, index)
                    || always.hold(words, index, from, to) || all && whole.hold(words, index, from, to)
                    || endings.stream().anyMatch(word::endsWith);
        }

        boolean isAmong(Words words, int index) {
            return always.isAmong(words, index, sentence(words, index), sentenceEnd(words, index));
        }
    }


    private record Verb(Family family, Form form, String particle) {}

    /// All words by which such an order may begin.
    static Set<String> words() {
        return BY_WORD.keySet();
    }

    static Optional<Offence> judge(Words words, int index) {
        for (var verb : BY_WORD.getOrDefault(words.get(index).program(), List.of())) {
            var object = isFirst(words, index, verb) ? first(words, index, verb.family()) : -1;
            if (object < 0 && isLast(words, index, verb)) {
                object = object(words, begin(words, index), index, verb.family());
            }
            if (object >= 0 && (verb.family().denies() || !isRuledOut(words, index, verb))) {
                return Optional.of(verb.family().action()
                        .from(words.get(Math.min(index, object)), words.get(Math.max(index, object))));
            }
        }
        return Optional.empty();
    }

    /// "Lösche …", "bitte … ", "supprime …": whether the verb begins its clause.
    private static boolean isFirst(Words words, int index, Verb verb) {
        if (verb.form() == Form.PARTICIPLE || verb.form() == Form.ZU_INFINITIVE) {
            return false;
        }
        if (words.get(index).before() == Gap.SPACE) {
            var before = words.get(index - 1);
            var goesOn = before.punctuation() == ',' || JOINING.contains(before.lower());
            var asked = ASKING.contains(before.lower())
                    || verb.family().denies() && NOTHING.contains(before.lower());
            if (!goesOn && !asked || goesOn && words.get(index).lower().endsWith("t")) {
                return false;
            }
        }
        return verb.particle().isEmpty() || words.has(index + 1, end(words, index), Set.of(verb.particle()));
    }

    /// "Alle Container entfernen", "die Datenbank muss gelöscht werden": whether the verb ends a clause that asks.
    private static boolean isLast(Words words, int index, Verb verb) {
        var begin = begin(words, index);
        if (verb.form() == Form.COMMAND || begin == index) {
            return false;
        }
        var demanded = words.has(begin, index, DEMANDING)
                || words.has(begin, index, TELLING) && isExcepted(words, index);
        var goesOn = index + 1 < words.size() && words.get(index + 1).before() == Gap.SPACE
                && words.get(index).punctuation() == ' ';
        var next = goesOn ? words.get(index + 1).lower() : "";
        if (verb.form() == Form.PARTICIPLE || PASSIVE.contains(next)) {
            return demanded && PASSIVE.contains(next) || !goesOn && isDone(words, index);
        }
        if (goesOn && !JOINING.contains(next) && !PLACES.contains(next) && !EXCEPTING.contains(next)) {
            return false;
        }
        if (verb.form() == Form.ZU_INFINITIVE || ZU.contains(words.get(index - 1).lower())) {
            return words.has(sentence(words, index), index, DUE);
        }
        var relative = begin > 0 && words.get(begin).before() == Gap.SPACE
                && RELATIVE.contains(words.get(begin).lower());
        return demanded || !relative && !words.has(begin, index, TELLING);
    }

    /// "Die Datenbank wird gelöscht.": a step, unless the sentence says when that happens, or of what a test made.
    private static boolean isDone(Words words, int index) {
        var begin = sentence(words, index);
        var becomes = false;
        for (var i = begin; i < index; i++) {
            var word = words.get(i).lower();
            becomes = becomes || BECOMING.contains(word);
            if (!BECOMING.contains(word) && TELLING.contains(word) || i > begin && CLAUSAL.contains(word)
                    || TEMPORARY.stream().anyMatch(word::startsWith)) {
                return false;
            }
        }
        return becomes && !words.has(index + 1, sentenceEnd(words, index), TELLING);
    }

    /// The noun behind a verb in its clause, or one that counts with others in its sentence.
    private static int first(Words words, int index, Family family) {
        var end = end(words, index);
        var object = object(words, index + 1, end, family);
        return object >= 0
                ? object
                : IntStream.range(family.denies() ? sentence(words, index) : index + 1, sentenceEnd(words, index))
                        .filter(i -> family.isAmong(words, i) && !words.has(index + 1, i, TEXTS)).findFirst().orElse(-1);
    }

    /// The noun that is meant, unless it only says where, or a text is edited.
    private static int object(Words words, int from, int to, Family family) {
        for (var i = from; i < to; i++) {
            if (family.holds(words, i, from, to, words.has(from, i + 1, WHOLE))
                    && !isPlace(words, from, i)
                    && (family.action() == Action.SECRET_EXPOSURE || !words.has(i, to, TEXTS))) {
                return i;
            }
        }
        return -1;
    }

    /// "Aus der alten Tabelle"; in "zur Vorbereitung die Tabelle" another noun stands between.
    private static boolean isPlace(Words words, int from, int noun) {
        for (var i = noun - 1; i >= from && i >= noun - NEAR; i--) {
            if (PLACES.contains(words.get(i).lower())) {
                return true;
            }
            if (!words.get(i).isLower()) {
                return false;
            }
        }
        return false;
    }

    /// "Niemals …", "keine Container …", "… ist verboten"; an exception that no human decides takes it back.
    private static boolean isRuledOut(Words words, int index, Verb verb) {
        var zu = verb.form() == Form.ZU_INFINITIVE || ZU.contains(words.get(Math.max(0, index - 1)).lower());
        var end = index + 1;
        while (end < end(words, index) && !TURNING.contains(words.get(end).lower())) {
            end++;
        }
        var tells = index + 1 < end && GENITIVE.contains(words.get(index + 1).lower())
                && words.has(index + 1, end, TELLING);
        var negated = false;
        for (var i = zu ? sentence(words, index) : begin(words, index); i < end; i++) {
            negated = negated || NEGATING.contains(words.get(i).lower()) && !hesitates(words, i);
        }
        return (tells || negated) && !isExcepted(words, index);
    }

    private static boolean hesitates(Words words, int negation) {
        for (var i = Math.max(0, negation - 1); i < Math.min(words.size(), negation + 2); i++) {
            if (HESITATING.stream().anyMatch(words.get(i).lower()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExcepted(Words words, int index) {
        var last = sentenceEnd(words, index);
        return words.has(index + 1, last, EXCEPTING) && !words.has(index + 1, last, CONSENT);
    }

    private static int sentence(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        return begin;
    }

    private static int sentenceEnd(Words words, int index) {
        var end = index + 1;
        while (end < words.size() && end < index + REACH && words.get(end).before().isWithinSentence()) {
            end++;
        }
        return end;
    }

    private static int begin(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - REACH && (words.get(begin).before() == Gap.SPACE || isCode(words, begin))
                && words.get(begin - 1).punctuation() == ' ') {
            begin--;
        }
        return begin;
    }

    /// Whether inline code begins or ends before a word: a name within the clause.
    private static boolean isCode(Words words, int index) {
        return words.get(index).before() == Gap.CODE
                && (words.codeEnd(index) > 0 && words.codeBegin(index) == index || words.codeEnd(index - 1) == index);
    }

    private static int end(Words words, int index) {
        var end = index + 1;
        while (end < words.size() && end < index + REACH && words.get(end).before().isWithinSentence()
                && words.get(end - 1).punctuation() == ' ') {
            end++;
        }
        return end;
    }

    private static Map<String, List<Verb>> load() {
        var byWord = new HashMap<String, List<Verb>>();
        for (var row : TABLE.rows()) {
            var nouns = row.subList(2, 4).stream().map(column -> declined(spelled(TABLE.words(column)))).toList();
            var endings = nouns.getFirst().stream().filter(noun -> noun.startsWith("*")).map(noun -> noun.substring(1))
                    .toList();
            var family = new Family(Action.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_')),
                    Nouns.of(ForeignOrders::list, nouns.get(0)), Nouns.of(ForeignOrders::list, nouns.get(1)), endings,
                    row.get(2).contains("(not") || row.get(2).contains("(nobody"));
            spelled(TABLE.words(row.get(1))).forEach(verb -> add(byWord, verb, family));
        }
        return Map.copyOf(byWord);
    }

    /// Adds every form of a verb that the rules of German give, right or not: a wrong one is no word.
    private static void add(Map<String, List<Verb>> byWord, String written, Family family) {
        var bar = written.indexOf('|');
        if (written.startsWith("=")) {
            add(byWord, written.substring(1), family, Form.PARTICIPLE, "");
        } else if (!written.endsWith("-")) {
            var word = bar < 0 ? written : written.substring(0, bar);
            var german = bar < 0 && written.endsWith("en");
            add(byWord, word, family, german ? Form.INFINITIVE : Form.COMMAND,
                    bar < 0 ? "" : written.substring(bar + 1));
        } else {
            var particle = bar < 0 ? "" : written.substring(0, bar);
            var stem = written.substring(bar + 1, written.length() - 1);
            Stream.of("", "e", "t", "et", "en", "n").filter(ending -> bar >= 0 || !ending.endsWith("n"))
                    .forEach(ending -> add(byWord, stem + ending, family, Form.COMMAND, particle));
            add(byWord, particle + stem + "ung", family, Form.COMMAND, "");
            Stream.of("en", "n").forEach(ending -> {
                add(byWord, particle + stem + ending, family, Form.INFINITIVE, "");
                if (bar >= 0) {
                    add(byWord, particle + "zu" + stem + ending, family, Form.ZU_INFINITIVE, "");
                }
            });
            Stream.of("t", "et").forEach(ending -> {
                add(byWord, particle + "ge" + stem + ending, family, Form.PARTICIPLE, "");
                add(byWord, particle + stem + ending, family, Form.PARTICIPLE, "");
            });
        }
    }

    private static void add(Map<String, List<Verb>> byWord, String word, Family family, Form form, String particle) {
        byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(new Verb(family, form, particle));
    }

    /// Each noun, and its genitive: "des Clusters".
    private static Set<String> declined(Set<String> nouns) {
        return nouns.stream().flatMap(noun -> noun.endsWith("s") || noun.endsWith(")") ? Stream.of(noun) : Stream.of(noun, noun + 's'))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> list(String name) {
        return Set.copyOf(spelled(TABLE.list(name)));
    }

    /// Each word as a reader sees it, without its accents, and with its umlauts written out.
    private static Set<String> spelled(Set<String> words) {
        return words.stream().flatMap(word -> Stream.of(word, word.replace("ä", "ae").replace("ö", "oe")
                .replace("ü", "ue").replace("ß", "ss"))).map(word -> Source.of(word).text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
