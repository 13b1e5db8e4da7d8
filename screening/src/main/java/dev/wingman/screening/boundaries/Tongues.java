package dev.wingman.screening.boundaries;

import java.util.Set;
import java.util.stream.IntStream;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Boundaries in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese and Japanese. Fewer words are known of them than
/// of English: the command must stand next to what rules it out.
final class Tongues {
    private static final Set<String> NEGATORS = Vocabulary.list("tongues-negators");
    private static final Set<String> LINKS = Vocabulary.list("tongues-links");
    private static final Set<String> WITHOUT = Vocabulary.list("tongues-without");
    private static final Set<String> PREFIXES = Vocabulary.list("tongues-prefixes");
    /// "Zögere nicht": do it.
    private static final Set<String> HESITATING = Vocabulary.list("tongues-hesitating");
    /// "Nie … auslassen": do it each time. Stems of the verbs that German and others put behind what they leave out.
    private static final String[] OMITTING = Vocabulary.list("tongues-omitting").toArray(String[]::new);
    private static final String[] BEFORE = {"不要", "禁止", "切勿", "不得", "严禁", "请勿", "勿", "不能", "不可", "不应", "不准", "嚴禁", "請勿",
            "绝不",
            "决不", "永不", "不许", "避免"};
    private static final String[] DOING = {"运行", "執行", "执行", "使用", "用", "跑", "调用", "输入", "命令", "任何", "在", "生产", "环境",
            "中", "上", "去",
            "再", "直接", "以", "可以", "应", "永远", "绝对", "運行", ":"};
    private static final String[] AFTER = {"しないで", "しないこと", "しません", "してはいけ", "してはなら", "使わないで", "使わないこと", "使用しない",
            "実行しない。", "禁止", "厳禁", "不可", "ないでください", "行わない", "避け", "하지마", "금지", "마십시오", "마세요"};
    private static final String[] NOT_AFTER = {"しないと", "なければ", "禁止しない", "禁止され", "不可欠", "避けられ"};

    /// So few words may follow a command that is told of.
    private static final int TOLD = 8;
    private static final Set<String> TELLING = Vocabulary.list("tongues-telling");
    private static final Set<String> DOCUMENTING = Vocabulary.list("tongues-documenting");
    private static final Set<String> SUPPOSING = Vocabulary.list("tongues-supposing");
    private static final Set<String> ACCIDENT = Vocabulary.list("tongues-accident");
    private static final Set<String> HARM = Vocabulary.list("tongues-harm");
    private static final Set<String> VERDICTS = Vocabulary.list("tongues-verdicts");
    private static final Set<String> COPULAS = Vocabulary.list("tongues-copulas");

    private Tongues() {}

    /// Whether words before or behind the command at a word, or the code that begins with the first one, rule it out.
    static boolean ruleOut(Words words, int first, int index) {
        for (var i = first; i > 0 && i > first - Vocabulary.REACH && words.get(i).before().isWithinSentence(); i--) {
            if (rulesOut(words, i - 1, first)) {
                if (WITHOUT.contains(words.get(i - 1).lower()) && isNegated(words, i - 1)) {
                    return false;
                }
                return words.get(i - 1).punctuation() != ','
                        && !isOmitted(words, Math.max(index + 1, words.codeEnd(index)));
            }
        }
        var from = Math.max(index + 1, words.codeEnd(index));
        for (var i = from; i < Math.min(words.size(), from + Vocabulary.REACH)
                && words.get(i).before().isWithinSentence(); i++) {
            if (Vocabulary.TURNS.contains(words.get(i).lower())) {
                return false;
            }
            if (rulesOutBefore(words.get(i).text()) || isVerdict(words, i)) {
                return true;
            }
        }
        return false;
    }

