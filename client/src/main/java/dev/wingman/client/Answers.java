package dev.wingman.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.Violation;

/// What the services answer, as far as programs want it typed; the JSON stands beside it in [Reply.Ok].
public final class Answers {
    private Answers() {}

    /// How many success criteria can be checked without anybody's opinion.
    ///
    /// @param unverifiable where the others stand: JSON pointers or, in text, `line:column`
    /// @param advice how to mend those, or empty
    public record Criteria(int total, int verifiable, List<String> unverifiable, String advice) {
        static Criteria of(JsonNode json) {
            return new Criteria(json.path("total").asInt(), json.path("verifiable").asInt(),
                    json.path("unverifiable").valueStream().map(JsonNode::asText).toList(),
                    json.path("advice").asText(""));
        }
    }

    /// Why an instruction has its risk.
    ///
    /// @param pointer where: a JSON pointer or, in text, `line:column`; empty for the whole of it
    /// @param because a sentence for people
    public record RiskReason(String pointer, String risk, String because) {
        static List<RiskReason> all(JsonNode array) {
            return array.valueStream().map(json -> new RiskReason(json.path("pointer").asText(),
                    json.path("risk").asText(), json.path("because").asText())).toList();
        }
    }

    /// An accepted instruction.
    ///
    /// @param approval NONE, AUTO or REQUIRED
    /// @param riskReasons the first ones of its risk; none of a low one
    public record Submitted(String instructionId, String digest, String risk, String approval, Criteria criteria,
            List<RiskReason> riskReasons) {
        static Submitted of(JsonNode json) {
            return new Submitted(json.path("instruction_id").asText(), json.path("digest").asText(),
                    json.path("risk").asText(),
                    json.path("approval").asText(), Criteria.of(json.path("criteria")),
                    RiskReason.all(json.path("risk_reasons")));
        }
    }

    /// What a submission would have answered.
    ///
    /// @param riskReasons the first ones of its risk; none of a low one
    public record Checked(boolean accepted, String risk, String approval, Criteria criteria,
            List<Violation> violations, List<RiskReason> riskReasons) {
        static Checked of(JsonNode json) {
            return new Checked(json.path("accepted").asBoolean(), json.path("risk").asText(),
                    json.path("approval").asText(),
                    Criteria.of(json.path("criteria")), List.copyOf(Problem.violations(json.path("violations"))),
                    RiskReason.all(json.path("risk_reasons")));
        }
    }

    /// A claim was taken.
    ///
    /// @param receipt the signed promise that it will be in the ledger
    public record Claimed(String claimId, JsonNode receipt) {
        static Claimed of(JsonNode json) {
            return new Claimed(json.path("claim_id").asText(), json.path("receipt"));
        }
    }

    /// A claim and, once reached, its verdict.
    ///
    /// @param cause the sentence that explains the verdict, or empty
    public record ClaimRecord(String claimId, String worker, Optional<String> statement, Optional<Verdict> verdict,
            String cause) {
        static ClaimRecord of(JsonNode json) {
            var verdict = Arrays.stream(Verdict.values())
                    .filter(one -> one.name().equals(json.path("verdict").asText())).findFirst();
            return new ClaimRecord(json.path("claim_id").asText(), json.path("worker").asText(),
                    Optional.ofNullable(json.path("statement").asText(null)), verdict, json.path("cause").asText(""));
        }
    }

    /// A page of a list.
    ///
    /// @param next cursor of the page behind it
    public record Page(List<JsonNode> items, Optional<String> next) {
        static Page of(JsonNode json) {
            return new Page(json.path("items").valueStream().toList(),
                    Optional.ofNullable(json.path("next").asText(null)));
        }
    }
}
