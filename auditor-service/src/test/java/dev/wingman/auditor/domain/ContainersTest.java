package dev.wingman.auditor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.auditor.domain.Fact.Known;
import dev.wingman.auditor.domain.Observation.ContainerSeen;
import dev.wingman.auditor.domain.Observation.NotYet;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate.Container;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.TenantSet.Site;
import dev.wingman.contracts.Verdict;

class ContainersTest {

    private static final Instant SAID = Instant.parse("2026-01-01T00:00:00Z");
    private static final Terms CLAIM = Terms.of(SAID, Duration.ofSeconds(2));
    private static final Terms STAGE = Terms.ofStage(Stage.A, SAID, SAID.minusSeconds(60), Duration.ofSeconds(2));
    private static final String ID = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @Test
    void takesOnlyFactsThatAreNewer() {
        assertThat(see(running(), fact("running", SAID), CLAIM)).isInstanceOf(NotYet.class);
        assertThat(see(running(), fact("running", SAID.plusMillis(1)), CLAIM)).isInstanceOf(ContainerSeen.class);
    }

    @Test
    void takesNoFactTwiceForASecondLook() {
        var first = new Look(see(running(), fact("exited", SAID.plusSeconds(1)), CLAIM), SAID.plusSeconds(1));

        assertThat(Containers.see(running(), site("web"), Optional.of(fact("exited", SAID.plusSeconds(2))), CLAIM,
                Optional.of(first), Map.of())).isInstanceOf(NotYet.class);
        assertThat(Containers.see(running(), site("web"), Optional.of(fact("exited", SAID.plusSeconds(3))), CLAIM,
                Optional.of(first), Map.of())).isInstanceOf(ContainerSeen.class);
    }

    @Test
    void seesNothingOfAContainerThatTheRegistryDoesNotGive() {
        var observed = Optional.of(fact("running", SAID.plusSeconds(1)));

        assertThat(Containers.see(running(), site("other"), observed, CLAIM, Optional.empty(), Map.of()))
                .isEqualTo(new Unseen(Containers.NOT_YOURS));
        assertThat(Containers.see(running(), site("other"), Optional.empty(), CLAIM, Optional.empty(), Map.of()))
                .isEqualTo(new Unseen(Containers.NOT_YOURS));
    }

    @Test
    void seesWhatARecoveryBroughtBackThoughTheRegistryDroppedItAndNoOtherStagesTarget() {
        var observed = Optional.of(fact("running", SAID.plusSeconds(1)));
        var recovery = Terms.ofStage(Stage.RECOVER, SAID, SAID.minusSeconds(60), Duration.ofSeconds(2));

        assertThat(Containers.see(running(), site("other"), observed, STAGE, Optional.empty(), Map.of()))
                .isEqualTo(new Unseen(Containers.NOT_YOURS));
        assertThat(Containers.see(running(), site("other"), observed, recovery, Optional.empty(), Map.of()))
                .isInstanceOf(ContainerSeen.class);
    }

