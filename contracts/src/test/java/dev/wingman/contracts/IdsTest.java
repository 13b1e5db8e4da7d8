package dev.wingman.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void aDerivedIdIsTheVersion5OfRfc9562() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(Ids.derived(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void aDerivedIdIsTheSameEachTimeAndAnotherForAnotherName() {
        assertThat(Ids.derived(Samples.ID, "verdict")).isEqualTo(Ids.derived(Samples.ID, "verdict"))
                .isNotEqualTo(Ids.derived(Samples.ID, "alert")).isNotEqualTo(Ids.derived(Samples.OTHER, "verdict"));
    }

    @Test
    void aFirstIdIsAVersion7ThatSortsByTime() {
        var earlier = Ids.first(Samples.NOON);
        var later = Ids.first(Samples.NOON.plusMillis(1));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(earlier.getMostSignificantBits() >>> 16)).isEqualTo(Samples.NOON);
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void tenThousandFirstIdsOfOneMillisecondDiffer() {
        assertThat(Stream.generate(() -> Ids.first(Samples.NOON)).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }
}
