package dev.wingman.approval.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.TenantSet;

/// Makes the cards: what a human is shown, by what arrived and by the registry.
///
/// @param environment DEV, TEST or PRD: the deployment's
/// @param now when it is asked
public record Cards(TenantSet registry, String environment, Instant now) {

    private static final String APPROVAL = "approval";

    /// The risk is the highest of what the instruction, the gateway's preview and the environment say.
    public Matter ofStage(StagePrepared prepared, Optional<DrillInstruction> instruction) {
        var stage = prepared.of();
        var asked = stage.stage() == Stage.RECOVER ? Asked.RECOVER : Asked.STAGE;
        var drill = "PRD".equals(environment) ? Risk.CRITICAL : Risk.HIGH;
        var stated = instruction.map(DrillInstruction::risk).orElse(drill);
        var risk = Collections.max(List.of(prepared.risk(), drill, stated));
        var reasons = new ArrayList<>(prepared.riskReasons());
        if (risk != prepared.risk()) {
            reasons.add(risk == stated ? "the gatekeeper rated the instruction so" : "a drill in " + environment);
        }
        var demand = Demand.of(asked, risk, registry, false);
        return matter(new ApprovalCard(idOfStage(stage.stageId()), asked, stage.worker(), Optional.empty(),
                Optional.of(stage.instructionId()), Optional.of(prepared.instructionDigest()), Optional.of(stage),
                Optional.empty(), instruction.map(DrillInstruction::title).orElse("a drill whose instruction is lost"),
                Optional.of(prepared.preview()), Optional.of(prepared.targetStateDigest()), prepared.expects(), risk,
                reasons, demand.quorum(), deciders(demand, stage.worker(), Optional.empty()), until(demand),
                instruction.map(DrillInstruction::policyRules).orElse(List.of())), demand, Optional.empty());
    }

    /// The approval of a command, or of an instruction as such.
    public Matter ofInstruction(InstructionAccepted accepted) {
        var command = accepted.action() instanceof Action.Command it
                ? Optional.of(it)
                : Optional.<Action.Command>empty();
        var asked = command.isPresent() ? Asked.COMMAND : Asked.INSTRUCTION;
        var demand = Demand.of(asked, accepted.risk(), registry, accepted.approval() == ApprovalNeed.AUTO);
        return matter(new ApprovalCard(idOfInstruction(accepted.instructionId()), asked, accepted.worker(),
                Optional.empty(), Optional.of(accepted.instructionId()), Optional.of(accepted.digest()),
                Optional.empty(), command, accepted.title(), Optional.empty(), Optional.empty(),
                accepted.predicates(), accepted.risk(), List.of("the gatekeeper rated the instruction so"),
                demand.quorum(), deciders(demand, accepted.worker(), Optional.empty()), until(demand),
                accepted.policyRules()), demand, Optional.empty());
    }

    /// The end of a lock.
    ///
    /// @param turn the how manieth release of this lock is asked for, from 1
    public Matter ofRelease(UUID incident, int turn, Identifier worker, Identifier requester, String reason) {
        var demand = Demand.of(Asked.RELEASE, Risk.HIGH, registry, false);
        return matter(new ApprovalCard(Ids.derived(incident, "release/" + worker + "/" + turn), Asked.RELEASE, worker,
                Optional.of(requester), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), reason,
                Optional.empty(), Optional.empty(), List.of(), Risk.HIGH,
                List.of("a released worker may act again"), demand.quorum(),
                deciders(demand, worker, Optional.of(requester)), until(demand)), demand, Optional.of(incident));
    }

    public static UUID idOfStage(UUID stage) {
        return Ids.derived(stage, APPROVAL);
    }

    public static UUID idOfInstruction(UUID instruction) {
        return Ids.derived(instruction, APPROVAL);
    }

    private List<Identifier> deciders(Demand demand, Identifier worker, Optional<Identifier> requester) {
        return Electorate.deciders(registry, demand.quorum(), worker, requester);
    }

    private Optional<Instant> until(Demand demand) {
        return demand.lasts().map(now::plus);
    }

    private Matter matter(ApprovalCard card, Demand demand, Optional<UUID> incident) {
        return new Matter(registry.tenantId(), card, card.digest(), registry.ownerOf(card.worker()), demand.lasts(),
                incident, now);
    }
}
