package dev.wingman.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.client.Addresses;
import dev.wingman.client.WingmanClient;
import dev.wingman.local.LocalFault;
import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.Practice;
import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.Programs;
import dev.wingman.local.registry.Registry;
import dev.wingman.local.registry.Subject;
import dev.wingman.local.registry.Target;
import dev.wingman.local.registry.TokenDesk;
import dev.wingman.local.stack.LocalState;
import dev.wingman.local.stack.PortPlan;
import dev.wingman.local.stack.Stack;
import dev.wingman.local.stack.TelegramAccess;
import dev.wingman.local.telegram.FakeBotApi;

/// A stack to play on: a folder and ports that nobody else uses, and a chat that keeps what was sent. Nothing of it is left when it
/// is closed, and no other stack is disturbed.
public final class Playground implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final String READABLE = "rwxr-xr-x";
    private static final String FAKE_TOKEN = "7000000001:playground";
    /// The chat of tenants that the registry gives none, where our own server plays Telegram.
    static final long CHAT = 4711;

    private final Path folder;
    private final Stack stack;
    private final Optional<FakeBotApi> chat;
    private final Stack.Wish wish;
    private final List<Practice> containers = new ArrayList<>();
    private volatile boolean ended;

    private Playground(Path folder, Stack stack, Optional<FakeBotApi> chat, Stack.Wish wish) {
        this.folder = folder;
        this.stack = stack;
        this.chat = chat;
        this.wish = wish;
    }

    /// With Telegram itself where the environment has a bot's token, else with a server of ours that talks like it.
    public static Playground make(Path checkout, Optional<Integer> portBase) {
        var real = TelegramAccess.ofEnvironment();
        return real.containsKey(TelegramAccess.TOKEN)
                ? make(checkout, portBase, Optional.empty(), real)
                : withFakeChat(checkout, portBase);
    }

    /// Whatever the environment says, nothing leaves this machine.
    public static Playground withFakeChat(Path checkout, Optional<Integer> portBase) {
        var chat = FakeBotApi.start(FAKE_TOKEN, 0);
        return make(checkout, portBase, Optional.of(chat), Map.of(TelegramAccess.TOKEN, FAKE_TOKEN,
                TelegramAccess.API_URL, chat.url(), TelegramAccess.CHAT, String.valueOf(CHAT)));
    }

    private static Playground make(Path checkout, Optional<Integer> portBase, Optional<FakeBotApi> chat,
            Map<String, String> telegram) {
        try {
            var folder = Files.createTempDirectory("wingman-play-").toRealPath();
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(READABLE));
            Files.setPosixFilePermissions(Files.createDirectory(folder.resolve("work")),
                    PosixFilePermissions.fromString(READABLE));
            var wish = new Stack.Wish(portBase.orElseGet(() -> PortPlan.free().base()), List.of(folder), false,
                    telegram, true);
            return new Playground(folder, new Stack(checkout, Optional.of(folder.resolve("state"))), chat, wish);
        } catch (IOException e) {
            throw new LocalFault("cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": "
                    + e.getMessage(), e);
        }
    }

    /// Starts what does not run, and so also brings back what was killed.
    public Duration up() {
        goOn();
        return stack.up(wish);
    }

    /// Makes an `up` that is at work give up.
    public void abandon() {
        stack.abandon();
    }

    /// `kill -9`, in the middle of whatever it does.
    public void kill(String name) {
        stack.process(name).ifPresent(Daemon::kill);
    }

    public Stack stack() {
        return stack;
    }

    public int portBase() {
        return wish.portBase();
    }

    /// Our own server's chat; none where the real Telegram is used.
    public Optional<FakeBotApi> chat() {
        return chat;
    }

    /// A token for somebody whom every service knows then.
    public String token(String tenant, String subject, String role) {
        return new TokenDesk(state()).token(new Subject(tenant, subject, role, Optional.empty()), LIFETIME);
    }

    /// Changes a tenant's registry entry; every service goes by it then.
    public void register(String tenant, Predicate<ObjectNode> change) {
        new Registry(state()).change(tenant, change);
    }

    /// Makes a container the tenant's own.
    public void allow(String tenant, String container) {
        Target.container(container).allow(tenant, state());
    }

    /// Runs a container to practise on, which ends with the playground; empty where none can be made. Whoever
    /// ends the playground meanwhile waits, so that it cannot be overlooked.
    ///
    /// @param prefix of its name, which nobody else has
    public synchronized Optional<Practice> container(Engine engine, String prefix) {
        goOn();
        var container = Practice.run(engine, prefix);
        container.ifPresent(containers::add);
        return container;
    }

    public WingmanClient client(String tenant, String subject, String role) {
        return new WingmanClient(addresses(), token(tenant, subject, role));
    }

    public Addresses addresses() {
        return Addresses.local(stack.state().local()).orElseThrow(() -> new LocalFault("the stack is not up"));
    }

    private LocalState state() {
        return LocalState.read(stack.state().local());
    }

    /// Where everything of it lies.
    public Path folder() {
        return folder;
    }

    /// A file that workers speak of, in a folder that the auditor may look into.
    public Path file(String name) {
        return folder.resolve("work").resolve(name);
    }

    public Path write(String name, String content) {
        try {
            var file = Files.writeString(file(name), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logs() {
        return stack.state().processes();
    }

    /// Ends everything and removes it.
    @Override
    public void close() {
        end();
        remove(folder);
    }

    /// Ends everything and removes all but the logs; returns where those are.
    public Path closeButKeepLogs() {
        end();
        var logs = logs();
        try (var parts = Files.list(stack.state().root())) {
            parts.filter(part -> !part.equals(logs)).forEach(Playground::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logs;
    }

    private void goOn() {
        if (ended) {
            throw new LocalFault("the playground is ended");
        }
    }

    /// The gateway first: it might bring a container back.
    private synchronized void end() {
        ended = true;
        try {
            stack.down();
        } finally {
            chat.ifPresent(FakeBotApi::close);
            containers.forEach(Practice::close);
        }
    }

    private static void remove(Path path) {
        try {
            Programs.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
