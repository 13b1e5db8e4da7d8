package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;

/// Whether a yes may be turned into a grant now. Once, for one execution, for what was approved and nothing else.
public final class Redemption {

    /// What came of it.
    public sealed interface Result {}

    /// Nobody redeemed it before: it is used from now on.
    public record Redeemed(Approval.Used used) implements Result {}

    /// The same execution asked before and has its answer.
    public record Repeated(Approval.Used used) implements Result {}

    /// No grant.
    ///
    /// @param rule a stable name
    public record Refused(String rule, String detail) implements Result {}

    private Redemption() {}

    /// A gateway asks, for a stage of a drill.
    public static Result ofStage(Approval approval, DrillStage stage, String targetStateDigest, UUID execution,
            String audience, Instant now) {
        var card = approval.matter().card();
        if (!card.stage().equals(Optional.of(stage))) {
            return new Refused("grant/other-stage", "This approval is not for that stage.");
        }
        return switch (approval) {
            case Approval.Granted granted when !card.targetStateDigest().equals(Optional.of(targetStateDigest)) ->
                new Refused("grant/target-drift", "The targets are not as they were when it was approved.");
            case Approval any -> use(any, execution, audience, now);
        };
    }

    /// The worker asks, for its command.
    public static Result ofCommand(Approval approval, UUID execution, String audience, Instant now) {
        return approval.matter().asked() != Asked.COMMAND
                ? new Refused("grant/not-a-command", "Only the approval of a command is used by its worker.")
                : use(approval, execution, audience, now);
    }

    private static Result use(Approval approval, UUID execution, String audience, Instant now) {
        return switch (approval) {
            case Approval.Pending pending -> new Refused("grant/not-granted", "It is not decided yet.");
            case Approval.Granted granted -> granted.isOver(now)
                    ? new Refused("grant/expired", "Its time is over.")
                    : new Redeemed(granted.use(execution, audience, now));
            case Approval.Closed closed ->
                new Refused("grant/" + closed.state().name().toLowerCase(java.util.Locale.ROOT),
                        "It is " + closed.state() + ", by " + closed.decision().decidedBy() + ".");
            case Approval.Used used -> used.execution().equals(execution)
                    ? new Repeated(used)
                    : new Refused("grant/used-before", "It was redeemed before, by another execution.");
        };
    }
}
