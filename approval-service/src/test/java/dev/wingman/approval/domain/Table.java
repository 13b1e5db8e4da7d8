package dev.wingman.approval.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRecorded.Way;

/// What the tests of the rules start from: the worker `coder-1` of the owner `olga`, and the operators `ada`, `bob`, `olga`, `rita`.
final class Table {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Identifier TENANT = new Identifier("acme");
    static final Identifier CODER = new Identifier("coder-1");
    static final Identifier ADA = new Identifier("ada");
    static final Identifier BOB = new Identifier("bob");
    static final Identifier OLGA = new Identifier("olga");
    static final Identifier RITA = new Identifier("rita");
    static final String TARGET = "sha256:target";
    static final DrillStage STAGE = DrillStage.of(new UUID(1, 2), CODER, new Identifier("local"), Stage.A);

    private Table() {}

    static TenantSet registry(Tier tier, TenantSet.Policy policy, Identifier... operators) {
        return registry(tier, TenantSet.Status.ACTIVE, policy, operators);
    }

    private static TenantSet registry(Tier tier, TenantSet.Status status, TenantSet.Policy policy,
            Identifier... operators) {
        return new TenantSet(TENANT, tier, status, 1, List.of(new TenantSet.Worker(CODER, OLGA)),
                Stream.of(operators).map(who -> new TenantSet.Operator(who, "standard")).toList(), List.of(),
                List.of(), policy);
    }

    static TenantSet registry() {
        return registry(Tier.STANDARD, TenantSet.Policy.ofTier(), ADA, BOB, OLGA, RITA);
    }

    static TenantSet suspended() {
        return registry(Tier.STANDARD, TenantSet.Status.SUSPENDED, TenantSet.Policy.ofTier(), ADA, BOB, OLGA, RITA);
    }

    static TenantSet.Policy policy(String low, String high, String critical, Duration expiresAfter) {
        return new TenantSet.Policy(new TenantSet.Approvals(Optional.of(low), Optional.of(high),
                Optional.of(critical), Optional.of(expiresAfter)), Optional.empty(), Optional.empty(), List.of());
    }

    static Matter matter(Asked asked, int quorum, Risk risk, Optional<Identifier> requester) {
        var lasts = asked == Asked.RECOVER ? Optional.<Duration>empty() : Optional.of(Duration.ofMinutes(30));
        var card = new ApprovalCard(new UUID(7, 7), asked, CODER, requester, Optional.empty(), Optional.empty(),
                asked == Asked.STAGE || asked == Asked.RECOVER ? Optional.of(STAGE) : Optional.empty(),
                Optional.empty(), "a drill", Optional.empty(), Optional.of(TARGET), List.of(), risk, List.of(),
                quorum, List.of(), lasts.map(NOON::plus));
        return new Matter(TENANT, card, card.digest(), Optional.of(OLGA), lasts, Optional.empty(), NOON);
    }

    static Approval.Pending pending(int quorum) {
        return Approval.Pending.opened(matter(Asked.STAGE, quorum, Risk.HIGH, Optional.empty()));
    }

    static Approval.Granted granted() {
        var pending = pending(1);
        return (Approval.Granted) pending.with(yes(ADA), new Electorate(pending.matter(), registry()));
    }

    static Vote yes(Identifier who) {
        return new Vote(who, Choice.APPROVE, Way.HTTP, Optional.empty(), "sha256:card", false, NOON);
    }

    static Ballot ballot(Approval approval, Identifier who, Choice choice, String reason) {
        return new Ballot(who, choice, Way.HTTP, Optional.of(reason).filter(text -> !text.isEmpty()),
                approval.matter().cardDigest());
    }
}
