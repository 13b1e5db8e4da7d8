package dev.wingman.gatekeeper.domain;

import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.Violation;

/// What the gate makes of a draft.
///
/// @param violations all that is wrong with it; empty when it may pass
/// @param policyRules ids of the tenant's rules that raised its risk or ask for humans
/// @param riskReasons the first ones of that risk; none of a low one
public record Judgement(List<Violation> violations, String title, TenPoints points, Action action,
        Optional<String> site, Criteria criteria, Risk risk, ApprovalNeed approval, List<String> policyRules,
        List<RiskReason> riskReasons) {

    public List<Predicate> predicates() {
        return criteria.predicates();
    }

    public boolean passes() {
        return violations.isEmpty();
    }
}
