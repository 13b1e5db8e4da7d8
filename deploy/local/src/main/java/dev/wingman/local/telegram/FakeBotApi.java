package dev.wingman.local.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;

/// A Bot API server on loopback that keeps to Telegram's wire format, remembers every call, plays the humans of a chat,
/// and fails on demand.
public final class FakeBotApi implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LOOK = Duration.ofMillis(500);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Chats chats = new Chats(CLOCK, Methods.bot());
    private final Updates updates = new Updates(CLOCK.instant().getEpochSecond());
    private final Humans humans = new Humans(chats, updates);
    private final Webhook webhook = new Webhook();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final CallLog calls = new CallLog();

    private FakeBotApi(String token, int port) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", new BotEndpoint(token, new Methods(chats, updates, webhook), faults, calls));
        server.createContext("/control/", new ControlEndpoint(new Controls(this)));
        server.start();
        threads.submit(this::bringToWebhook);
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
        return calls.all();
    }

    public List<BotCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /// Waits for a call that is wanted; fails with what came instead.
    public BotCall await(Duration patience, Predicate<BotCall> wanted) {
        return calls.await(patience, wanted);
    }

    /// A human writes to the bot. In a private chat the chat's id is the human's.
    public ObjectNode write(long chat, long user, String text) {
        return write(chat, user, text, Optional.empty());
    }

    /// The same, as an answer to a message.
    public ObjectNode write(long chat, long user, String text, Optional<Long> answers) {
        return humans.write(chat, user, text, answers);
    }

    /// A human presses a button of a message that the bot sent, or lets his client send other data.
    public ObjectNode press(long user, long messageId, String callbackData) {
        return humans.press(user, messageId, callbackData);
    }

    /// A human presses the button with that label.
    public ObjectNode pressButton(long user, long messageId, String label) {
        return humans.pressButton(user, messageId, label);
    }

    /// What no client of Telegram can do: a press that says it came from another chat.
    public ObjectNode forgePress(long chat, long user, long messageId, String callbackData) {
        return humans.forge(chat, user, messageId, callbackData);
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

    /// What the bot wrote in a chat, as a reader sees it now.
    public List<ObjectNode> messages(long chat) {
        return chats.messages(chat);
    }

    /// The people of a chat throw the bot out.
    public void block(long chat) {
        chats.block(chat);
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
        calls.listen(listener);
    }

    private void bringToWebhook() {
        while (!Thread.currentThread().isInterrupted()) {
            updates.next(LOOK).filter(_ -> webhook.isSet()).ifPresentOrElse(this::bring, FakeBotApi::rest);
        }
    }

    private void bring(ObjectNode update) {
        if (webhook.bring(update)) {
            updates.brought(update);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK.dividedBy(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
