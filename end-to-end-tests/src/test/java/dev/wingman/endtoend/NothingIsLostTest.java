package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.wingman.client.LedgerFiles;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.local.stack.Stack;

/// Part 6 of the story: whatever is killed with -9 in the middle and started again, the story finishes.
class NothingIsLostTest {

    private static final int BEFORE = 4;
    private static final int AFTER = 4;

    static Stream<String> everyProcess() {
        return Stack.names().stream();
    }

    @ParameterizedTest
    @MethodSource("everyProcess")
    void theStoryFinishesAfterKill(String victim) throws IOException {
        var acme = World.tenant("kill");
        var real = acme.playground().write(acme.id() + ".csv", "1;2\n");
        var missing = acme.playground().file(acme.id() + "-missing.csv");
        acme.token("honest", "worker");
        acme.token("liar-1", "worker");
        acme.token("liar-2", "worker");
        acme.token("sam", "sre");
        var verdicts = new LinkedHashMap<String, String>();

        verdicts.put(taken(acme, "liar-1", missing, "lie"), "FALSE");
        claims(acme, real, "before", BEFORE, verdicts);
        acme.playground().kill(victim);
        var restarting = Thread.ofVirtual().start(acme.playground()::up);
        verdicts.put(taken(acme, "liar-2", missing, "lie"), "FALSE");
        claims(acme, real, "after", AFTER, verdicts);
        World.join(restarting);

        World.eventually(() -> ledgerIsComplete(acme, verdicts.keySet()));
        var export = acme.export();
        verdicts.forEach((claim, verdict) -> onceInTheLedger(export, claim, verdict));
        assertThat(List.of(acme.locks("liar-1"), acme.locks("liar-2"), acme.locks("honest"))).containsExactly(1L, 1L,
                0L);
        var lies = verdicts.entrySet().stream().filter(entry -> entry.getValue().equals("FALSE"))
                .map(Map.Entry::getKey).toList();
        World.eventually(() -> lies.stream().noneMatch(lie -> acme.messagesAbout(lie).isEmpty()));
        assertThat(lies).allSatisfy(lie -> assertThat(acme.messagesAbout(lie)).as("messages").hasSize(1));
        assertThat(LedgerFiles.verify(export, Tenant.got(acme.sre().ledgerKeys()), List.of(), List.of()))
                .isInstanceOf(ExportResult.Proven.class);
    }

    private static void claims(Tenant acme, Path file, String key, int count, Map<String, String> verdicts) {
        for (int i = 0; i < count; i++) {
            verdicts.put(taken(acme, "honest", file, key + "-" + i), "TRUE");
        }
    }

    /// Asks until it is taken, each time under the same key, so that an answer that was lost makes no second claim.
    private static String taken(Tenant acme, String worker, Path file, String key) {
        var trace = Tenant.newTrace();
        var claim = new String[]{""};
        World.eventually(() -> {
            try {
                var answer = acme.claim(worker, file, key, trace);
                claim[0] = answer.statusCode() == 202 ? Tenant.json(answer.body()).path("claim_id").asText() : "";
            } catch (IOException notThere) {
                claim[0] = "";
            }
            return !claim[0].isEmpty();
        });
        return UUID.fromString(claim[0]).toString();
    }

    private static boolean ledgerIsComplete(Tenant acme, Iterable<String> claims) {
        var export = acme.export();
        for (var claim : claims) {
            if (Tenant.entries(export, "verdict-reached", claim).isEmpty()) {
                return false;
            }
        }
        return Tenant.entries(export, "alert-raised", "").size() == 2;
    }

    private static void onceInTheLedger(Path export, String claim, String verdict) {
        assertThat(Tenant.entries(export, "claim-recorded", claim)).as("claim %s", claim).hasSize(1);
        assertThat(Tenant.entries(export, "verdict-reached", claim)).as("verdicts on %s", claim).singleElement()
                .satisfies(entry -> assertThat(Tenant.json(entry.path("value").asText()).path("verdict").asText())
                        .isEqualTo(verdict));
    }
}
