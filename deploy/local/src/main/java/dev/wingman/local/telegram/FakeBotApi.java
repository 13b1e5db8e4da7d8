package dev.wingman.local.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A Bot API server on loopback that keeps to Telegram's wire format, remembers every call, plays the humans of a chat,
/// and fails on demand.
public final class FakeBotApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int OK = 200;
    private static final int MOST_UPDATES = 100;

    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Chats chats;
    private final Updates updates = new Updates();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<BotCall> calls = new ArrayList<>();
    private final Queue<Consumer<BotCall>> listeners = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastCallback = new AtomicLong(1_000_000);

    private FakeBotApi(String token, int port) throws IOException {
        this.token = token;
        this.chats = new Chats(CLOCK, bot());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// `port` 0 takes a free one.
    public static FakeBotApi start(String token, int port) {
        try {
            return new FakeBotApi(token, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// What comes before `/bot<token>/`: the value of `WINGMAN_TELEGRAM_API_URL`.
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// Every call so far, in order of arrival.
    public List<BotCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public List<BotCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /// Waits for a call that is wanted; fails with what came instead.
    public BotCall await(Duration patience, Predicate<BotCall> wanted) {
        var until = Instant.now().plus(patience);
        synchronized (calls) {
            while (true) {
                var found = calls.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                var left = Duration.between(Instant.now(), until);
                if (!left.isPositive()) {
                    throw new AssertionError("no such call within " + patience + "; there were " + calls);
                }
                pause(left);
            }
        }
    }

    private void pause(Duration longest) {
        try {
            calls.wait(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a call", e);
        }
    }

    /// A human writes to the bot. In a private chat the chat's id is the human's.
    public void write(long chat, long user, String text) {
        var update = JSON.createObjectNode();
        update.set("message", chats.written(chat, human(user), text));
        updates.add(update);
    }

    /// A human presses a button of a message that the bot sent.
    public ObjectNode press(long user, long messageId, String callbackData) {
        var message = chats.message(messageId)
                .orElseThrow(() -> new IllegalArgumentException("the bot sent no message " + messageId));
        var update = JSON.createObjectNode();
        var query = update.putObject("callback_query").put("id", String.valueOf(lastCallback.incrementAndGet()));
        query.set("from", human(user));
        query.set("message", message);
        query.put("chat_instance", String.valueOf(message.path("chat").path("id").asLong())).put("data", callbackData);
        updates.add(update);
        return update;
    }

    /// Delivers an update once more.
    public void repeat(ObjectNode update) {
        updates.repeat(update);
    }

    /// Updates that the bot has not confirmed yet.
    public int unconfirmed() {
        return updates.size();
    }

    /// The message as a reader of the chat sees it now.
    public Optional<ObjectNode> message(long messageId) {
        return chats.message(messageId).map(ObjectNode::deepCopy);
    }

    /// The next calls fail in this way, one each; polling for updates is not counted.
    public void failNext(int count, Fault fault) {
        for (int i = 0; i < count; i++) {
            faults.add(fault);
        }
    }

    /// From now on everything is well.
    public void heal() {
        faults.clear();
    }

    /// Hears of every call after it was answered.
    public void onCall(Consumer<BotCall> listener) {
        listeners.add(listener);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/control/")) {
                answer(exchange, OK, control(path, Parameters.of(exchange)));
                return;
            }
            var parameters = Parameters.of(exchange);
            var method = path.substring(path.lastIndexOf('/') + 1);
            if (!path.equals("/bot" + token + "/" + method)) {
                answer(exchange, path.startsWith("/bot") ? 401 : 404,
                        path.startsWith("/bot") ? "Unauthorized" : "Not Found");
                return;
            }
            var fault = method.equals("getUpdates") ? null : faults.poll();
            int status = fault == null
                    ? carryOut(exchange, method, parameters)
                    : fail(exchange, fault, method, parameters);
            remember(new BotCall(at, method, parameters, status));
        } catch (Refused refused) {
            answer(exchange, refused.status(), String.valueOf(refused.getMessage()));
        }
    }

    private void remember(BotCall call) {
        synchronized (calls) {
            calls.add(call);
            calls.notifyAll();
        }
        listeners.forEach(listener -> listener.accept(call));
    }

    private int carryOut(HttpExchange exchange, String method, ObjectNode parameters) throws IOException {
        try {
            answer(exchange, OK, JSON.createObjectNode().put("ok", true).set("result", result(method, parameters)));
            return OK;
        } catch (Refused refused) {
            answer(exchange, refused.status(), String.valueOf(refused.getMessage()));
            return refused.status();
        }
    }

    private JsonNode result(String method, ObjectNode parameters) {
        return switch (method) {
            case "getMe" -> bot().put("can_join_groups", true).put("can_read_all_group_messages", false)
                    .put("supports_inline_queries", false);
            case "sendMessage" -> chats.send(parameters);
            case "editMessageText" -> chats.edit(parameters);
            case "getUpdates" -> JSON.valueToTree(updates.await(parameters.path("offset").asLong(0),
                    Math.clamp(parameters.path("limit").asInt(MOST_UPDATES), 1, MOST_UPDATES),
                    Updates.seconds(parameters.path("timeout").asLong(0))));
            case "answerCallbackQuery" -> answered(parameters);
            case "setMyCommands", "deleteWebhook", "setWebhook" -> JSON.getNodeFactory().booleanNode(true);
            default -> throw new Refused(404, "Not Found: method not found");
        };
    }

    /// What a test in another process asks for: `write`, `press`, `fail`, `calls`.
    private JsonNode control(String path, ObjectNode wish) {
        switch (path.substring("/control/".length())) {
            case "write" -> write(wish.path("chat").asLong(), wish.path("user").asLong(), wish.path("text").asText());
            case "press" -> press(wish.path("user").asLong(), wish.path("message_id").asLong(),
                    wish.path("data").asText());
            case "fail" -> failNext(wish.path("count").asInt(1), Fault.named(wish.path("fault").asText("broken"),
                    wish.path("seconds").asInt(1)));
            case "heal" -> heal();
            case "calls" -> {
                return JSON.valueToTree(calls().stream().map(BotCall::asJson).toList());
            }
            default -> throw new Refused(404, "Not Found: no such control");
        }
        return JSON.createObjectNode().put("ok", true);
    }

    private static JsonNode answered(ObjectNode parameters) {
        if (parameters.path("callback_query_id").asText("").isEmpty()) {
            throw new Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        if (parameters.path("text").asText("").length() > 200) {
            throw new Refused(400, "Bad Request: MESSAGE_TOO_LONG");
        }
        return JSON.getNodeFactory().booleanNode(true);
    }

    private int fail(HttpExchange exchange, Fault fault, String method, ObjectNode parameters) throws IOException {
        switch (fault) {
            case Fault.TooMany(var seconds) -> {
                var body = refusal(429, "Too Many Requests: retry after " + seconds);
                body.putObject("parameters").put("retry_after", seconds);
                answer(exchange, 429, body);
                return 429;
            }
            case Fault.Broken _ -> {
                answer(exchange, 500, "Internal Server Error");
                return 500;
            }
            case Fault.Late(var delay) -> {
                sleep(delay);
                return carryOut(exchange, method, parameters);
            }
            case Fault.Hanging(var delay) -> {
                sleep(delay);
                return 0;
            }
            case Fault.Cut _ -> {
                return 0;
            }
        }
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String description) throws IOException {
        answer(exchange, status, refusal(status, description));
    }

    private static ObjectNode refusal(int status, String description) {
        return JSON.createObjectNode().put("ok", false).put("error_code", status).put("description", description);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = body.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static ObjectNode bot() {
        return JSON.createObjectNode().put("id", 7_000_000_001L).put("is_bot", true).put("first_name", "Wingman")
                .put("username", "wingman_bot");
    }

    private static ObjectNode human(long id) {
        return JSON.createObjectNode().put("id", id).put("is_bot", false).put("first_name", "Human " + id)
                .put("username", "human" + id).put("language_code", "en");
    }
}
