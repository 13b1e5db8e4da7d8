package dev.wingman.contracts;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One event of each type, with everything filled in that may be.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final UUID ID = UUID.fromString("019ab6b2-1c00-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("019ab6b2-1c00-7000-8000-000000000002");
    static final Identifier TENANT = new Identifier("acme");
    static final Identifier CODER = new Identifier("coder-1");
    static final Identifier OWNER = new Identifier("olga");
    static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

    private Samples() {}

    public static Stream<Envelope<Event>> all() {
        return Stream.concat(ApprovalSamples.all(), Stream
                .of(accepted(new Action.Command(List.of("make", "deploy"), "/srv/app", Optional.of("a".repeat(64)))),
                        new InstructionRejected(ID, CODER,
                                List.of(new Violation("secret/aws-access-key", "/deliverables/0",
                                        "an AWS access key: remove it"))),
                        claim(), verdict(VerdictReached.Kind.CLAIM), locks(), tenant(),
                        new AlertRaised(ID, Severity.CRITICAL, "false-claim", OTHER, Optional.of(CODER),
                                Optional.of(ID),
                                "coder-1 said that /srv/out.csv is there; it is not"),
                        new DeadLetter(Topic.CLAIMS.topicName(), Service.AUDITOR, "no ce_type header",
                                Optional.of("acme"),
                                Map.of("content-type", "text/plain"), "aGVsbG8=")))
                .map(Samples::envelope);
    }

    /// Envelopes an event as its topic's writer would.
    public static Envelope<Event> envelope(Event event) {
        var topic = EventType.of(event).topic();
        var writer = Stream.of(Service.values()).filter(topic::writableBy).findFirst().orElseThrow();
        return new Envelope<>(ID, TENANT, writer, ID.toString(), NOON, "DEV",
                Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), event);
    }

    static InstructionAccepted accepted(Action action) {
        var points = new TenPoints(List.of("an export"), List.of("/srv/out.csv is there"), List.of("only /srv"),
                List.of("none"), List.of("delete the file"), List.of("read it"), List.of("a line count"),
                List.of("one CPU"), List.of("low"), List.of("no error"));
        return new InstructionAccepted(ID, CODER, "Export the orders", Optional.of("local"), points, action,
                predicates(), Risk.HIGH, ApprovalNeed.REQUIRED, SHA, SHA, "1");
    }

    static ClaimRecorded claim() {
        return new ClaimRecorded(ID, CODER, Optional.of(OTHER), true, Optional.of("wrote „/srv/out.csv“ \u2014 100 %"),
                predicates(), Optional.of("local"), true);
    }

    static VerdictReached verdict(VerdictReached.Kind kind) {
        return new VerdictReached(kind, ID, CODER, Verdict.FALSE, "nothing there",
                List.of(new Finding(predicates().getFirst(), Verdict.FALSE, "nothing there", List.of("file@local"))),
                true);
    }

    static LocksChanged locks() {
        return new LocksChanged(7, List.of(new Lock(ID, Lock.Scope.WORKER, CODER, "a false claim", NOON),
                new Lock(OTHER, Lock.Scope.OWNER, OWNER, "two workers of his lied", NOON)));
    }

    static TenantSet tenant() {
        var site = new TenantSet.Site(new Identifier("local"), List.of("/srv"), List.of("localhost:8080"),
                List.of("shop"), List.of("shop-db"), true);
        var policy = new TenantSet.Policy(
                new TenantSet.Approvals(Optional.of("policy"), Optional.of("one"), Optional.of("two"),
                        Optional.of(Duration.ofMinutes(30))),
                Optional.of(3), Optional.of(1),
                List.of(new TenantSet.Rule("no-friday", "now.getDayOfWeek() != 5", "deny")));
        return new TenantSet(TENANT, Tier.STANDARD, TenantSet.Status.ACTIVE, 3,
                List.of(new TenantSet.Worker(CODER, OWNER)), List.of(new TenantSet.Operator(OWNER, "lead")),
                List.of(-100123L), List.of(site), policy);
    }

    static List<Predicate> predicates() {
        return List.of(
                new Predicate.File("/srv/out.csv", Predicate.Presence.PRESENT, Optional.of("b".repeat(64)),
                        Optional.of(10L), Optional.of("total"), Optional.of(NOON)),
                new Predicate.Process(Optional.of("postgres"), Optional.empty(), Optional.empty(),
                        Predicate.Liveness.RUNNING),
                new Predicate.Port("localhost", 5432, Predicate.Openness.OPEN),
                new Predicate.Http(URI.create("http://localhost:8080/health"), 200, Optional.of("UP")),
                new Predicate.Container("shop-db", Predicate.ContainerState.RUNNING, Optional.of("postgres:18"),
                        Optional.of("healthy")),
                new Predicate.Git("/srv/repo", Optional.of("c".repeat(40)), Optional.of("main"), Optional.of(true)),
                new Predicate.TestReport("/srv/report.xml", 12, 0));
    }
}