    @Test
    void letsTheSecondWitnessLookAtAllThatBoreTheName() {
        var ids = List.of(new Known(OTHER, SAID, false), new Known(ID, SAID.minusSeconds(30), true),
                new Known("ef".repeat(32), SAID.minusSeconds(600), true));
        var fact = Optional.of(new Fact(observed("exited", Optional.of(OTHER)), SAID.plusSeconds(1), ids));

        assertThat(Containers.witnessed(said(ContainerState.EXITED), fact, STAGE)).extracting(Known::id)
                .containsExactly(OTHER, ID);
        assertThat(Containers.witnessed(said(ContainerState.RUNNING), fact, STAGE)).extracting(Known::id)
                .containsExactly(OTHER);
        assertThat(Containers.witnessed(said(ContainerState.EXITED), fact, CLAIM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,running,ALIVE,true,TRUE", "RUNNING,running,ALIVE,false,TRUE",
            "RUNNING,running,GONE,true,FALSE", "RUNNING,running,NOT_FOUND,true,UNVERIFIABLE",
            "RUNNING,running,UNREADABLE,true,UNVERIFIABLE", "RUNNING,paused,ALIVE,true,FALSE",
            "EXITED,exited,GONE,true,TRUE", "EXITED,exited,NOT_FOUND,true,TRUE",
            "EXITED,exited,GONE,false,UNVERIFIABLE", "EXITED,exited,ALIVE,true,FALSE",
            "EXITED,exited,UNREADABLE,true,UNVERIFIABLE", "EXITED,running,ALIVE,true,FALSE",
            "EXITED,absent,GONE,true,FALSE", "ABSENT,absent,GONE,true,TRUE", "ABSENT,absent,ALIVE,true,FALSE",
            "ABSENT,absent,GONE,false,UNVERIFIABLE", "ABSENT,exited,GONE,true,FALSE"})
    void needsBothWitnessesForAStage(ContainerState said, String status, Pulse pulse, boolean knownAlive,
            Verdict verdict) {
        var seen = new ContainerSeen(SAID, status, Optional.of(ID), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(pulse), knownAlive);

        assertThat(Audit.judge(said(said), seen).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"shop/web:1,TRUE", "shop/web,FALSE", "shop/web:2,FALSE", "sha256:abc,TRUE", "abc,TRUE"})
    void knowsAnImageByItsNameOrItsId(String image, Verdict verdict) {
        var claimed = new Container("web", ContainerState.RUNNING, Optional.of(image), Optional.empty());

        assertThat(Audit.judge(claimed, see(running(), fact("running", SAID.plusSeconds(1)), CLAIM)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"healthy,TRUE,false", "starting,UNVERIFIABLE,true", "unhealthy,FALSE,false", ",UNVERIFIABLE,false"})
    void waitsForAHealthCheckThatHasNotEnded(String health, Verdict verdict, boolean settles) {
        var claimed = new Container("web", ContainerState.RUNNING, Optional.empty(), Optional.of("healthy"));
        var seen = new ContainerSeen(SAID, "running", Optional.of(ID), Optional.empty(), Optional.empty(),
                Optional.ofNullable(health), Optional.empty(), false);

        assertThat(Audit.judge(claimed, seen).verdict()).isEqualTo(verdict);
        assertThat(Audit.settles(new Exhibit(Said.state(claimed), seen, SAID, Optional.empty(), false, List.of())))
                .isEqualTo(settles);
    }

    @Test
    void reachesOnlyThePortsThatOwnContainersPublish() {
        var published = new ContainerObserved(new Identifier("local"), "web", "running", Optional.of(ID),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of("0.0.0.0:8080"),
                Optional.empty());
        var fact = new Fact(published, SAID, List.of());

        assertThat(Reach.of(site("web"), List.of(fact)).site().hosts()).containsExactly("127.0.0.1:8080");
        assertThat(Reach.of(site("other"), List.of(fact)).site().hosts()).isEmpty();
    }

    private static Observation see(Container said, Fact fact, Terms terms) {
        return Containers.see(said, site("web"), Optional.of(fact), terms, Optional.empty(), Map.of());
    }

    private static Fact fact(String status, Instant at) {
        return new Fact(observed(status, Optional.of(ID)), at, List.of(new Known(ID, at, true)));
    }

    private static ContainerObserved observed(String status, Optional<String> id) {
        return new ContainerObserved(new Identifier("local"), "web", status, id, Optional.of("shop/web:1"),
                Optional.of("sha256:abc"), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private static Container running() {
        return said(ContainerState.RUNNING);
    }

    private static Container said(ContainerState state) {
        return new Container("web", state, Optional.empty(), Optional.empty());
    }

    private static Site site(String container) {
        return new Site(new Identifier("local"), List.of(), List.of(), List.of(), List.of(container), true);
    }
}
