package dev.wingman.notifier.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Preview;

/// Everything that a card holds, on as many messages as it takes.
public final class DetailsText {

    private static final int LINE = 1000;
    private static final int MOST_PAGES = 5;

    private DetailsText() {}

    public static List<Content> of(ApprovalCard card, String digest) {
        var sheet = new Sheet();
        sheet.title("Details of " + CardText.shortId(card.approvalId()) + ": " + CardText.what(card));
        sheet.say("approval " + card.approvalId());
        card.instructionId().ifPresent(id -> sheet.say("instruction " + id));
        card.stage().ifPresent(of -> sheet.say("drill " + of.drillId() + ", site " + of.site()));
        whole(sheet, "title: ", card.title());
        card.command().ifPresent(command -> command(sheet, command));
        card.preview().ifPresent(preview -> preview(sheet, preview));
        sheet.gap().say("risk " + card.risk().name().toLowerCase(Locale.ROOT));
        each(sheet, "because ", card.reasons());
        each(sheet, "by policy rule ", card.policyRules());
        each(sheet, "expects ", card.expects().stream().map(one -> new String(Json.bytes(one), UTF_8)).toList());
        sheet.say("humans needed: " + card.quorum());
        each(sheet, "may decide: ", card.deciders().stream().map(Identifier::value).toList());
        card.targetStateDigest().ifPresent(of -> whole(sheet, "target state ", of));
        card.instructionDigest().ifPresent(of -> whole(sheet, "instruction digest ", of));
        whole(sheet, "card digest ", digest);
        return pages(sheet);
    }

    private static List<Content> pages(Sheet sheet) {
        var pages = sheet.pages();
        var shown = pages.stream().limit(MOST_PAGES).map(Content::html).toList();
        return pages.size() <= MOST_PAGES
                ? shown
                : java.util.stream.Stream.concat(shown.stream(), java.util.stream.Stream.of(Content.plain("… and "
                        + (pages.size() - MOST_PAGES) + " more messages: read the approval over HTTP."))).toList();
    }

    private static void command(Sheet sheet, Action.Command command) {
        each(sheet, "argv: ", command.argv());
        whole(sheet, "in: ", command.cwd());
        command.scriptSha256().ifPresent(digest -> whole(sheet, "script: ", digest));
    }

    private static void preview(Sheet sheet, Preview preview) {
        sheet.gap();
        each(sheet, "target: ", preview.targets().stream()
                .map(target -> target.name() + "  " + target.image() + "  " + target.state()).toList());
        each(sheet, "volume: ", preview.volumes());
        each(sheet, "network: ", preview.networks());
        each(sheet, "would notice: ", preview.dependants());
        each(sheet, "cannot be undone: ", preview.irreversible());
    }

    private static void each(Sheet sheet, String label, List<String> texts) {
        texts.forEach(text -> whole(sheet, label, text));
    }

    private static void whole(Sheet sheet, String label, String text) {
        for (int at = 0; at < text.length();) {
            int end = Math.min(text.length(), at + LINE);
            end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            sheet.quote(at == 0 ? label : "  ", text.substring(at, end), 3 * LINE);
            at = end;
        }
    }
}
