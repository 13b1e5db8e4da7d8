package dev.wingman.screening.boundaries;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.spelling.Source;

/// The words by which English, and a few other languages, rule something out.
public final class Vocabulary {
    /// They rule out what the same clause says, whatever stands between.
    public static final Set<String> NEGATORS = of(
            "never not dont don't doesnt doesn't cannot cant can't mustnt mustn't shouldnt shouldn't",
            "wont won't neither nor may-not");
    /// They rule out what stands next to them, or what the one that they name may do.
    public static final Set<String> NOBODY = of("no nobody nothing none");
    /// Behind them another thing is meant.
    public static final Set<String> TURNS = of(
            "but then instead just except unless until hesitate forget mind only matter before after fail",
            "fails problem because so therefore however afterwards wait skip miss longer need omit neglect stop worry panic afraid",
            "once when if while since now simply please rather sooner besides hurry doubt delay choice other leave enough later ask",
            "otherwise though although proceed go ahead done matters by via through too prevents prevent stops hinders wrong say",
            "keeps decline cancel block postpone interrupt abort resist defer pause fear shy hold think overthink bother question",
            "object oppose abstain procrastinate quit rest sleep yet still anyway regardless dare scruple dither linger lose waste");
    public static final Set<String> COPULAS = of(
            "is are was were been stays stay remains remain be strictly get gets always explicitly");
    public static final Set<String> MODALS = of("must may shall should can will is are be");
    /// What a clause that asks for something has, and an item of a list has not.
    public static final Set<String> ASKING = of(
            "i i'll ill we we'll you will always must run use execute call do perform issue start apply",
            "with it lets let's");
    /// What may stand before the command in an item of a list.
    public static final Set<String> ITEM = of(
            "running run runs using use uses used usage calls calling execute executing execution typing issuing performing doing",
            "applying touching passing adding the a an any all every of to from such as like e.g eg i.e plain raw bare direct",
            "command commands flag flags option options statement statements switch tool tools destructive dangerous risky forced",
            "force with by via cleaning fixing pushing committing merging work working push pushes commit");
    public static final Set<String> JOINERS = of("or nor and and/or y o e et ou und oder en of i lub ani i ili");

    /// Whether a word says or asks something: an argument of a command does not.
    public static boolean isSaying(String word) {
        return TURNS.contains(word) || COPULAS.contains(word) || MODALS.contains(word) || ASKING.contains(word);
    }

    /// So many words of a sentence are looked at.
    public static final int REACH = 20;

    private Vocabulary() {}

    /// The words of several lines as a reader sees them, small or with a capital: look-alikes differ.
    public static Set<String> of(String... lines) {
        return Arrays.stream(lines).flatMap(line -> Arrays.stream(line.split(" ")))
                .flatMap(word -> Stream.of(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)))
                .map(word -> Source.of(word).text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