    /// "Kapitel 3 beschreibt, welchen Schaden ein `TRUNCATE` angerichtet hat": somebody tells of it, names the harm or the verdict, and the
    /// sentence is soon over.
    static boolean tell(Words words, int first, int index) {
        var begin = first;
        while (begin > 0 && begin > first - Vocabulary.REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        var behind = Math.max(index + 1, words.codeEnd(index));
        var end = behind;
        while (end < words.size() && words.get(end).before().isWithinSentence() && end < behind + TOLD) {
            end++;
        }
        var over = end == words.size() || !words.get(end).before().isWithinSentence();
        var told = words.has(begin + 1, first, TELLING) || words.has(begin, first, DOCUMENTING);
        return over && !words.has(begin, end, WITHOUT)
                && IntStream.range(behind, end).noneMatch(i -> words.get(i - 1).punctuation() == ',')
                && (told && (words.has(begin, end, HARM) || words.has(behind, end, VERDICTS))
                        || words.has(begin, first, ACCIDENT) && words.has(behind, end, SUPPOSING));
    }

    /// Whether a verb behind the command leaves it out: to forbid that asks for it.
    private static boolean isOmitted(Words words, int from) {
        for (var i = from; i < Math.min(words.size(), from + Vocabulary.REACH)
                && words.get(i).before().isWithinSentence(); i++) {
            for (var stem : OMITTING) {
                if (words.get(i).lower().startsWith(stem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// "Nicht ohne", "ne … pas sans": with it.
    private static boolean isNegated(Words words, int without) {
        for (var i = without; i > 0 && i > without - Vocabulary.REACH
                && words.get(i).before().isWithinSentence(); i--) {
            if (NEGATORS.contains(words.get(i - 1).lower()) || Vocabulary.NEGATORS.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word is a negation of such a language, and the command stands next to it.
    private static boolean rulesOut(Words words, int index, int command) {
        var word = words.get(index).lower();
        if (!isForeign(word) || hesitates(words, index)) {
            return isChinese(words.get(index).text()) && index + 1 == command;
        }
        for (var i = index + 1; i < command; i++) {
            if (!LINKS.contains(words.get(i).lower()) && !NEGATORS.contains(words.get(i).lower())) {
                return false;
            }
        }
        if (word.equals("he")) {
            return index + 1 < command && isCyrillic(words.get(index + 1).text());
        }
        // English has some of these words, and uses them otherwise.
        return command > index + 1 || !Set.of("no", "die", "of", "ne", "sin", "non", "mai").contains(word);
    }

    /// Whether a word behind a command says that it is forbidden: "ist verboten".
    private static boolean isVerdict(Words words, int index) {
        return VERDICTS.contains(words.get(index).lower())
                && (COPULAS.contains(words.get(index - 1).lower()) || isCyrillic(words.get(index).text()));
    }

    /// Whether the text behind a command, in a language that puts its verb there, rules it out.
    private static boolean rulesOutBefore(String text) {
        return text.length() > 1 && text.charAt(0) > 0x3000 && holds(text, AFTER) && !holds(text, NOT_AFTER);
    }

    /// Whether letters are left that look like none of ASCII.
    private static boolean isCyrillic(String word) {
        return word.chars().anyMatch(c -> c >= 0x400 && c < 0x500);
    }

    private static boolean isForeign(String word) {
        if (NEGATORS.contains(word)) {
            return true;
        }
        for (var prefix : PREFIXES) {
            if (word.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hesitates(Words words, int index) {
        for (var i = index; i >= 0 && i > index - 3; i--) {
            for (var stem : HESITATING) {
                if (words.get(i).lower().startsWith(stem)) {
                    return true;
                }
            }
            if (words.get(i).before() != Gap.SPACE) {
                return false;
            }
        }
        return false;
    }

    /// Nothing but words of doing may follow the negation: "不要犹豫" asks.
    private static boolean isChinese(String text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) < 0x3000 && !text.endsWith(":")) {
            return false;
        }
        for (var negation : BEFORE) {
            var at = text.lastIndexOf(negation);
            if (at >= 0) {
                var rest = text.substring(at + negation.length());
                for (var doing : DOING) {
                    rest = rest.replace(doing, "");
                }
                return rest.isEmpty();
            }
        }
        return false;
    }

    private static boolean holds(String text, String[] parts) {
        for (var part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
