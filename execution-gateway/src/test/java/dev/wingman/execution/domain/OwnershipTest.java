package dev.wingman.execution.domain;

import static dev.wingman.execution.domain.Samples.ACME;
import static dev.wingman.execution.domain.Samples.SITE;
import static dev.wingman.execution.domain.Samples.bind;
import static dev.wingman.execution.domain.Samples.container;
import static dev.wingman.execution.domain.Samples.flagged;
import static dev.wingman.execution.domain.Samples.linked;
import static dev.wingman.execution.domain.Samples.running;
import static dev.wingman.execution.domain.Samples.service;
import static dev.wingman.execution.domain.Samples.sight;
import static dev.wingman.execution.domain.Samples.tenant;
import static dev.wingman.execution.domain.Samples.volume;
import static dev.wingman.execution.domain.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.TenantSet;
import dev.wingman.execution.domain.Selection.Chosen;
import dev.wingman.execution.domain.Selection.Refused;

class OwnershipTest {

    private static final TenantSet OWN = tenant(ACME, List.of("web", "db", "gone"), List.of("shop"));
    private static final TenantSet OTHER = tenant(new Identifier("other"), List.of("web2", "theirs"), List.of("rest"));

    @Test
    void choosesWhatTheRegistryListsByItsExactName() {
        var chosen = select(drill("web"), running("web"), running("web2"));

        assertThat(names(chosen)).containsExactly("web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"theirs", "nobodys", "we", "web2", "id-web", "../web", "/web", "web/", "WEB", "web ",
            "gone"})
    void tellsAForeignContainerNotFromNone(String name) {
        var refused = refusal(select(drill(name), running("web"), running("web2"), running("theirs"),
                running("nobodys")));

        assertThat(refused.reason()).isEqualTo(Reason.NOT_YOURS);
        assertThat(refused.detail()).doesNotContain(name.strip() + " is")
                .isEqualTo(refusal(select(drill("nothing-at-all"))).detail());
    }

