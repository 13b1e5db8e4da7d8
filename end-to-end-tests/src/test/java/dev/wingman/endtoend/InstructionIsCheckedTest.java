package dev.wingman.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Violation;
import dev.wingman.local.demo.Plans;

/// Part 1 of the story.
class InstructionIsCheckedTest {

    private final Tenant acme = World.tenant("checked");

    @Test
    void aBadPlanComesBackWithEveryFaultAndItsKeyIsNowhere() throws IOException {
        var reply = acme.worker("coder-1").submit(Plans.bad(acme.playground().file("report.csv")), Optional.empty());

        assertThat(reply).isInstanceOfSatisfying(Reply.No.class, no -> assertThat(no.refusal())
                .isInstanceOfSatisfying(Refusal.Rejected.class, rejected -> {
                    assertThat(rejected.problem().status()).isEqualTo(422);
                    assertThat(rejected.problem().violations()).extracting(Violation::rule).containsExactlyInAnyOrder(
                            "ten-points/mitigation-missing", "forbidden/force-flag", "secret/aws-access-key");
                }));
        assertThat(reply.toString()).doesNotContain(Plans.KEY);
        World.eventually(() -> Tenant.entries(acme.export(), "instruction-rejected", "secret/aws-access-key")
                .size() == 1);
        assertThat(filesWith(acme.playground().folder(), Plans.KEY))
                .as("topics, tables, logs and exports that hold the key").isEmpty();
    }

    @Test
    void aCompletePlanIsAccepted() {
        var accepted = Tenant.got(acme.worker("coder-1")
                .submit(Plans.complete(acme.playground().file("report.csv")), Optional.empty()));

        assertThat(accepted.risk()).isEqualTo("low");
        assertThat(accepted.criteria().verifiable()).isEqualTo(1);
        assertThat(accepted.digest()).startsWith("sha256:");
    }

    /// Everything that the stack wrote is below one folder: the broker's and the database's files, logs, exports. Only the
    /// programs that it runs, ours among them, were there before.
    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve("state/apps")))
                    .filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.size(file) < 64 << 20 && new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
