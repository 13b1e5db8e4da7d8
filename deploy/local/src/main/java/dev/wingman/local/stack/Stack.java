package dev.wingman.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import dev.wingman.contracts.Service;
import dev.wingman.local.LocalFault;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.Programs;
import dev.wingman.local.parts.Starter;
import dev.wingman.local.parts.Together;

/// The real parts and the seven services of one checkout, as processes of their own.
///
/// `up` starts what is missing and nothing else, so that it is also how a killed process is started again.
public final class Stack {

    /// What `up` is asked for; a `training` stack writes start-up caches at its orderly end.
    ///
    /// @param telegram the notifier's `WINGMAN_TELEGRAM_*`, which nobody else gets: the bot's token is a secret
    /// @param withoutCustody the gateway gets the Docker socket even where others could open it too
    public record Wish(int portBase, List<Path> roots, boolean training, Map<String, String> telegram,
            boolean withoutCustody) {

        /// With the launcher's own `WINGMAN_TELEGRAM_*`.
        public Wish(int portBase, List<Path> roots) {
            this(portBase, roots, false, TelegramAccess.ofEnvironment(), false);
        }

        public Wish withoutCustody(boolean asked) {
            return new Wish(portBase, roots, training, telegram, asked);
        }
    }

    /// One process: `pid` is 0 when it does not run.
    public record Standing(String name, boolean ready, long pid, int port, Optional<Instant> since) {

        public boolean running() {
            return pid != 0;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final List<String> PARTS = List.of("kafka", "postgres", "redis");

    private final Path checkout;
    private final StateFolder state;
    private final Custody custody;
    private final Programs programs;
    private final Starter starter;
    private volatile boolean abandoned;

    public Stack(Path checkout, Optional<Path> data) {
        this.checkout = checkout;
        this.custody = Custody.here();
        this.state = StateFolder.in(checkout, data, custody);
        this.programs = programs(checkout, state, custody);
        this.starter = new Starter(state.processes());
    }

    /// All stacks of a checkout run the same ones, unpacked once into its own state folder; where that cannot be used, each
    /// has its own.
    private static Programs programs(Path checkout, StateFolder state, Custody custody) {
        try {
            return new Programs(StateFolder.in(checkout, Optional.empty(), custody).programs());
        } catch (LocalFault e) {
            return new Programs(state.programs());
        }
    }

    public boolean custodyEnforced() {
        return custody.enforced();
    }

    public StateFolder state() {
        return state;
    }

    /// Starts what does not run and returns when everything is ready, with the time that it took. When something cannot
    /// start, what this call started is stopped again, and the fault says what to do.
    public Duration up(Wish wish) {
        var begin = Instant.now();
        try (var channel = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalFault("another `wingman up` is at work in " + state.root() + ": wait for it");
            }
            raise(wish);
            return Duration.between(begin, Instant.now());
        } catch (OverlappingFileLockException e) {
            throw new LocalFault("another `wingman up` is at work in " + state.root() + ": wait for it", e);
        } catch (IOException e) {
            throw new LocalFault("cannot use " + state.root() + ": " + e.getMessage(), e);
        }
    }

    /// Makes an `up` that is at work give up; returns when it has ended what it started.
    public void abandon() {
        abandoned = true;
        synchronized (this) {
            abandoned = false;
        }
    }

    private synchronized void raise(Wish wish) {
        var ports = new PortPlan(wish.portBase());
        var before = names().stream().filter(name -> process(name).isPresent()).toList();
        check(ports, before);
        var applications = new Applications(checkout, state, custody);
        var blueprint = new Blueprint(state, ports, custody, applications, programs, startCaches(wish.training()),
                Secrets.in(state.secrets()), wish.telegram(), holding(wish));
        try {
            StateFolder.folder(state.root().resolve("run"));
            blueprint.raiseParts(starter);
            goOn();
            startServices(blueprint, ports);
            LocalState.of(ports, blueprint.keys().issuerKey(), roots(wish), blueprint.holding()).write(state.local());
        } catch (LocalFault e) {
            stop(names().stream().filter(name -> !before.contains(name)).toList(), FAREWELL);
            throw Machine.isDiskFull(state.root())
                    ? new LocalFault("the disk of " + state.root()
                            + " is full: free some space and run `wingman up` again (" + e.getMessage() + ")", e)
                    : e;
        }
    }

