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
public record Approval(String approvalId, String state, ApprovalCard card, List<JsonNode> votes) {
    public Approval {
        votes = List.copyOf(votes);
    }

    /// Of the card as it was understood here. A card that says more than this client can show has another digest, and the service
    /// then refuses the vote: nobody decides on what he was not shown.
    public String seenDigest() {
        return card.digest();
    }

    /// Empty when it holds no card that can be understood here.
    static Optional<Approval> of(JsonNode json) {
        try {
            var card = Json.tolerant().treeToValue(json.path("card"), ApprovalCard.class);
            return card == null
                    ? Optional.empty()
                    : Optional.of(new Approval(json.path("approval_id").asText(), json.path("state").asText(), card,
                            json.path("votes").valueStream().toList()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
