package dev.wingman.execution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;

/// A drill and its journal.
///
/// @param digest of the instruction
/// @param targets in the order in which they start
/// @param version rises by one with each change: two who act on the same version cannot both be right
public record Drill(Identifier tenant, UUID instructionId, Identifier worker, Identifier site, String digest,
        List<Target> targets, List<Execution> executions, Optional<End> end, long version) {

    public Drill {
        targets = List.copyOf(targets);
        executions = List.copyOf(executions);
    }

    public UUID id() {
        return DrillStage.drillOf(instructionId);
    }

    public boolean open() {
        return end.isEmpty();
    }

    /// The stage that the drill is at.
    public Execution current() {
        return executions.getLast();
    }

    public Optional<Execution> stage(UUID stageId) {
        return executions.stream().filter(one -> one.of().stageId().equals(stageId)).findFirst();
    }

    /// Whether the engine was ever asked to change anything.
    public boolean touched() {
        return executions.stream().anyMatch(one -> one.startedAt().isPresent());
    }

    /// What is created before a target is removed, and takes its name afterwards.
    public Successor successorOf(Target target) {
        return new Successor(Successor.PREFIX + id().toString().substring(0, Successor.DRILL) + "-" + target.name());
    }

    public DrillStage next(Stage stage) {
        var first = DrillStage.of(instructionId, worker, site, stage);
        return stage == Stage.RECOVER
                ? first.recover((int) executions.stream().filter(one -> one.stage() == Stage.RECOVER).count() + 1)
                : first;
    }

    public Drill prepared(DrillStage of, String targetStateDigest, Instant at) {
        var more = new ArrayList<>(executions);
        more.add(Execution.prepared(of, targetStateDigest, at));
        return new Drill(tenant, instructionId, worker, site, digest, targets, more, end, version);
    }

    /// The journal with that stage's line replaced.
    public Drill with(Execution changed) {
        var lines = executions.stream().map(one -> one.of().equals(changed.of()) ? changed : one).toList();
        return new Drill(tenant, instructionId, worker, site, digest, targets, lines, end, version);
    }

    public Drill ended(End how) {
        return new Drill(tenant, instructionId, worker, site, digest, targets, executions, Optional.of(how), version);
    }

    public Drill at(long newVersion) {
        return new Drill(tenant, instructionId, worker, site, digest, targets, executions, end, newVersion);
    }

    /// The report. The way back counts from the stop's end to the moment of the verdict that saw the targets run.
    public DrillFinished report(End how, Instant now) {
        var stopped = executions.stream().filter(one -> one.stage() == Stage.A)
                .flatMap(one -> one.finishedAt().or(one::startedAt).stream()).findFirst();
        return new DrillFinished(id(), instructionId, worker, site, how, executions.stream().map(Execution::line)
                .toList(), stopped.map(at -> Duration.between(at, now)));
    }
}
