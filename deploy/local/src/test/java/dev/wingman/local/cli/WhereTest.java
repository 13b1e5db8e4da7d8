package dev.wingman.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class WhereTest {

    @Test
    void namesTheCommandForTheFolderThatItsStackLiesIn() {
        var where = new Where();
        where.data = Path.of("other");

        assertThat(where.command("down")).isEqualTo("`wingman down --data " + Path.of("").toAbsolutePath() + "/other`");
    }

    @Test
    void namesTheCommandAloneForTheStackOfTheCheckout() {
        assertThat(Where.command("down", Optional.empty())).isEqualTo("`wingman down`");
    }
}
