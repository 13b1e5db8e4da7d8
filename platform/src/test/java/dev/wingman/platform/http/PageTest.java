package dev.wingman.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void leadsFromPageToPageUntilTheEnd() {
        var first = request(Optional.of(2), Optional.empty());
        var page = Page.of(List.of("a", "b", "c"), first, item -> item);

        assertThat(page.items()).containsExactly("a", "b");

        var second = request(Optional.of(2), page.next());
        assertThat(second.after()).contains("b");
        assertThat(Page.of(List.of("c"), second, item -> item).next()).isEmpty();
    }

    @Test
    void givesFiftyWhereNobodyAsks() {
        assertThat(request(Optional.empty(), Optional.empty()).limit()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void refusesALimitOutOfBounds(int limit) {
        assertThat(Page.request(Optional.of(limit), Optional.empty())).isInstanceOf(Body.Refused.class);
    }

    @Test
    void refusesACursorThatIsNone() {
        assertThat(Page.request(Optional.empty(), Optional.of("%%%"))).isInstanceOf(Body.Refused.class);
    }

    private static Page.Request request(Optional<Integer> limit, Optional<String> cursor) {
        return ((Body.Read<Page.Request>) Page.request(limit, cursor)).value();
    }
}
