package dev.wingman.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.wingman.contracts.Service;
import dev.wingman.local.parts.Ports;

/// Which port everything has, counted from a base, so that two stacks can stand side by side.
public record PortPlan(int base) {

    public static final int DEFAULT_BASE = 8000;
    private static final int MANAGEMENT = 1000;
    /// Bases lie so that no port of one plan is of another's, above the [Ports] of single parts and below the range from which
    /// the kernel takes outgoing connections.
    private static final int FIRST_BASE = 20_000;
    private static final int LAST_BASE = 30_000;
    private static final int WIDTH = 25;
    private static final int PLANS = (LAST_BASE - FIRST_BASE) / (2 * WIDTH);
    /// Where a process begins to look follows from its id: two that look at once do not choose alike.
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() % PLANS));

    /// A plan of which every port is free now.
    public static PortPlan free() {
        return Stream.generate(() -> new PortPlan(base(Math.floorMod(NEXT.getAndIncrement(), PLANS))))
                .filter(plan -> plan.all().keySet().stream().allMatch(Ports::isFree)).findFirst().orElseThrow();
    }

    /// A plan takes a strip of a thousand ports and one of the next thousand.
    private static int base(int number) {
        int strips = MANAGEMENT / WIDTH;
        return FIRST_BASE + number / strips * 2 * MANAGEMENT + number % strips * WIDTH;
    }

    /// Where callers reach a service; the gateway has no API.
    public Optional<Integer> api(Service service) {
        return service == Service.EXECUTION ? Optional.empty() : Optional.of(base + offset(service));
    }

    public int management(Service service) {
        return base + MANAGEMENT + offset(service);
    }

    public int kafka() {
        return base + 20;
    }

    public int controller() {
        return base + 21;
    }

    public int postgres() {
        return base + 22;
    }

    public int redis() {
        return base + 23;
    }

    /// Every port, with the name of whoever shall listen there.
    public Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        all.put(kafka(), "kafka");
        all.put(controller(), "kafka");
        all.put(postgres(), "postgres");
        all.put(redis(), "redis");
        for (var service : Service.values()) {
            api(service).ifPresent(port -> all.put(port, service.folder()));
            all.put(management(service), service.folder());
        }
        return all;
    }

    private static int offset(Service service) {
        return switch (service) {
            case GATEKEEPER -> 2;
            case CLAIM_LOGGER -> 3;
            case AUDITOR -> 4;
            case WATCHER -> 5;
            case APPROVAL -> 6;
            case EXECUTION -> 7;
            case NOTIFIER -> 8;
        };
    }
}
