package dev.wingman.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;

class CardTextTest {

    private static final Identifier ACME = new Identifier("acme");
    private static final Identifier OLGA = new Identifier("olga");
    private static final UUID INSTRUCTION = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Preview PREVIEW = new Preview(List.of(new Preview.Target("web", "shop/web:1", "running")),
            List.of("web-data"), List.of("shop-net"), List.of("cart"), List.of("Its own layer is lost."));

    @Test
    void showsWhatDecides() {
        var text = shown(card(Risk.HIGH, "rehearse", PREVIEW), Progress.fresh()).text();

        assertThat(text).contains("Drill stage B: remove", "PRD", "acme", "coder-1", "site north", "rehearse", "web",
                "shop/web:1", "running", "web-data", "shop-net", "cart", "Its own layer is lost.", "Risk: high",
                "A container is removed.", "0 of 2", "2030-01-01T00:00:00Z");
    }

    @Test
    void asksForTheCodeOnlyWhereItIsCritical() {
        assertThat(shown(card(Risk.CRITICAL, "x", PREVIEW), Progress.fresh()).text()).contains("/approve ", " CODE");
        assertThat(shown(card(Risk.HIGH, "x", PREVIEW), Progress.fresh()).text()).doesNotContain("CODE");
    }

    @Test
    void hasThreeButtonsUntilItIsDecided() {
        var open = Progress.fresh().approvedBy(OLGA).approvedBy(OLGA);
        var granted = open.ended(new ApprovalDecided(INSTRUCTION, Asked.STAGE, OLGA, Optional.empty(),
                Optional.empty(), ApprovalDecided.Decision.GRANTED, ApprovalDecided.By.HUMANS, List.of(OLGA),
                Optional.empty()));

        assertThat(shown(card(Risk.HIGH, "x", PREVIEW), open).buttons()).extracting(Content.Button::label)
                .containsExactly("Approve", "Deny", "Details");
        assertThat(shown(card(Risk.HIGH, "x", PREVIEW), open).text()).contains("1 of 2 (olga)");
        assertThat(shown(card(Risk.HIGH, "x", PREVIEW), granted).buttons()).isEmpty();
        assertThat(shown(card(Risk.HIGH, "x", PREVIEW), granted).text()).contains("Granted by olga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Granted by olga</b>", "</code><a href=\"http://evil\">Details</a>", "&lt;b&gt;",
            "a\nGranted by olga",
            "\u202Eagol yb detnarG", "\u2066x\u2069", "a\u200Bb", "[Approve](http://evil)", "\u0000"})
    void letsNoWorkersTextBecomeAnythingElse(String title) {
        var text = shown(card(Risk.HIGH, title, PREVIEW), Progress.fresh()).text();

        assertThat(text).doesNotContain("<a", "<b>Granted", "\u202E", "\u2066", "\u200B", "\u0000");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Granted"));
        var line = text.lines().filter(one -> one.startsWith("Title: ")).findFirst().orElseThrow();
        assertThat(line).startsWith("Title: <code>").endsWith("</code>");
        assertThat(line.substring("Title: <code>".length(), line.length() - "</code>".length())).doesNotContain("<",
                ">");
    }

    @Test
    void fitsHoweverMuchThereIsToSay() {
        var many = IntStream.range(0, 500).mapToObj(i -> i + "🔥".repeat(400)).toList();
        var huge = new Preview(many.stream().map(name -> new Preview.Target(name, name, name)).toList(), many, many,
                many, many);

        var text = shown(card(Risk.CRITICAL, "🔥".repeat(5000), huge), Progress.fresh()).text();

        assertThat(visible(text).length()).isLessThanOrEqualTo(4096);
        assertThat(text).contains("more").contains(" CODE");
        assertThat(DetailsText.of(card(Risk.CRITICAL, "🔥".repeat(5000), huge), "sha256:x"))
                .allMatch(page -> visible(page.text()).length() <= 4096).hasSize(6);
    }

    @Test
    void leavesNothingOutOfTheDetails() {
        var pages = DetailsText.of(card(Risk.HIGH, "t".repeat(2500) + "END", PREVIEW), "sha256:digest");

        var all = String.join("\n", pages.stream().map(Content::text).toList());
        assertThat(all).contains("END", "web-data", "shop-net", "cart", "Its own layer is lost.", "sha256:digest",
                "olga", "otto");
    }

    @Test
    void namesThePolicyRulesThatLedToIt() {
        var card = ruled(List.of("no-friday", "far"));

        assertThat(visible(shown(card, Progress.fresh()).text()).lines())
                .contains("  by policy rule no-friday", "  by policy rule far");
        assertThat(visible(DetailsText.of(card, "sha256:x").getFirst().text()).lines())
                .contains("by policy rule no-friday", "by policy rule far");
        assertThat(shown(ruled(List.of()), Progress.fresh()).text()).doesNotContain("policy rule");
    }

    @Test
    void letsNoRulesIdBecomeAnythingElse() {
        var rules = new ArrayList<>(Collections.nCopies(500, "r".repeat(500)));
        rules.addFirst("x</code><a href=\"http://evil\">\nGranted by olga");

        var text = shown(ruled(rules), Progress.fresh()).text();

        assertThat(text).doesNotContain("<a").contains("  by policy rule … and 493 more: see Details");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Granted"));
        assertThat(visible(text).length()).isLessThanOrEqualTo(4096);
    }

    @Test
    void showsACommandSoThatTwoWordsNeverLookLikeOne() {
        var digest = "ab".repeat(32);
        var command = new Action.Command(List.of("rm", "a b", "it's", "", "-v"), "/srv", Optional.of(digest));

        assertThat(visible(shown(card(command), Progress.fresh()).text()))
                .contains("Command: rm 'a b' 'it'\\''s' '' -v", "Script: SHA-256 " + digest);
        assertThat(visible(DetailsText.of(card(command), "sha256:x").getFirst().text()).lines())
                .contains("argv: rm", "argv: a b");
    }

    private static String visible(String html) {
        return html.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static Content shown(ApprovalCard card, Progress progress) {
        return CardText.of("PRD", ACME, card, "sha256:x", progress);
    }

    private static ApprovalCard ruled(List<String> rules) {
        return card(new Action.Command(List.of("ls"), "/", Optional.empty()), Risk.HIGH, "x", PREVIEW, rules);
    }

    private static ApprovalCard card(Risk risk, String title, Preview preview) {
        return card(new Action.Command(List.of("ls"), "/", Optional.empty()), risk, title, preview);
    }

    private static ApprovalCard card(Action.Command command) {
        return card(command, Risk.HIGH, "x", PREVIEW);
    }

    private static ApprovalCard card(Action.Command command, Risk risk, String title, Preview preview) {
        return card(command, risk, title, preview, List.of());
    }

    private static ApprovalCard card(Action.Command command, Risk risk, String title, Preview preview,
            List<String> rules) {
        var stage = DrillStage.of(INSTRUCTION, new Identifier("coder-1"), new Identifier("north"), Stage.B);
        return new ApprovalCard(INSTRUCTION, Asked.STAGE, new Identifier("coder-1"), Optional.empty(),
                Optional.of(INSTRUCTION), Optional.empty(), Optional.of(stage),
                Optional.of(command), title, Optional.of(preview),
                Optional.empty(), List.of(), risk, List.of("A container is removed."), 2,
                List.of(OLGA, new Identifier("otto")), Optional.of(Instant.parse("2030-01-01T00:00:00Z")), rules);
    }
}
