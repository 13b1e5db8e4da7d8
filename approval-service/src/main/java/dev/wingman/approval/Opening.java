package dev.wingman.approval;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Cards;
import dev.wingman.approval.domain.DrillInstruction;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.Transaction;

/// Opens an approval for each stage, command and instruction that needs one.
@ApplicationScoped
class Opening {

    private final Approvals approvals;
    private final Clerk clerk;
    private final Envelopes envelopes;
    private final Registry registry;
    private final String environment;

    Opening(Approvals approvals, Clerk clerk, Envelopes envelopes, Registry registry, PlatformSettings platform) {
        this.approvals = approvals;
        this.clerk = clerk;
        this.envelopes = envelopes;
        this.registry = registry;
        this.environment = platform.environment();
    }

    /// Policy never decides a stage with yes. Without its instruction, or with another, it decides with no; a recovery is asked all the same.
    Uni<Void> stage(Transaction transaction, Envelope<StagePrepared> prepared,
            Optional<DrillInstruction> instruction) {
        return approvals.now(transaction).chain(now -> {
            var matter = new Cards(registry.of(prepared.tenant()), environment, now).ofStage(prepared.event(),
                    instruction);
            var recover = matter.asked() == Asked.RECOVER && instruction.isEmpty();
            var fits = recover || instruction.filter(known -> known.bears(prepared.event())).isPresent();
            return clerk.open(transaction, Origin.event(envelopes, prepared), matter, opened -> fits
                    ? unlessBarred(opened)
                    : opened.denyByPolicy("the stage does not follow an instruction that was accepted", now));
        });
    }

    Uni<Void> instruction(Transaction transaction, Envelope<InstructionAccepted> accepted) {
        return approvals.now(transaction).chain(now -> {
            var matter = new Cards(registry.of(accepted.tenant()), environment, now).ofInstruction(accepted.event());
            var policy = accepted.event().approval() == ApprovalNeed.AUTO && matter.card().quorum() == 0;
            return clerk.open(transaction, Origin.event(envelopes, accepted), matter,
                    opened -> unlessBarred(opened) instanceof Approval.Pending free && policy
                            ? free.grantByPolicy(now)
                            : unlessBarred(opened));
        });
    }

    /// Nobody decides for a tenant that is not registered, nor for a worker that is locked.
    private Approval unlessBarred(Approval.Pending opened) {
        var matter = opened.matter();
        if (!registry.has(matter.tenant())) {
            return opened.denyByPolicy("the tenant is not registered", matter.openedAt());
        }
        return registry.standing(matter) instanceof Standing.Locked
                ? opened.revokeByPolicy("the worker is locked", matter.openedAt())
                : opened;
    }
}
