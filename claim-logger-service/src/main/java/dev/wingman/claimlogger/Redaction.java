package dev.wingman.claimlogger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.wingman.claimlogger.domain.Draft;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Violation;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// Takes the secrets out of a claim before anything else sees it. A claim is heard all the same; only where a predicate makes no sense without its
/// secret is it refused, by kind and place.
public final class Redaction {

    /// Digests and commits look random, and are no secrets.
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final FingerprintKey key;
    private final List<Violation> violations = new ArrayList<>();

    public Redaction(FingerprintKey key) {
        this.key = key;
    }

    /// The claim without its secrets; empty if [#violations] say why it cannot be taken.
    public Optional<Draft> clean(Draft draft) {
        var statement = draft.statement().map(text -> text(text, "/statement"));
        var predicates = new ArrayList<Predicate>();
        for (int i = 0; i < draft.allPredicates().size(); i++) {
            predicate(draft.allPredicates().get(i), "/predicates/" + i).ifPresent(predicates::add);
        }
        return violations.isEmpty()
                ? Optional.of(new Draft(draft.instructionId(), draft.completes(), statement, Optional.of(predicates),
                        draft.site()))
                : Optional.empty();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    private Optional<Predicate> predicate(Predicate predicate, String pointer) {
        var clean = tree(Json.tree(predicate), pointer);
        try {
            return Optional.of(Json.tolerant().treeToValue(clean, Predicate.class));
        } catch (IOException e) {
            violations.add(new Violation("secret/in-predicate", pointer,
                    "a secret stands where the predicate needs its text: refer to something that is not secret"));
            return Optional.empty();
        }
    }

    private JsonNode tree(JsonNode node, String pointer) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties()
                        .forEach(field -> field.setValue(tree(field.getValue(), pointer + "/" + field.getKey())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, tree(array.get(i), pointer + "/" + i));
                }
                yield array;
            }
            case TextNode text -> TextNode.valueOf(text(text.asText(), pointer));
            default -> node;
        };
    }

    private String text(String text, String pointer) {
        if (text.indexOf('\0') >= 0 || !wellFormed(text)) {
            violations.add(new Violation("claim/not-text", pointer, "NUL and half surrogate pairs are no text"));
            return "";
        }
        return DIGEST.matcher(text).matches() ? text : Screening.standard().redact(text, key).text();
    }

    private static boolean wellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
