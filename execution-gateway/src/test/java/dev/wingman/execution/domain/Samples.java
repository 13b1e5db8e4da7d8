package dev.wingman.execution.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.TenantSet.Site;
import dev.wingman.contracts.Tier;
import dev.wingman.execution.domain.Container.Compose;
import dev.wingman.execution.domain.Container.Links;
import dev.wingman.execution.domain.Container.Mount;

/// Containers, tenants and drills of the tests.
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    static final Identifier SITE = new Identifier("local");
    static final Identifier ACME = new Identifier("acme");
    static final Identifier CODER = new Identifier("coder-1");
    static final UUID INSTRUCTION = UUID.fromString("01890000-0000-7000-8000-000000000001");
    static final UUID EXECUTION = UUID.fromString("01890000-0000-7000-8000-00000000000e");

    private Samples() {}

    static Container running(String name) {
        return container(name, "running");
    }

    static Container container(String name, String status) {
        return new Container("id-" + name, name, "app:1", "sha256:aa", status, Optional.empty(), Optional.empty(),
                new Compose(Optional.empty(), Optional.empty(), List.of()), List.of(),
                new Links(List.of(), List.of()), List.of(), false, false, "shape");
    }

    static Container service(String project, String service, String... needs) {
        var one = running(project + "-" + service);
        return new Container(one.id(), one.name(), one.image(), one.imageId(), one.status(), one.health(),
                one.exitCode(), new Compose(Optional.of(project), Optional.of(service), List.of(needs)), one.mounts(),
                one.links(), one.ports(), false, false, one.shape());
    }

    static Container with(Container one, Mount... mounts) {
        return new Container(one.id(), one.name(), one.image(), one.imageId(), one.status(), one.health(),
                one.exitCode(), one.compose(), List.of(mounts), one.links(), one.ports(), one.removesItself(),
                one.protectedPart(), one.shape());
    }

    static Container linked(Container one, List<String> networks, List<String> joins) {
        return new Container(one.id(), one.name(), one.image(), one.imageId(), one.status(), one.health(),
                one.exitCode(), one.compose(), one.mounts(), new Links(networks, joins), one.ports(),
                one.removesItself(), one.protectedPart(), one.shape());
    }

    static Container flagged(Container one, boolean removesItself, boolean protectedPart) {
        return new Container(one.id(), one.name(), one.image(), one.imageId(), one.status(), one.health(),
                one.exitCode(), one.compose(), one.mounts(), one.links(), one.ports(), removesItself, protectedPart,
                one.shape());
    }

    static Container serving(Container one, String health, Container.Port... ports) {
        return new Container(one.id(), one.name(), one.image(), one.imageId(), one.status(), Optional.of(health),
                one.exitCode(), one.compose(), one.mounts(), one.links(), List.of(ports), one.removesItself(),
                one.protectedPart(), one.shape());
    }

    static Container shaped(Container one, String imageId, String shape) {
        return new Container(one.id(), one.name(), one.image(), imageId, one.status(), one.health(), one.exitCode(),
                one.compose(), one.mounts(), one.links(), one.ports(), one.removesItself(), one.protectedPart(),
                shape);
    }

    static Mount volume(String name) {
        return new Mount(Mount.Kind.VOLUME, name, "/data", true);
    }

    static Mount bind(String path, boolean writable) {
        return new Mount(Mount.Kind.BIND, path, "/data", writable);
    }

    static Sight sight(Container... containers) {
        return new Sight(List.of(containers));
    }

    static TenantSet tenant(Identifier name, List<String> containers, List<String> projects) {
        return new TenantSet(name, Tier.STANDARD, TenantSet.Status.ACTIVE, 1, List.of(), List.of(), List.of(),
                List.of(new Site(SITE, List.of(), List.of(), projects, containers, true)),
                TenantSet.Policy.ofTier());
    }

    static Drill drillOf(Container... targets) {
        return new Drill(ACME, INSTRUCTION, CODER, SITE, "sha256:instruction",
                Arrays.stream(targets).map(Target::of).toList(), List.of(), Optional.empty(), 1);
    }

    /// The drill, with that stage prepared on what is seen.
    static Drill prepared(Drill drill, Stage stage, Sight sight) {
        return drill.prepared(drill.next(stage), sight.digest(drill.targets()), NOW);
    }

    static Drill asked(Drill drill) {
        return drill.with(drill.current().asks(EXECUTION, List.of(new Identifier("grace")), NOW, NOW));
    }

    static Drill started(Drill drill) {
        return asked(drill).with(asked(drill).current().started(NOW));
    }

    static Drill finished(Drill drill, Outcome outcome) {
        return started(drill).with(started(drill).current().finished(outcome, NOW));
    }
}
