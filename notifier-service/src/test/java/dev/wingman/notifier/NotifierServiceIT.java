package dev.wingman.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.telegram.BotCall;
import dev.wingman.local.telegram.Fault;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "notifier-service"))
@QuarkusTestResource(Telegram.class)
class NotifierServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Identifier tenant = new Identifier("t-" + UUID.randomUUID().toString().substring(0, 13));
    private final long chat = ThreadLocalRandom.current().nextLong(1, 1L << 40);

    @BeforeEach
    void registerTheTenantWithItsChat() {
        publish(Service.GATEKEEPER, tenant.value(), new TenantSet(tenant, Tier.STANDARD, TenantSet.Status.ACTIVE, 1,
                List.of(), List.of(), List.of(chat), List.of(), TenantSet.Policy.ofTier()));
        await().atMost(PATIENCE).untilAsserted(() -> asSre().get("/v1/whoami").then().statusCode(200));
    }

    @AfterEach
    void heal() {
        Telegram.api().heal();
    }

    @Test
    void bringsAnAlertToTheTenantsChat() {
        raise("the file is not there");

        assertThat(delivered("the file is not there").text("chat_id")).isEqualTo(Long.toString(chat));
        await().atMost(PATIENCE).untilAsserted(() -> asSre().get("/v1/deliveries?state=SENT").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].attempts", equalTo(1)));
    }

    @Test
    void sendsNothingAsMarkup() {
        raise("*bold* <b>html</b> [link](http://evil) `code` @everyone");

        var call = delivered("*bold* <b>html</b>");

        assertThat(call.parameters().has("parse_mode")).isFalse();
    }

    @Test
    void waitsAsLongAsTelegramAsksAndThenDelivers() {
        Telegram.api().failNext(1, new Fault.TooMany(1));

        raise("after the flood");

        assertThat(delivered("after the flood").succeeded()).isTrue();
    }

    @Test
    void deliversAfterTelegramWasBroken() {
        Telegram.api().failNext(2, new Fault.Cut());

        raise("after the cut");

        assertThat(delivered("after the cut").succeeded()).isTrue();
    }

    @Test
    void keepsTheOrderOfATenantsAlerts() {
        Telegram.api().failNext(1, new Fault.Broken());

        raise("first of three");
        raise("second of three");
        raise("third of three");

        delivered("third of three");
        var texts = Telegram.api().calls("sendMessage").stream().filter(BotCall::succeeded)
                .filter(call -> call.text("chat_id").equals(Long.toString(chat))).map(call -> call.text("text"))
                .toList();
        assertThat(texts).hasSize(3);
        assertThat(texts.get(0)).contains("first of three");
        assertThat(texts.get(1)).contains("second of three");
    }

    @Test
    void sendsARepeatedAlertOnce() {
        var alert = alert("only once");
        publish(alert);
        publish(alert);
        raise("the one behind it");

        delivered("the one behind it");

        assertThat(Telegram.api().calls("sendMessage")).filteredOn(call -> call.text("text").contains("only once"))
                .hasSize(1);
    }

    @Test
    void believesNoAlertThatTheWatcherDidNotSign() {
        var forged = alert("forged");
        var record = SigningKey.read(Parts.keys().signingKey("auditor-service")).sign(Codec.encode(forged));
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());

        var letter = Topics.await(Topic.DEAD_LETTERS.topicName(), PATIENCE, raw -> tenant.value().equals(raw.key()));

        assertThat(letter.text()).contains("not believed");
        assertThat(Telegram.api().calls("sendMessage")).noneMatch(call -> call.text("text").contains("forged"));
    }

    @Test
    void deliversWhatCameWhileTheDatabaseWasAway() {
        Parts.postgres().kill();
        raise("said in the dark");
        Parts.postgres().start();

        assertThat(delivered("said in the dark").succeeded()).isTrue();
    }

    @Test
    void showsDeliveriesToAnSreOfTheTenantAlone() {
        given().get("/v1/deliveries").then().statusCode(401);
        as(Tokens.worker(tenant.value(), "coder-1")).get("/v1/deliveries").then().statusCode(403);
        as(Tokens.operator(tenant.value(), "ada")).get("/v1/deliveries").then().statusCode(403);
        asSre().get("/v1/deliveries?state=LOST").then().statusCode(400);
        asSre().get("/v1/deliveries").then().statusCode(200).body("items", hasSize(0));
    }

    private static BotCall delivered(String text) {
        return Telegram.api().await(PATIENCE, call -> call.succeeded() && call.text("text").contains(text));
    }

    private void raise(String text) {
        publish(alert(text));
    }

    private Envelope<Event> alert(String text) {
        var id = Ids.first(Instant.now());
        return envelope(Service.WATCHER, id.toString(), new AlertRaised(id, Severity.CRITICAL, "false-claim", id,
                Optional.of(new Identifier("coder-1")), Optional.empty(), text));
    }

    private void publish(Service writer, String subject, Event event) {
        publish(envelope(writer, subject, event));
    }

    private Envelope<Event> envelope(Service writer, String subject, Event event) {
        return new Envelope<>(Ids.first(Instant.now()), tenant, writer, subject, Instant.now(), "DEV", Optional.empty(),
                event);
    }

    private static void publish(Envelope<Event> envelope) {
        var record = SigningKey.read(Parts.keys().signingKey(envelope.source().folder())).sign(Codec.encode(envelope));
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    private io.restassured.specification.RequestSpecification asSre() {
        return as(Tokens.sre(tenant.value(), "mark"));
    }

    private static io.restassured.specification.RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.jwt());
    }
}
