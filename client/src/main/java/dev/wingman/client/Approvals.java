package dev.wingman.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.wingman.client.Answers.Page;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.VoteRecorded.Choice;

/// The calls about approvals, for one token.
public final class Approvals {
    private static final String PATH = "/v1/approvals";
    private static final String JSON = "application/json";
    private static final String MOST = "500";

    private final Endpoint endpoint;

    Approvals(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// A page of them, the newest first.
    ///
    /// @param filter any of `state`, `instruction_id`, `limit`, `cursor`
    public Reply<Page> list(Map<String, String> filter) {
        return endpoint.get(Service.APPROVAL, PATH + Query.of(filter)).map((_, json) -> Page.of(json));
    }

    public Reply<Approval> get(String approvalId) {
        return read(endpoint.get(Service.APPROVAL, path(approvalId, "")));
    }

    /// The approval of that id, or the only one in these states whose id starts or ends so. Where only one in another
    /// state does, the refusal says how that one stands.
    public Reply<Approval> find(String text, String... states) {
        if (Abbreviation.isWhole(text)) {
            return get(text);
        }
        var known = new ArrayList<String>();
        for (var state : states) {
            switch (list(Map.of("state", state, "limit", MOST))) {
                case Reply.Ok(var page, _) -> known.addAll(ids(page));
                case Reply.No(var refusal) -> {
                    return new Reply.No<>(refusal);
                }
            }
        }
        return switch (Abbreviation.among(text, known)) {
            case Reply.Ok(var id, _) -> get(id);
            case Reply.No(Refusal.Missing _) -> tooLateOrTooEarly(text);
            case Reply.No(var refusal) -> new Reply.No<>(refusal);
        };
    }

    private Reply<Approval> tooLateOrTooEarly(String text) {
        return list(Map.of("limit", MOST)).then(page -> Abbreviation.among(text, ids(page))).then(this::get)
                .then(found -> new Reply.No<>(new Refusal.Rejected(new Problem(409,
                        found.state().equals("PENDING") ? "Not decided yet" : "Already decided",
                        found.approvalId() + " is " + found.standing(), List.of(), MissingNode.getInstance()))));
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(item -> item.path("approval_id").asText()).toList();
    }

    /// A human's yes or no to the card with that digest.
    public Reply<Approval> decide(String approvalId, Choice choice, Optional<String> reason, String seenDigest) {
        var body = Json.tolerant().createObjectNode().put("decision", choice.name()).put("seen_digest", seenDigest);
        reason.ifPresent(text -> body.put("reason", text));
        return read(post(path(approvalId, "/decisions"), body));
    }

    /// Redeems a command once; the same key gets the same answer again.
    ///
    /// @return the grant, a compact JWS
    public Reply<String> use(String approvalId, String idempotencyKey) {
        return endpoint.post(Service.APPROVAL, path(approvalId, "/use"), JSON, "{}".getBytes(UTF_8),
                Optional.of(idempotencyKey)).map((_, json) -> json.path("grant").asText());
    }

    /// Takes an approval back that nobody has used.
    public Reply<Approval> revoke(String approvalId, String reason) {
        return read(post(path(approvalId, "/revoke"), Json.tolerant().createObjectNode().put("reason", reason)));
    }

    /// Asks for the end of a worker's lock.
    ///
    /// @return the id of the approval that decides it
    public Reply<String> release(String worker, String reason) {
        return post("/v1/releases", Json.tolerant().createObjectNode().put("worker", worker).put("reason", reason))
                .map((_, json) -> json.path("approval_id").asText());
    }

    /// A one-time code: sent to the bot as `/link CODE`, it binds the sender to this operator.
    public Reply<String> linkCode() {
        return post("/v1/operators/link", Json.tolerant().createObjectNode())
                .map((_, json) -> json.path("code").asText());
    }

    /// Enrols the second factor that critical approvals by Telegram ask for; the answer is what an authenticator reads.
    public Reply<JsonNode> secondFactor() {
        return post("/v1/operators/totp", Json.tolerant().createObjectNode());
    }

    /// Which operators are linked.
    public Reply<Page> operators() {
        return endpoint.get(Service.APPROVAL, "/v1/operators").map((_, json) -> Page.of(json));
    }

    private Reply<JsonNode> post(String path, JsonNode body) {
        return endpoint.post(Service.APPROVAL, path, JSON, Json.bytes(body), Optional.empty());
    }

    private static Reply<Approval> read(Reply<JsonNode> reply) {
        return switch (reply) {
            case Reply.No(var refusal) -> new Reply.No<>(refusal);
            case Reply.Ok(var json, _) -> Approval.of(json).<Reply<Approval>>map(read -> new Reply.Ok<>(read, json))
                    .orElseGet(() -> new Reply.No<>(new Refusal.Rejected(new Problem(200, "Not understood",
                            "the service tells an approval that this client cannot show: use one of its version",
                            List.of(), MissingNode.getInstance()))));
        };
    }

    private static String path(String approvalId, String rest) {
        return PATH + "/" + URLEncoder.encode(approvalId, UTF_8) + rest;
    }
}
