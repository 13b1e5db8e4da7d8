package dev.wingman.notifier.domain;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;

/// An approval as a message: what decides stands first, what a worker wrote stands last within its part, and nothing is cut short without
/// saying so.
public final class CardText {

    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int SHOWN = 8;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CardText() {}

    public static Content of(String environment, Identifier tenant, ApprovalCard card, String digest,
            Progress progress) {
        var sheet = new Sheet();
        sheet.title(mark(card.risk()) + " " + what(card) + " · " + environment + " · " + tenant);
        standing(sheet, card, progress);
        sheet.gap();
        asker(sheet, card);
        sheet.say("Risk: " + card.risk().name().toLowerCase(Locale.ROOT));
        some(sheet, "  because ", card.reasons());
        some(sheet, "  by policy rule ", card.policyRules());
        card.preview().ifPresent(preview -> touched(sheet, preview));
        card.command().ifPresent(command -> command(sheet, command));
        sheet.quote(card.asked() == Asked.RELEASE ? "Reason: " : "Title: ", card.title(), TITLE);
        sheet.gap();
        var text = Content.html(sheet.fitted("… More: Details, or /show " + shortId(card.approvalId())));
        return progress.ending().isPresent() ? text : text.with(buttons(card.approvalId(), digest));
    }

    /// What an operator types: enough of the id to be the only one.
    public static String shortId(UUID approval) {
        return approval.toString().substring(0, 13);
    }

    /// One line for a list.
    public static String listed(ApprovalCard card, Progress progress) {
        return shortId(card.approvalId()) + "  " + what(card) + " · " + card.worker() + " · "
                + card.risk().name().toLowerCase(Locale.ROOT) + " · " + progress.yes().size() + " of " + card.quorum();
    }

    static String what(ApprovalCard card) {
        return switch (card.asked()) {
            case STAGE -> card.stage().map(of -> stage(of.stage())).orElse("Stage of a drill");
            case COMMAND -> "Command of a worker";
            case INSTRUCTION -> "Instruction";
            case RELEASE -> "Release of a locked worker";
            case RECOVER -> "RECOVER after a drill";
        };
    }

    public static String stage(Stage stage) {
        return switch (stage) {
            case A -> "Drill stage A: stop";
            case B -> "Drill stage B: remove";
            case C -> "Drill stage C: rebuild and start";
            case D -> "Drill stage D: validate";
            case RECOVER -> "RECOVER after a drill";
        };
    }

    private static void standing(Sheet sheet, ApprovalCard card, Progress progress) {
        progress.ending().ifPresentOrElse(ending -> {
            sheet.title(ending.said());
            ending.reason().ifPresent(reason -> sheet.quote("  reason: ", reason, TITLE));
        }, () -> open(sheet, card, progress));
        progress.notes().forEach(note -> sheet.quote("→ ", note, NAME));
    }

    private static void open(Sheet sheet, ApprovalCard card, Progress progress) {
        if (progress.told() > 0) {
            sheet.title(
                    "Still waits for a human, told " + progress.told() + (progress.told() == 1 ? " time" : " times"));
        }
        sheet.say("Approved: " + progress.yes().size() + " of " + card.quorum() + names(progress.yes()));
        sheet.say(card.expiresAt().map(at -> "Expires: " + at).orElse("Never expires"));
        if (card.risk() == Risk.CRITICAL) {
            sheet.say("Critical: a button is not enough. Send /approve " + shortId(card.approvalId())
                    + " CODE with your one-time code.");
        }
    }

    private static void asker(Sheet sheet, ApprovalCard card) {
        sheet.say("Worker: " + card.worker() + card.requester().map(by -> ", asked by " + by).orElse("")
                + card.stage().map(of -> ", site " + of.site()).orElse(""));
    }

    private static void touched(Sheet sheet, Preview preview) {
        some(sheet, "Cannot be undone: ", preview.irreversible());
        some(sheet, "Target: ", preview.targets().stream()
                .map(target -> target.name() + "  " + target.image() + "  " + target.state()).toList());
        some(sheet, "Volume: ", preview.volumes());
        some(sheet, "Would notice: ", preview.dependants());
        some(sheet, "Network: ", preview.networks());
    }

    private static void command(Sheet sheet, Action.Command command) {
        sheet.quote("Command: ", String.join(" ", command.argv().stream().map(CardText::word).toList()), NAME * 4)
                .quote("In: ", command.cwd(), NAME);
        command.scriptSha256().ifPresent(digest -> sheet.say("Script: SHA-256 " + digest));
    }

    /// As a shell wants it: two words never look like one.
    private static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static void some(Sheet sheet, String label, List<String> texts) {
        texts.stream().limit(SHOWN).forEach(text -> sheet.quote(label, text, NAME));
        if (texts.size() > SHOWN) {
            sheet.say(label + "… and " + (texts.size() - SHOWN) + " more: see Details");
        }
    }

    private static String names(List<Identifier> who) {
        return who.isEmpty() ? "" : " (" + String.join(", ", who.stream().map(Identifier::value).toList()) + ")";
    }

    private static List<Content.Button> buttons(UUID approval, String digest) {
        return List.of(button("Approve", Callback.Kind.APPROVE, approval, digest),
                button("Deny", Callback.Kind.DENY, approval, digest),
                button("Details", Callback.Kind.DETAILS, approval, digest));
    }

    private static Content.Button button(String label, Callback.Kind kind, UUID approval, String digest) {
        return new Content.Button(label, Callback.of(kind, approval, digest).data());
    }

    private static String mark(Risk risk) {
        return switch (risk) {
            case CRITICAL -> "\uD83D\uDD34";
            case HIGH -> "\uD83D\uDFE0";
            case MEDIUM -> "\uD83D\uDFE1";
            case LOW -> "\uD83D\uDD35";
        };
    }
}