    private void check(PortPlan ports, List<String> running) {
        var missing = new Applications(checkout, state, custody).missing();
        if (!missing.isEmpty()) {
            throw new LocalFault("not built yet: " + String.join(", ", missing) + "; run `wingman build`");
        }
        Machine.checkJava(custody);
        Machine.checkDisk(state.root());
        var wanted = new LinkedHashMap<>(ports.all());
        wanted.values().removeIf(running::contains);
        Machine.checkPorts(wanted);
        if (!running.isEmpty() && LocalState.read(state.local()).portBase() != ports.base()) {
            throw new LocalFault("a stack runs here on port base " + LocalState.read(state.local()).portBase()
                    + ": use that, or run `wingman down` first");
        }
    }

    private void startServices(Blueprint blueprint, PortPlan ports) {
        for (var service : Service.values()) {
            if (process(service.folder()).isEmpty()) {
                Daemon.start(blueprint.order(service)).record(starter.record(service.folder()));
            }
        }
        var until = Instant.now().plus(PATIENCE);
        var waiting = new ArrayList<>(List.of(Service.values()));
        while (!waiting.isEmpty()) {
            goOn();
            waiting.removeIf(service -> Health.ready(ports.management(service)));
            waiting.stream().map(Service::folder).filter(name -> process(name).isEmpty()).findFirst()
                    .ifPresent(name -> {
                        throw new LocalFault(name + " died while it started: " + Starter.lastWords(starter.log(name))
                                + "; `wingman logs " + name + "` shows it all");
                    });
            if (Instant.now().isAfter(until)) {
                throw new LocalFault(waiting.stream().map(Service::folder).collect(Collectors.joining(", "))
                        + " not ready after " + PATIENCE.toSeconds() + " s; `wingman logs SERVICE` shows why");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    StartCaches startCaches(boolean training) {
        return new StartCaches(checkout, state, new Applications(checkout, state, custody), training);
    }

    /// A training stack does what nobody asked for: it gets no engine.
    private Holding holding(Wish wish) {
        return wish.training()
                ? new Holding.Nobody("a training stack needs no Docker engine")
                : Holding.judge(custody, EngineSocket.here(), wish.withoutCustody());
    }

    /// Whether the gateway was given the socket of an engine.
    public boolean holdsEngine() {
        return LocalState.read(state.local()).holdsEngine();
    }

    /// Who holds the Docker socket, as the last `up` left it.
    public String engine() {
        return LocalState.read(state.local()).engine();
    }

    private void goOn() {
        if (abandoned) {
            throw new LocalFault("given up before everything was ready");
        }
    }

    private List<String> roots(Wish wish) {
        var roots = new ArrayList<String>();
        roots.add(System.getProperty("java.io.tmpdir"));
        wish.roots().forEach(root -> roots.add(root.toAbsolutePath().normalize().toString()));
        return roots.stream().distinct().toList();
    }

    /// Ends everything, services first, and says what ran.
    public List<String> down() {
        return down(FAREWELL);
    }

    List<String> down(Duration patience) {
        var running = names().stream().filter(name -> process(name).isPresent()).toList();
        stop(running, patience);
        return running;
    }

    private void stop(List<String> names, Duration patience) {
        together(names.stream().filter(name -> !PARTS.contains(name)).toList(), patience);
        together(names.stream().filter(PARTS::contains).toList(), patience);
    }

    private void together(List<String> names, Duration patience) {
        Together.run(names.stream().flatMap(name -> process(name).stream())
                .map(process -> (Runnable) () -> process.stop(patience)).toList());
    }

    /// How each process stands, parts first.
    public List<Standing> status() {
        var ports = new PortPlan(LocalState.read(state.local()).portBase());
        return names().stream().parallel().map(name -> standing(name, ports)).toList();
    }

    private Standing standing(String name, PortPlan ports) {
        var process = process(name);
        var service = Service.inFolder(name);
        int port = service.map(known -> ports.api(known).orElse(ports.management(known)))
                .orElseGet(() -> Map.of("kafka", ports.kafka(), "postgres", ports.postgres()).getOrDefault(name,
                        ports.redis()));
        boolean ready = process.isPresent() && service.map(known -> Health.ready(ports.management(known)))
                .orElseGet(() -> !dev.wingman.local.parts.Ports.isFree(port));
        return new Standing(name, ready, process.map(Daemon::pid).orElse(0L), port, process.map(Daemon::started));
    }

    /// Where a process' output goes.
    public Path log(String name) {
        if (!names().contains(name)) {
            throw new LocalFault("no `" + name + "` here; there are " + String.join(", ", names()));
        }
        return starter.log(name);
    }

    public Optional<Daemon> process(String name) {
        return Daemon.recorded(starter.record(name));
    }

    /// The parts, then the services.
    public static List<String> names() {
        var names = new ArrayList<>(PARTS);
        Arrays.stream(Service.values()).map(Service::folder).forEach(names::add);
        return names;
    }
}
