package dev.wingman.gatekeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.Bound;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Judge;
import dev.wingman.gatekeeper.domain.Judgement;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.platform.http.Body;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// JSON bodies, and the way of one up to the judgement and what is made of it: whatever comes is read or refused, never more than that.
final class Bodies {

    static final int AT_MOST = 262_144;
    private static final Identifier WORKER = new Identifier("coder-1");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TenantSet ACME = new TenantSet(new Identifier("acme"), Tier.STANDARD, TenantSet.Status.ACTIVE,
            1,
            List.of(), List.of(), List.of(), List.of(), TenantSet.Policy.ofTier());
    private static final Judge JUDGE = new Judge(Screening.standard(), "DEV", ACME,
            new FingerprintKey(new byte[32]), Rules.NONE);
    static final String WHOLE = """
            {"title": "Export", "deliverables": ["A CSV export"], "success_criteria": [{"text": "It is there",
            "predicate": {"type": "file", "path": "/srv/a", "state": "present"}}, "container x is healthy"],
            "boundaries": "Only below /srv", "dependencies": "The copy", "mitigation": "Dismiss the export",
            "test_process": "Count", "test_results_format": "One line", "resource_requirements": "One core",
            "risk_assessment": {"level": "low", "reason": "Reads alone"}, "quality_metrics": "Both equal",
            "action": {"type": "command", "argv": ["make"], "cwd": "/srv"}, "site": "local"}""";

    private Bodies() {}

    static Stream<String> odd() {
        return Stream.of(WHOLE, "{}", "[]", "null", "1", "\"x\"", "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"title\": 1e999999999}", "{\"title\": \"\\ud800\"}", "{\"deliverables\": [null, \"\"]}",
                "[{}]", "[[]]", "{\"texts\": [\"a\"], \"listed\": true}", "{\"deliverables\": {\"a\": 1}}",
                "{\"risk_assessment\": {\"level\": \"LOW\"}}",
                "{\"risk_assessment\": [\"high: all\"]}",
                "{\"success_criteria\": [{\"predicate\": {\"type\": \"pid\"}}]}",
                "{\"success_criteria\": [{\"predicate\": {\"type\": \"port\", \"host\": \"h\", \"port\": 99999999999}}]}",
                "{\"action\": {\"type\": \"command\", \"argv\": []}}", "{\"action\": {\"type\": \"drill\"}}",
                "{\"action\": {\"type\": \"command\", \"argv\": [null], \"cwd\": \"/\"}}",
                "{\"action\": {\"type\": \"drill\", \"containers\": [null]}}", "{\"action\": {\"type\": [\"none\"]}}",
                "{\"\\u0000\": {\"~/\": [[[]]]}}", "{} {}", "\ufeff{}");
    }

    static void judge(String text) {
        var body = text.getBytes(UTF_8);
        switch (Drafts.read(body, true, AT_MOST)) {
            case Body.Refused<Draft>(var problem) -> {
                assertThat(problem.status()).isIn(400, 413);
                assertThat(Json.bytes(problem)).isNotEmpty();
            }
            case Body.Read<Draft>(var draft) -> {
                var judgement = JUDGE.judge(draft, WORKER, NOON);
                var id = UUID.nameUUIDFromBytes(body);
                assertThat(Json.bytes(new InstructionRejected(id, WORKER, judgement.violations()))).isNotEmpty();
                if (judgement.passes()) {
                    assertThat(Bound.of(id, WORKER, ACME, "DEV", judgement).digest()).startsWith("sha256:");
                }
            }
        }
    }

    /// Nothing where it cannot be read.
    static Optional<Judgement> judged(String json) {
        return Drafts.read(json.getBytes(UTF_8), true, AT_MOST) instanceof Body.Read<Draft>(var draft)
                ? Optional.of(JUDGE.judge(draft, WORKER, NOON))
                : Optional.empty();
    }

    /// What is wrong with an instruction that comes as text.
    static List<Violation> violations(String text) {
        return Drafts.read(text.getBytes(UTF_8), false, AT_MOST) instanceof Body.Read<Draft>(var draft)
                ? JUDGE.judge(draft, WORKER, NOON).violations()
                : List.of();
    }
}
