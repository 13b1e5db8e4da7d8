package dev.wingman.approval.domain;

import static dev.wingman.approval.domain.Table.ADA;
import static dev.wingman.approval.domain.Table.BOB;
import static dev.wingman.approval.domain.Table.NOON;
import static dev.wingman.approval.domain.Table.OLGA;
import static dev.wingman.approval.domain.Table.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRecorded.Way;

class PollingTest {

    private final Approval.Pending one = Table.pending(1);
    private final Approval.Pending two = Table.pending(2);

    @Test
    void grantsByOneYesWhereOneIsAsked() {
        var after = count(one, ADA);

        assertThat(after).isInstanceOfSatisfying(Approval.Granted.class, granted -> {
            assertThat(granted.decision().deciders()).containsExactly(ADA);
            assertThat(granted.until()).contains(NOON.plus(Duration.ofMinutes(30)));
        });
    }

    @Test
    void waitsForASecondHumanWhereTwoAreAsked() {
        var once = count(two, ADA);
        assertThat(once.state()).isEqualTo(State.PENDING);

        var twice = count((Approval.Pending) once, BOB);

        assertThat(twice.decided().orElseThrow().deciders()).containsExactly(ADA, BOB);
        assertThat(twice.state()).isEqualTo(State.GRANTED);
    }

    @Test
    void deniesByOneNoWithAReason() {
        var no = Table.ballot(two, ADA, Choice.DENY, "not today");

        var after = Polling.count(two, no, electorate(two), NOON).after();

        assertThat(after.state()).isEqualTo(State.DENIED);
        assertThat(after.decided().orElseThrow().reason()).contains("not today");
    }

    @Test
    void refusesANoWithoutAReason() {
        assertRefused(Rule.REASON_MISSING, one, Table.ballot(one, ADA, Choice.DENY, ""), NOON);
        assertRefused(Rule.REASON_MISSING, one, Table.ballot(one, ADA, Choice.DENY, "  "), NOON);
    }

    @Test
    void refusesWhoIsNoOperatorInTheRegistry() {
        assertRefused(Rule.NOT_AN_OPERATOR, one, yes(one, new Identifier("mallory")), NOON);
    }

    @Test
    void tellsAStrangerNothingOfHowItWasDecided() {
        assertRefused(Rule.NOT_AN_OPERATOR, Table.granted(), yes(one, new Identifier("mallory")), NOON);
    }

    @Test
    void letsTheOwnerDecideWhereOneIsAskedAndSaysSo() {
        assertThat(refusal(one, yes(one, OLGA), NOON)).isEmpty();

        assertThat(Polling.count(one, yes(one, OLGA), electorate(one), NOON).vote().selfApproved()).isTrue();
        assertThat(Polling.count(one, yes(one, ADA), electorate(one), NOON).vote().selfApproved()).isFalse();
    }

    @Test
    void refusesTheOwnerWhereTwoAreAsked() {
        assertRefused(Rule.OWNER, two, yes(two, OLGA), NOON);
    }

    @Test
    void refusesAWorkerThatTheRegistryNamesAsAnOperatorToo() {
        var both = Table.registry(Tier.STANDARD, TenantSet.Policy.ofTier(), ADA, Table.CODER);
        var one = Table.pending(1);

        assertThat(new Electorate(one.matter(), both).excludes(Table.CODER).map(Refusal::rule))
                .contains(Rule.OWN_CAUSE);
        assertThat(Electorate.deciders(both, 1, Table.CODER, Optional.empty())).containsExactly(ADA);
    }

    @Test
    void refusesWhoBecameTheOwnerMeanwhile() {
        var moved = new TenantSet(Table.TENANT, Tier.STANDARD, TenantSet.Status.ACTIVE, 2,
                List.of(new TenantSet.Worker(Table.CODER, ADA)), Table.registry().operators(),
                List.of(), List.of(), TenantSet.Policy.ofTier());
        var electorate = new Electorate(two.matter(), moved);

        assertThat(electorate.excludes(ADA).map(Refusal::rule)).contains(Rule.OWNER);
        assertThat(electorate.excludes(OLGA).map(Refusal::rule)).contains(Rule.OWNER);
        assertThat(electorate.excludes(BOB)).isEmpty();
    }

    @Test
    void refusesTheRequesterWhereTwoAreAsked() {
        var release = Approval.Pending.opened(Table.matter(Asked.RELEASE, 2, Risk.HIGH, Optional.of(RITA)));

        assertRefused(Rule.REQUESTER, release, yes(release, RITA), NOON);
    }

    @ParameterizedTest
    @EnumSource(value = Asked.class, mode = EnumSource.Mode.EXCLUDE, names = "RECOVER")
    void refusesAnOperatorOfASuspendedTenantWhateverIsAskedButARecovery(Asked asked) {
        var pending = Approval.Pending.opened(Table.matter(asked, 1, Risk.HIGH, Optional.empty()));
        var suspended = new Electorate(pending.matter(), Table.suspended());

        for (var ballot : List.of(yes(pending, ADA), Table.ballot(pending, ADA, Choice.DENY, "no"))) {
            assertThat(Polling.refusal(pending, ballot, suspended, NOON).map(Refusal::rule))
                    .contains(Rule.TENANT_SUSPENDED);
        }
    }

