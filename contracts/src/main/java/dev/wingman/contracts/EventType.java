package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;

/// The wire name of an event and the topic where it stands. Names never change; a type that means something else gets another name.
public record EventType(String name, Topic topic, Class<? extends Event> record) {

    private static final List<EventType> ALL = List.of(
            new EventType("instruction-accepted", Topic.INSTRUCTIONS, InstructionAccepted.class),
            new EventType("instruction-rejected", Topic.INSTRUCTIONS, InstructionRejected.class),
            new EventType("claim-recorded", Topic.CLAIMS, ClaimRecorded.class),
            new EventType("verdict-reached", Topic.VERDICTS, VerdictReached.class),
            new EventType("stage-prepared", Topic.EXECUTIONS, StagePrepared.class),
            new EventType("grant-asked", Topic.EXECUTIONS, GrantAsked.class),
            new EventType("stage-started", Topic.EXECUTIONS, StageStarted.class),
            new EventType("stage-finished", Topic.EXECUTIONS, StageFinished.class),
            new EventType("stage-refused", Topic.EXECUTIONS, StageRefused.class),
            new EventType("grant-discarded", Topic.EXECUTIONS, GrantDiscarded.class),
            new EventType("drill-finished", Topic.EXECUTIONS, DrillFinished.class),
            new EventType("approval-requested", Topic.APPROVALS, ApprovalRequested.class),
            new EventType("vote-recorded", Topic.APPROVALS, VoteRecorded.class),
            new EventType("vote-refused", Topic.APPROVALS, VoteRefused.class),
            new EventType("approval-decided", Topic.APPROVALS, ApprovalDecided.class),
            new EventType("approval-used", Topic.APPROVALS, ApprovalUsed.class),
            new EventType("grant-refused", Topic.APPROVALS, GrantRefused.class),
            new EventType("approval-escalated", Topic.APPROVALS, ApprovalEscalated.class),
            new EventType("operator-linked", Topic.APPROVALS, OperatorLinked.class),
            new EventType("decision-submitted", Topic.DECISIONS, DecisionSubmitted.class),
            new EventType("container-observed", Topic.OBSERVATIONS, ContainerObserved.class),
            new EventType("locks-changed", Topic.LOCKDOWNS, LocksChanged.class),
            new EventType("tenant-set", Topic.TENANTS, TenantSet.class),
            new EventType("alert-raised", Topic.ALERTS, AlertRaised.class),
            new EventType("dead-letter", Topic.DEAD_LETTERS, DeadLetter.class));

    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> named(String name) {
        return ALL.stream().filter(type -> type.name.equals(name)).findFirst();
    }

    public static EventType of(Event event) {
        return ALL.stream().filter(type -> type.record.isInstance(event)).findFirst()
                .orElseThrow(() -> new IllegalStateException("an event without a wire name: " + event.getClass()));
    }
}
