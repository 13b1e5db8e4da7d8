package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

/// The reader of commands, on texts that grow from the corpora towards code that none has reached yet.
class ForbiddenFuzz {
    /// Other tests read all of the corpora.
    private static final int EACH = 40;
    private static final Screening SCREENING = Screening.standard();
    /// One text in so many is repeated, to see whether it costs more than its share: all of them would leave no time to look for others.
    private static final int RARELY = 256;

    @MethodSource("seeds")
    @FuzzTest
    void readsCommandsInWhateverText(@NotNull @WithUtf8Length(max = 4096) String text) {
        for (var place : List.of(Place.document(), Place.command("/action/cwd"))) {
            assertThat(SCREENING.forbidden(text, place)).allSatisfy(found -> {
                assertThat(found.start()).isBetween(0, text.length());
                assertThat(found.end()).isBetween(found.start(), text.length());
            });
        }
        if (!text.isEmpty() && text.hashCode() % RARELY == 0) {
            Proportion.holds(text, 1024, piece -> SCREENING.forbidden(piece, Place.document()));
        }
    }

    static Stream<String> seeds() {
        var all = Stream.concat(Corpus.dangerous().stream().map(Corpus.Dangerous::text), Corpus.ordinary().stream())
                .toList();
        return IntStream.range(0, all.size() / EACH).mapToObj(index -> all.get(index * EACH));
    }
}
