package dev.wingman.local.telegram;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeBotApiTest {

    private static final String TOKEN = "7000000001:secret";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final FakeBotApi api = FakeBotApi.start(TOKEN, 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        api.close();
        http.close();
    }

    @Test
    void answersAMessageAsTelegramDoes() {
        var answer = call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\"}");

        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(answer.at("/result/message_id").asLong()).isEqualTo(1);
        assertThat(answer.at("/result/chat/id").asLong()).isEqualTo(42);
        assertThat(answer.at("/result/from/is_bot").asBoolean()).isTrue();
        assertThat(answer.at("/result/date").isIntegralNumber()).isTrue();
        assertThat(api.calls("sendMessage")).singleElement().matches(BotCall::succeeded);
    }

    @Test
    void takesAFormToo() throws IOException, InterruptedException {
        var markup = URLEncoder.encode("{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}", UTF_8);
        var request = HttpRequest.newBuilder(URI.create(api.url() + "/bot" + TOKEN + "/sendMessage"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("chat_id=42&text=a%20b&reply_markup=" + markup)).build();

        var answer = JSON.readTree(http.send(request, ofString()).body());

        assertThat(answer.at("/result/text").asText()).isEqualTo("a b");
        assertThat(answer.at("/result/reply_markup/inline_keyboard/0/0/callback_data").asText()).isEqualTo("y");
    }

    @Test
    void refusesAWrongToken() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.url() + "/bot1:wrong/getMe")).build();

        var answer = http.send(request, ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void tellsHowLongToWaitAfterTooMany() {
        api.failNext(1, new Fault.TooMany(3));

        assertThat(call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\"}").toString())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 3\","
                        + "\"parameters\":{\"retry_after\":3}}");
        assertThat(call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\"}").path("ok").asBoolean()).isTrue();
    }

    @Test
    void cutsTheConnectionWhenTold() {
        api.failNext(1, new Fault.Cut());

        assertThatThrownBy(() -> call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\"}"))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "1 - 2", "(x)", "#1", "a=b", "*open", "`open", "\\\\\\\\*open", "x!",
            "[a](http://x"})
    void refusesMarkdownThatDoesNotParse(String text) {
        assertThat(sent("MarkdownV2", text)).startsWith("Bad Request: can't parse entities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\\.b", "*bold* _italic_", "__under__ ~gone~", "`a.b`", "[a](http://x.y)", "||hidden||"})
    void takesMarkdownThatParses(String text) {
        assertThat(sent("MarkdownV2", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>open", "a < b", "<x>no</x>", "<b><i>crossed</b></i>", "</b>"})
    void refusesHtmlThatDoesNotParse(String text) {
        assertThat(sent("HTML", text)).startsWith("Bad Request: can't parse entities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>bold</b> &lt;x&gt; & y", "<a href='http://x'>x</a>",
            "<pre><code class='a'>b</code></pre>"})
    void takesHtmlThatParses(String text) {
        assertThat(sent("HTML", text)).isEmpty();
    }

    @Test
    void countsOnlyWhatAReaderSees() {
        assertThat(sent("HTML", "<b>" + "x".repeat(4096) + "</b>")).isEmpty();
        assertThat(sent("", "x".repeat(4097))).isEqualTo("Bad Request: message is too long");
        assertThat(sent("HTML", "<b> </b>")).isEqualTo("Bad Request: message text is empty");
    }

    @Test
    void refusesAButtonWithTooMuchData() {
        var keyboard = "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"%s\"}]]}";

        assertThat(call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\",\"reply_markup\":%s}"
                .formatted(keyboard.formatted("ä".repeat(33)))).path("description").asText())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\",\"reply_markup\":%s}"
                .formatted(keyboard.formatted("ä".repeat(32)))).path("ok").asBoolean()).isTrue();
    }

    @Test
    void refusesAnEditThatChangesNothing() {
        call("sendMessage", "{\"chat_id\":42,\"text\":\"hello\"}");

        assertThat(call("editMessageText", "{\"chat_id\":42,\"message_id\":1,\"text\":\"hello\"}").path("description")
                .asText()).startsWith("Bad Request: message is not modified");
        assertThat(call("editMessageText", "{\"chat_id\":42,\"message_id\":1,\"text\":\"bye\"}").at("/result/text")
                .asText()).isEqualTo("bye");
        assertThat(call("editMessageText", "{\"chat_id\":42,\"message_id\":9,\"text\":\"bye\"}").path("description")
                .asText()).isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void keepsAnUpdateUntilAHigherOffsetConfirmsIt() {
        api.write(42, 42, "/status");

        var first = call("getUpdates", "{\"timeout\":0}");
        assertThat(first.at("/result/0/message/text").asText()).isEqualTo("/status");
        assertThat(first.at("/result/0/message/entities/0/type").asText()).isEqualTo("bot_command");
        assertThat(call("getUpdates", "{\"timeout\":0}")).isEqualTo(first);
        assertThat(call("getUpdates", "{\"offset\":%d,\"timeout\":0}"
                .formatted(first.at("/result/0/update_id").asLong() + 1)).path("result")).isEmpty();
        assertThat(api.unconfirmed()).isZero();
    }

    @Test
    void wakesALongPollWhenSomebodyPresses() {
        call("sendMessage", "{\"chat_id\":42,\"text\":\"sure?\"}");
        var begin = Instant.now();
        var poll = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"offset\":1,\"timeout\":30}"));

        api.press(42, 1, "approve");

        assertThat(poll.join().at("/result/0/callback_query/data").asText()).isEqualTo("approve");
        assertThat(poll.join().at("/result/0/callback_query/message/message_id").asLong()).isEqualTo(1);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void answersUnknownMethodsWithNotFound() {
        assertThat(call("banChatMember", "{}").path("error_code").asInt()).isEqualTo(404);
    }

    @Test
    void isDrivenFromAnotherProcessByItsControls() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.url() + "/control/write"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"chat\":42,\"user\":42,\"text\":\"/pending\"}")).build();
        http.send(request, ofString());

        assertThat(call("getUpdates", "{}").at("/result/0/message/from/id").asLong()).isEqualTo(42);
    }

    private String sent(String parseMode, String text) {
        return call("sendMessage", "{\"chat_id\":42,\"parse_mode\":\"%s\",\"text\":\"%s\"}".formatted(parseMode, text))
                .path("description").asText();
    }

    private JsonNode call(String method, String body) {
        var request = HttpRequest.newBuilder(URI.create(api.url() + "/bot" + TOKEN + "/" + method))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        try {
            return JSON.readTree(http.send(request, ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
