package dev.wingman.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Answers.Checked;
import dev.wingman.client.Answers.ClaimRecord;
import dev.wingman.client.Answers.Claimed;
import dev.wingman.client.Answers.Page;
import dev.wingman.client.Answers.Submitted;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.ledger.NoteKey;

/// Wingman's calls for one token. Safe for any number of threads; every expected no is a value.
public final class WingmanClient {
    private static final String JSON = "application/json";
    private static final String MOST = "500";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Endpoint endpoint;
    private final Approvals approvals;
    private final Tenants tenants;

    /// @param token a JWT; it says who calls, and for which tenant
    public WingmanClient(Addresses addresses, String token) {
        endpoint = new Endpoint(addresses, token);
        approvals = new Approvals(endpoint);
        tenants = new Tenants(endpoint);
    }

    /// Hands an instruction over. With a key the same call can be repeated without doing anything twice.
    public Reply<Submitted> submit(Instruction instruction, Optional<String> idempotencyKey) {
        return endpoint
                .post(Service.GATEKEEPER, "/v1/instructions", instruction.mediaType(), instruction.bytes(),
                        idempotencyKey)
                .map((_, json) -> Submitted.of(json));
    }

    /// What a submission would answer; nothing is recorded.
    public Reply<Checked> check(Instruction instruction) {
        return endpoint.post(Service.GATEKEEPER, "/v1/instructions/check", instruction.mediaType(), instruction.bytes(),
                Optional.empty()).map((_, json) -> Checked.of(json));
    }

    /// Says that something is so.
    public Reply<Claimed> claim(Claim claim) {
        return endpoint.post(Service.CLAIM_LOGGER, "/v1/claims", JSON, Json.bytes(claim), Optional.empty())
                .map((_, json) -> Claimed.of(json));
    }

    public Reply<ClaimRecord> claim(String claimId) {
        return endpoint.get(Service.CLAIM_LOGGER, "/v1/claims/" + encoded(claimId))
                .map((_, json) -> ClaimRecord.of(json));
    }

    /// Looks until the claim has its verdict or the time is over; the last look is the answer. A claim that is not to be seen yet was
    /// taken a moment ago.
    public Reply<ClaimRecord> awaitVerdict(String claimId, Duration atMost) {
        var until = Instant.now().plus(atMost);
        var look = claim(claimId);
        while (isOpen(look) && Instant.now().isBefore(until) && pause()) {
            look = claim(claimId);
        }
        return look;
    }

    /// Claims with their verdicts.
    ///
    /// @param filter any of `worker`, `verdict`, `since`, `limit`, `cursor`
    public Reply<Page> claims(Map<String, String> filter) {
        return page(Service.CLAIM_LOGGER, "/v1/claims", filter);
    }

    public Reply<Page> lockdowns() {
        return page(Service.WATCHER, "/v1/lockdowns", Map.of());
    }

    public Reply<Page> workers() {
        return page(Service.WATCHER, "/v1/workers", Map.of());
    }

    public Reply<Page> alerts() {
        return page(Service.WATCHER, "/v1/alerts", Map.of());
    }

    /// Drills with their stages and reports.
    ///
    /// @param filter any of `instruction_id`, `limit`, `cursor`
    public Reply<Page> drills(Map<String, String> filter) {
        return page(Service.WATCHER, "/v1/drills", filter);
    }

    public Reply<JsonNode> drill(String drillId) {
        return endpoint.get(Service.WATCHER, "/v1/drills/" + encoded(drillId));
    }

    /// The drill of that id, or the only one of the newest whose id starts or ends so.
    public Reply<JsonNode> findDrill(String text) {
        if (Abbreviation.isWhole(text)) {
            return drill(text);
        }
        return drills(Map.of("limit", MOST)).then(page -> Abbreviation.among(text,
                page.items().stream().map(item -> item.path("drill_id").asText()).toList())).then(this::drill);
    }

    /// What humans decide: cards, votes, redemption, releases.
    public Approvals approvals() {
        return approvals;
    }

    /// The registry, for admins.
    public Tenants tenants() {
        return tenants;
    }

    /// The tenant's live view, until `sink` has had enough or somebody refuses; a broken connection is taken up where it broke.
    public Reply<Long> follow(Optional<String> lastEventId, Predicate<StreamEvent> sink) {
        return new LiveStream(endpoint, sink).run(lastEventId);
    }

    /// Writes the tenant's whole ledger to a file, which appears only when it is complete; answers its size in bytes.
    public Reply<Long> exportLedger(Path file) {
        return endpoint.exchange(Service.CLAIM_LOGGER, "/v1/ledger/export", request -> request,
                body -> WholeFile.write(file, body));
    }

    /// The latest checkpoint, a C2SP signed note.
    public Reply<String> checkpoint() {
        return endpoint.exchange(Service.CLAIM_LOGGER, "/v1/ledger/checkpoint", request -> request,
                body -> new String(body.readAllBytes(), UTF_8));
    }

    /// The keys that verify checkpoints and receipts. Whoever doubts the service keeps them from an earlier day.
    public Reply<List<NoteKey>> ledgerKeys() {
        return endpoint.get(Service.CLAIM_LOGGER, "/v1/ledger/keys").map((_, json) -> LedgerFiles.keys(json));
    }

    private Reply<Page> page(Service service, String path, Map<String, String> filter) {
        return endpoint.get(service, path + Query.of(filter)).map((_, json) -> Page.of(json));
    }

    private static boolean isOpen(Reply<ClaimRecord> look) {
        return switch (look) {
            case Reply.Ok(var claim, _) -> claim.verdict().isEmpty();
            case Reply.No(Refusal.Missing _) -> true;
            case Reply.No(_) -> false;
        };
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