    @Test
    void letsTheOperatorsOfASuspendedTenantDecideARecoveryAndNobodyElse() {
        var recover = Approval.Pending.opened(Table.matter(Asked.RECOVER, 2, Risk.HIGH, Optional.empty()));
        var suspended = new Electorate(recover.matter(), Table.suspended());

        assertThat(Polling.refusal(recover, yes(recover, BOB), suspended, NOON)).isEmpty();
        assertThat(Polling.refusal(recover, yes(recover, OLGA), suspended, NOON).map(Refusal::rule))
                .contains(Rule.OWNER);
        assertThat(Polling.refusal(recover, yes(recover, new Identifier("mallory")), suspended, NOON)
                .map(Refusal::rule)).contains(Rule.NOT_AN_OPERATOR);
        var once = (Approval.Pending) Polling.count(recover, yes(recover, ADA), suspended, NOON).after();
        assertThat(Polling.count(once, yes(once, BOB), suspended, NOON).after().state()).isEqualTo(State.GRANTED);
    }

    @Test
    void refusesTheSameHumanTwice() {
        var once = (Approval.Pending) count(two, ADA);

        assertRefused(Rule.TWICE, once, yes(once, ADA), NOON);
    }

    @Test
    void refusesAVoteOnAnotherCardThanTheOneSeen() {
        var other = new Ballot(ADA, Choice.APPROVE, Way.HTTP, Optional.empty(), "sha256:other");

        assertRefused(Rule.CARD_DIFFERS, one, other, NOON);
    }

    @Test
    void tellsTheLateWhoDecided() {
        var refusal = refusal(Table.granted(), yes(one, BOB), NOON).orElseThrow();

        assertThat(refusal.rule()).isEqualTo(Rule.ALREADY_DECIDED);
        assertThat(refusal.detail()).isEqualTo("already decided by ada");
    }

    @Test
    void refusesAVoteAtTheMomentOfExpiryAndAfterIt() {
        var end = one.until().orElseThrow();

        assertThat(refusal(one, yes(one, ADA), end.minusNanos(1))).isEmpty();
        assertRefused(Rule.EXPIRED, one, yes(one, ADA), end);
        assertRefused(Rule.EXPIRED, one.expire(end), yes(one, ADA), end);
    }

    @Test
    void countsNoEarlierYesOfAnOperatorWhoWasRemoved() {
        var once = (Approval.Pending) count(two, ADA);
        var without = Table.registry(Tier.STANDARD, TenantSet.Policy.ofTier(), BOB, RITA);

        var after = (Approval.Pending) Polling
                .count(once, yes(once, BOB), new Electorate(once.matter(), without), NOON).after();

        assertThat(after.state()).isEqualTo(State.PENDING);
        assertThat(Polling.count(after, yes(after, RITA), new Electorate(after.matter(), without), NOON).after()
                .decided().orElseThrow().deciders()).containsExactly(BOB, RITA);
    }

    @Test
    void neverExpiresARecovery() {
        var recover = Approval.Pending.opened(Table.matter(Asked.RECOVER, 1, Risk.HIGH, Optional.empty()));

        assertThat(recover.isOver(NOON.plus(Duration.ofDays(365)))).isFalse();
        assertThat(((Approval.Open) count(recover, ADA)).isOver(NOON.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void wantsAProofForACriticalYesAlone() {
        var critical = Approval.Pending.opened(Table.matter(Asked.STAGE, 2, Risk.CRITICAL, Optional.empty()));

        assertThat(Polling.needsProof(critical, yes(critical, ADA))).isTrue();
        assertThat(Polling.needsProof(critical, Table.ballot(critical, ADA, Choice.DENY, "no"))).isFalse();
        assertThat(Polling.needsProof(one, yes(one, ADA))).isFalse();
    }

    @Test
    void wantsALoginOfTheLastFiveMinutes() {
        assertThat(Polling.loginRefusal(Optional.of(NOON.minusSeconds(299)), NOON)).isEmpty();
        assertThat(Polling.loginRefusal(Optional.of(NOON.minusSeconds(300)), NOON)).isPresent();
        assertThat(Polling.loginRefusal(Optional.of(NOON.plusSeconds(60)), NOON)).isPresent();
        assertThat(Polling.loginRefusal(Optional.empty(), NOON).map(Refusal::rule)).contains(Rule.LOGIN_TOO_OLD);
    }

    @Test
    void revokesByAHumansWordAndSaysWhose() {
        var revoked = Table.granted().revoke(BOB, "a storm comes", NOON);

        assertThat(revoked.state()).isEqualTo(State.REVOKED);
        assertThat(revoked.decision().by()).isEqualTo(ApprovalDecided.By.HUMANS);
        assertThat(revoked.decision().decidedBy()).isEqualTo("bob");
    }

    private static Approval count(Approval.Pending pending, Identifier who) {
        return Polling.count(pending, yes(pending, who), electorate(pending), NOON).after();
    }

    private static Ballot yes(Approval approval, Identifier who) {
        return Table.ballot(approval, who, Choice.APPROVE, "");
    }

    private static Electorate electorate(Approval approval) {
        return new Electorate(approval.matter(), Table.registry());
    }

    private static Optional<Refusal> refusal(Approval approval, Ballot ballot, Instant now) {
        return Polling.refusal(approval, ballot, electorate(approval), now);
    }

    private static void assertRefused(Rule rule, Approval approval, Ballot ballot, Instant now) {
        assertThat(refusal(approval, ballot, now).map(Refusal::rule)).contains(rule);
    }
}
