package dev.wingman.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Predicate.Presence;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@SuppressWarnings("NullAway.Init")
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "auditor-service"))
@QuarkusTestResource(FakeCgroups.class)
class ContainerClaimsIT {

    @TempDir
    Path root;

    @Inject
    Facts facts;

    @Test
    void awaitsAFactThatIsNewerThanTheClaim() {
        var yard = Yard.running("fresh-fact", root, facts);
        var claim = yard.scene().claims(Yard.web(ContainerState.RUNNING));
        yard.scene().verdict(yard.scene().claims(yard.scene().file("x", Presence.PRESENT)));
        assertThat(yard.scene().verdicts(claim)).isZero();

        yard.observe("running");

        assertThat(yard.scene().verdict(claim).verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void refutesAContainerOnlyByTwoFactsTwoSecondsApart() {
        var yard = Yard.running("two-facts", root, facts);
        var started = Instant.now();
        var claim = yard.scene().claims(Yard.web(ContainerState.EXITED));

        var verdict = yard.verdictWhileObserving(claim, "running");

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Duration.between(started, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsAnothersContainerFromNoneByNothing() {
        var mine = Yard.running("curious", root, facts);
        var theirs = Scene.with("neighbour", root, List.of(), List.of("secret-db"));
        new Yard(theirs, facts, Yard.freshId()).observe(Yard.HERE, "secret-db", "running", Instant.now(),
                Optional.of(Yard.freshId()));

        var anothers = mine.scene().claims(container("secret-db"));
        var none = mine.scene().claims(container("nothing-there"));

        var patience = Duration.ofSeconds(30);
        var one = mine.scene().verdict(anothers, patience);
        var other = mine.scene().verdict(none, patience);
        assertThat(one.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(one.findings().getFirst().cause()).isEqualTo(other.findings().getFirst().cause())
                .contains("gives you no container");
    }

    @Test
    void doesNotLetAContainerThatNobodyObservesDelayALie() {
        var yard = Yard.running("time-buyer", root, facts);
        var started = Instant.now();

        var verdict = yard.scene().verdict(yard.scene().claims(Yard.web(ContainerState.RUNNING),
                yard.scene().file("never-written", Presence.PRESENT)));

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void judgesAClaimOnAContainerWhoseNameNoEngineTakes() {
        var yard = Yard.running("odd-name", root, facts);

        var verdict = yard.scene().verdict(yard.scene().claims(container("web\0")));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
    }

    @Test
    void looksAgainAtTrueClaimsForARelease() throws IOException {
        var scene = Scene.of("release-true", root);
        Files.writeString(root.resolve("out.csv"), "1,2,3");
        scene.verdict(scene.claims(scene.file("out.csv", Presence.PRESENT)));

        var verdict = scene.verdict(askRelease(scene));

        assertThat(verdict.kind()).isEqualTo(VerdictReached.Kind.RELEASE);
        assertThat(verdict.verdict()).isEqualTo(Verdict.TRUE);
        assertThat(verdict.findings()).hasSize(1);
    }

    @Test
    void findsThatATrueClaimIsNoLongerSo() throws IOException {
        var scene = Scene.of("release-false", root);
        var file = Files.writeString(root.resolve("out.csv"), "1,2,3");
        scene.verdict(scene.claims(scene.file("out.csv", Presence.PRESENT)));
        Files.delete(file);
        var release = askRelease(scene);

        assertThat(scene.verdict(release).verdict()).isEqualTo(Verdict.FALSE);
        scene.as(Tokens.worker("release-false", "coder-1")).get("/v1/verdicts/" + release).then().statusCode(200);
        scene.as(Tokens.worker("release-false", "coder-2")).get("/v1/verdicts/" + release).then().statusCode(404);
    }

    @Test
    void saysThatThereWasNothingToLookAtForARelease() {
        var scene = Scene.of("release-empty", root);
        scene.verdict(scene.claims(scene.file("never", Presence.PRESENT)));

        var verdict = scene.verdict(askRelease(scene));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("nothing to look at again");
    }

    private static UUID askRelease(Scene scene) {
        var approval = Ids.first(Instant.now());
        var card = new ApprovalCard(approval, Asked.RELEASE, new Identifier("coder-1"),
                Optional.of(new Identifier("olga")), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "it was a mistake", Optional.empty(), Optional.empty(), List.of(), Risk.HIGH,
                List.of(), 1, List.of(), Optional.empty());
        scene.publish(Service.APPROVAL, Ids.first(Instant.now()), approval.toString(),
                new ApprovalRequested(card, card.digest()));
        return approval;
    }

    private static Predicate container(String name) {
        return new Predicate.Container(name, ContainerState.RUNNING, Optional.empty(), Optional.empty());
    }
}
