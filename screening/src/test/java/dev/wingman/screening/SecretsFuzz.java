package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

/// The search for secrets, on texts that grow from the corpora towards code that none has reached yet.
class SecretsFuzz {
    /// Other tests read all of the corpora.
    private static final int EACH = 40;
    private static final Screening SCREENING = Screening.standard();
    /// One text in so many is repeated, to see whether it costs more than its share: all of them would leave no time to look for others.
    private static final int RARELY = 256;

    @MethodSource("seeds")
    @FuzzTest
    void findsSecretsInWhateverText(@NotNull @WithUtf8Length(max = 4096) String text) {
        var redacted = SCREENING.redact(text, RedactionTest.KEY);

        assertThat(SCREENING.secrets(text, Place.document())).allSatisfy(found -> {
            assertThat(found.start()).isBetween(0, text.length());
            assertThat(found.end()).isBetween(found.start() + 1, text.length());
        });
        assertThat(redacted.changed()).isEqualTo(!redacted.text().equals(text));
        if (!text.isEmpty() && text.hashCode() % RARELY == 0) {
            Proportion.holds(text, 1024, piece -> SCREENING.secrets(piece, Place.document()));
        }
    }

    static Stream<String> seeds() {
        var all = Stream.concat(InventedSecrets.all().stream().map(InventedSecrets.Sample::text),
                InventedSecrets.lookAlikes().stream()).toList();
        return IntStream.range(0, all.size() / EACH).mapToObj(index -> all.get(index * EACH));
    }
}
