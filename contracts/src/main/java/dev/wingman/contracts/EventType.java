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
