package dev.wingman.client.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.wingman.client.Approval;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;

/// An approval's card in words: all that its digest covers, so that a yes is to all of it.
record Card(Screen screen, Consumer<String> to) {

    void show(Approval approval) {
        var card = approval.card();
        to.accept(screen.strong(headline(card)) + "  " + risk(card.risk()) + "  " + approval.state());
        row("what", card.title());
        row("worker", card.worker().value());
        card.requester().ifPresent(who -> row("requester", who.value()));
        card.stage().ifPresent(this::stage);
        card.command().ifPresent(command -> {
            row("command", String.valueOf(Json.tree(command.argv())));
            row("in", command.cwd());
            command.scriptSha256().ifPresent(digest -> row("script", digest));
        });
        card.preview().ifPresent(this::preview);
        rows("expected after", card.expects(), Card::spoken);
        rows("why this risk", card.reasons(), reason -> reason);
        rows("by policy rule", card.policyRules(), rule -> rule);
        row("needs", needs(card));
        row("expires", card.expiresAt().map(Instant::toString).orElse("never: it waits for a human"));
        card.instructionId().ifPresent(id -> row("instruction", id.toString()));
        card.instructionDigest().ifPresent(digest -> row("", digest));
        card.targetStateDigest().ifPresent(digest -> row("target state", digest));
        row("approval", card.approvalId().toString());
        row("card", approval.seenDigest());
    }

    static String headline(ApprovalCard card) {
        return switch (card.asked()) {
            case STAGE -> "Drill, stage " + card.stage().map(of -> word(of.stage())).orElse("?");
            case RECOVER -> "Recover after a drill";
            case COMMAND -> "Command";
            case INSTRUCTION -> "Instruction";
            case RELEASE -> "Release of a lock";
        };
    }

    static String word(Stage stage) {
        return switch (stage) {
            case A -> "A (stop)";
            case B -> "B (remove)";
            case C -> "C (rebuild and start)";
            case D -> "D (validate)";
            case RECOVER -> "recover";
        };
    }

    private void stage(DrillStage stage) {
        row("site", stage.site().value());
        row("drill", stage.drillId().toString());
    }

    private void preview(Preview preview) {
        rows("target", preview.targets(),
                target -> target.name() + "  " + target.image() + "  " + target.state());
        rows("volume", preview.volumes(), name -> name);
        rows("network", preview.networks(), name -> name);
        rows("dependant", preview.dependants(), name -> name);
        preview.irreversible().forEach(sentence -> to.accept(
                label("cannot be undone") + screen.bad(Screen.clean(sentence))));
    }

    private static String needs(ApprovalCard card) {
        if (card.quorum() == 0) {
            return "nobody: the policy decides";
        }
        var humans = card.quorum() + (card.quorum() == 1 ? " human" : " humans");
        return card.deciders().isEmpty()
                ? humans + "; the registry listed no operator when this was asked"
                : humans + " out of "
                        + card.deciders().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String spoken(Predicate predicate) {
        return Json.tree(predicate).properties().stream()
                .map(member -> member.getKey().equals("type") || member.getKey().equals("name")
                        ? member.getValue().asText()
                        : member.getKey() + " " + member.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    private String risk(Risk risk) {
        var text = "risk " + String.valueOf(Json.tree(risk).asText()).toLowerCase(Locale.ROOT);
        return risk == Risk.LOW ? screen.good(text) : screen.bad(text);
    }

    private <T> void rows(String label, List<T> values, java.util.function.Function<T, String> words) {
        values.forEach(value -> row(label, words.apply(value)));
    }

    private void row(String label, String value) {
        to.accept(label(label) + Screen.clean(value));
    }

    private String label(String label) {
        return "  " + screen.faint(String.format("%-17s", label));
    }
}