    @Test
    void refusesTheWholeDrillForOneForeignTarget() {
        assertThat(refusal(select(drill("web", "theirs"), running("web"), running("theirs"))).reason())
                .isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void takesTheRunningContainersOfAProject() {
        var chosen = select(project("shop"), service("shop", "web"), service("shop", "db"),
                service("rest", "web"), container("db", "exited"));

        assertThat(names(chosen)).containsExactlyInAnyOrder("shop-web", "shop-db");
    }

    @Test
    void refusesAProjectOfSomebodyElse() {
        assertThat(refusal(select(project("rest"), service("rest", "web"))).reason()).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void refusesAContainerThatTwoTenantsClaim() {
        var both = service("shop", "x");
        var claimed = new TenantSet(new Identifier("other"), OTHER.tier(), OTHER.status(), 1, List.of(), List.of(),
                List.of(), List.of(new TenantSet.Site(SITE, List.of(), List.of(), List.of(), List.of("shop-x"), true)),
                OTHER.policy());

        var selection = new Ownership(SITE, List.of(OWN, claimed)).select(OWN, project("shop"), sight(both));

        assertThat(refusal(selection).reason()).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void refusesASuspendedTenantAndOneOfAnotherSite() {
        var suspended = new TenantSet(ACME, OWN.tier(), TenantSet.Status.SUSPENDED, 2, List.of(), List.of(), List.of(),
                OWN.sites(), OWN.policy());

        assertThat(refusal(new Ownership(SITE, List.of(suspended)).select(suspended, drill("web"),
                sight(running("web")))).reason()).isEqualTo(Reason.NOT_YOURS);
        assertThat(refusal(new Ownership(new Identifier("far"), List.of(OWN)).select(OWN, drill("web"),
                sight(running("web")))).reason()).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void refusesTargetsThatShareAVolumeANetworkOrANamespaceWithStrangers() {
        var onVolume = select(drill("web"), with(running("web"), volume("data")), with(running("x"), volume("data")));
        var onNetwork = select(drill("web"), linked(running("web"), List.of("n"), List.of()),
                linked(running("theirs"), List.of("n"), List.of()));
        var inNamespace = select(drill("web"), running("web"), linked(running("x"), List.of(), List.of("id-web")));
        var onFolder = select(drill("web"), with(running("web"), bind("/srv", true)),
                with(running("x"), bind("/srv", false)));
        var inFolder = select(drill("web"), with(running("web"), bind("/srv/shop", true)),
                with(running("x"), bind("/srv/", true)));

        for (var selection : List.of(onVolume, onNetwork, inNamespace, onFolder, inFolder)) {
            assertThat(refusal(selection).reason()).isEqualTo(Reason.FOREIGN_DEPENDANTS);
            assertThat(refusal(selection).detail()).doesNotContain("theirs").contains("web");
        }
    }

    @Test
    void takesNoOffenceAtFoldersThatNobodyWritesOrAtTheEnginesSocket() {
        var readOnly = select(drill("web"), with(running("web"), bind("/etc/zone", false)),
                with(running("x"), bind("/etc/zone", false)));
        var socket = select(drill("web"), with(running("web"), bind("/var/run/docker.sock", true)),
                with(running("x"), bind("/var/run/docker.sock", true)));

        var watched = select(drill("web"), with(running("web"), bind("/srv/shop", true)),
                with(running("x"), bind("/", false)));

        assertThat(readOnly).isInstanceOf(Chosen.class);
        assertThat(watched).isInstanceOf(Chosen.class);
        assertThat(socket).isInstanceOf(Chosen.class);
    }

    @Test
    void refusesAPartOfWingmanItself() {
        assertThat(refusal(select(drill("web"), flagged(running("web"), false, true))).reason())
                .isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void refusesTargetsThatADrillWouldLose() {
        var removesItself = refusal(select(drill("web"), flagged(running("web"), true, false)));
        var joins = refusal(select(drill("web"), linked(running("web"), List.of(), List.of("db")), running("db")));
        var stopped = refusal(select(drill("web"), container("web", "exited")));

        assertThat(List.of(removesItself, joins, stopped)).allSatisfy(one -> assertThat(one.reason())
                .isEqualTo(Reason.ENGINE));
        assertThat(removesItself.detail()).contains("removes itself");
    }

    @Test
    void objectsWhenTheRegistryOrTheNeighboursChangedMeanwhile() {
        var web = linked(running("web"), List.of("n"), List.of());
        var stranger = linked(running("theirs"), List.of("n"), List.of());
        var ownership = new Ownership(SITE, List.of(OWN, OTHER));
        var targets = List.of(Target.of(web));

        assertThat(ownership.objection(OWN, targets, sight(web))).isEmpty();
        assertThat(ownership.objection(OWN, targets, sight())).isEmpty();
        assertThat(ownership.objection(OWN, targets, sight(web, stranger)).map(Refused::reason))
                .contains(Reason.FOREIGN_DEPENDANTS);
        assertThat(ownership.objection(tenant(ACME, List.of(), List.of()), targets, sight(web)).map(Refused::reason))
                .contains(Reason.NOT_YOURS);
    }

    @Test
    void startsWhatOthersNeedFirst() {
        var chosen = select(project("shop"), service("shop", "app", "db", "cache"), service("shop", "cache"),
                service("shop", "db", "cache"));

        assertThat(names(chosen)).containsExactly("shop-cache", "shop-db", "shop-app");
    }

    @Test
    void startsByNameWhereNeedsGoInACircle() {
        var chosen = select(project("shop"), service("shop", "a", "b"), service("shop", "b", "a"));

        assertThat(names(chosen)).containsExactly("shop-b", "shop-a");
    }

    @Test
    void letsATenantSeeItsOwnThereOrNotAndNothingElse() {
        var visible = new Ownership(SITE, List.of(OWN, OTHER)).visible(OWN, sight(running("web"), running("theirs"),
                service("shop", "x"), service("rest", "y")));

        assertThat(visible).containsExactlyInAnyOrder("web", "db", "gone", "shop-x");
    }

    private static Selection select(Action.Drill action, Container... containers) {
        return new Ownership(SITE, List.of(OWN, OTHER)).select(OWN, action, sight(containers));
    }

    private static Action.Drill drill(String... names) {
        return new Action.Drill(Optional.empty(), List.of(names));
    }

    private static Action.Drill project(String name) {
        return new Action.Drill(Optional.of(name), List.of());
    }

    private static List<String> names(Selection selection) {
        return ((Chosen) selection).targets().stream().map(Container::name).toList();
    }

    private static Refused refusal(Selection selection) {
        return (Refused) selection;
    }
}
