package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.client.LedgerFiles;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.local.demo.Plans;

/// Part 5 of the story.
class LedgerProvesItTest {

    private static final List<String> TRACED = List.of("claim-recorded", "verdict-reached", "locks-changed",
            "alert-raised");

    private final Tenant acme = World.tenant("ledger");

    @Test
    void holdsEveryKindOfEventAndOneTraceRunsFromTheClaimToTheAlert() throws IOException {
        var trace = Tenant.newTrace();

        var claim = storyIn(trace);

        var entries = Tenant.entries(acme.export());
        assertThat(entries).map(entry -> entry.path("headers").path("ce_type").asText()).contains("tenant-set",
                "instruction-accepted", "instruction-rejected", "claim-recorded", "verdict-reached", "locks-changed",
                "alert-raised");
        var traced = entries.stream().filter(entry -> entry.path("headers").path("traceparent").asText()
                .startsWith(trace.substring(0, 35))).map(entry -> entry.path("headers").path("ce_type").asText());
        assertThat(traced).as("events of the claim %s in its trace", claim).containsExactlyInAnyOrderElementsOf(TRACED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a byte changed", "an entry dropped", "two entries swapped"})
    void provesAnExportWithThePublicKeyAloneAndNamesTheFirstWrongEntry(String how) throws IOException {
        var claim = storyIn(Tenant.newTrace());
        var keys = Tenant.got(acme.sre().ledgerKeys());
        var export = acme.export();
        assertThat(claim).isNotEmpty();
        assertThat(verify(export, keys)).isInstanceOf(ExportResult.Proven.class);

        var lines = new ArrayList<>(Files.readAllLines(export));
        int line = lines.size() / 2;
        forgery(how, line).accept(lines);
        Files.write(export, lines);

        assertThat(verify(export, keys)).isInstanceOfSatisfying(ExportResult.Wrong.class,
                wrong -> assertThat(wrong.index()).isEqualTo(line - 1));
    }

    private static Consumer<List<String>> forgery(String how, int line) {
        return switch (how) {
            case "a byte changed" -> lines -> lines.set(line, lines.get(line).replaceFirst("\"ce_time\":\"2",
                    "\"ce_time\":\"3"));
            case "an entry dropped" -> lines -> lines.remove(line);
            default -> lines -> Collections.swap(lines, line, line + 1);
        };
    }

    /// A refused and an accepted instruction, and a lie with all that follows; returns once the ledger has it.
    private String storyIn(String trace) throws IOException {
        var name = "coder-" + UUID.randomUUID();
        var missing = acme.playground().file("missing-" + name + ".csv");
        var worker = acme.worker(name);
        worker.submit(Plans.bad(missing), Optional.empty());
        Tenant.got(worker.submit(Plans.complete(missing), Optional.empty()));
        var claim = Tenant.json(acme.claim(name, missing, name, trace).body()).path("claim_id").asText();
        World.eventually(() -> {
            var export = acme.export();
            return Stream.of("claim-recorded", "verdict-reached", "alert-raised")
                    .allMatch(type -> Tenant.entries(export, type, claim).size() == 1)
                    && Tenant.entries(export, "instruction-rejected", name).size() == 1;
        });
        return claim;
    }

    private static ExportResult verify(Path export, List<NoteKey> keys) throws IOException {
        return LedgerFiles.verify(export, keys, List.of(), List.of());
    }
}
