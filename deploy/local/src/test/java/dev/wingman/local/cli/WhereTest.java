package dev.wingman.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

class WhereTest {

    @Test
    void namesTheCommandForTheFolderThatItsStackLiesIn() {
        var where = new Where();
        where.data = Path.of("other");

        assertThat(where.command("down")).isEqualTo("`wingman down --data " + Path.of("").toAbsolutePath() + "/other`");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "WINGMAN_STATE", matches = ".+")
    void namesTheCommandAloneForTheStackOfTheCheckout() {
        assertThat(new Where().command("down")).isEqualTo("`wingman down`");
    }
}
