package dev.wingman.client;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Json;

/// An approval as the service told it.
///
/// @param state PENDING, GRANTED, DENIED, EXPIRED, REVOKED or USED
/// @param card what a human decides on
/// @param votes the votes so far, as the service lists them
/// @param decidedBy the names of the humans, or `the policy`, once it is decided
/// @param reason why it was decided so, where somebody said why
public record Approval(String approvalId, String state, ApprovalCard card, List<JsonNode> votes,
        Optional<String> decidedBy, Optional<String> reason) {
    public Approval {
        votes = List.copyOf(votes);
    }

    /// Of the card as it was understood here. A card that says more than this client can show has another digest, and the service
    /// then refuses the vote: nobody decides on what he was not shown.
    public String seenDigest() {
        return card.digest();
    }

    /// The state in words: with who decided, and why.
    public String standing() {
        return state + decidedBy.map(who -> ", decided by " + who).orElse("")
                + reason.map(why -> ": " + why).orElse("");
    }

    /// Empty when it holds no card that can be understood here.
    static Optional<Approval> of(JsonNode json) {
        try {
            var card = Json.tolerant().treeToValue(json.path("card"), ApprovalCard.class);
            return card == null
                    ? Optional.empty()
                    : Optional.of(new Approval(json.path("approval_id").asText(), json.path("state").asText(), card,
                            json.path("votes").valueStream().toList(), text(json, "decided_by"),
                            text(json, "reason")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.of(json.path(member).asText("")).filter(text -> !text.isBlank());
    }
}
