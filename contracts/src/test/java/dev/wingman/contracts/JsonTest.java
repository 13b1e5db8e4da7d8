package dev.wingman.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void hasOneByteFormForObjectsAndLists() {
        assertThat(canonical(Map.of("b", List.of(2, 1.0), "a", "\u20ac\n")))
                .isEqualTo("{\"a\":\"\u20ac\\n\",\"b\":[2,1]}");
        assertThat(canonical(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    }

    @Test
    void hasOneByteFormForATextToo() {
        assertThat(canonical("7KQ2")).isEqualTo("\"7KQ2\"");
        assertThat(Digests.ofCanonical("7KQ2")).hasSize(71).isNotEqualTo(Digests.ofCanonical("7KQ3"));
    }

    private static String canonical(Object value) {
        return new String(Json.canonical(value), UTF_8);
    }
}
