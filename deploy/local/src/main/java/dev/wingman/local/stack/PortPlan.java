package dev.wingman.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import dev.wingman.contracts.Service;
import dev.wingman.local.parts.Ports;

/// Which port everything has, counted from a base, so that two stacks can stand side by side.
public record PortPlan(int base) {

    public static final int DEFAULT_BASE = 8000;
    private static final int MANAGEMENT = 1000;
    /// Below the range from which the kernel takes outgoing connections.
    private static final int FIRST_BASE = 20_000;
    private static final int LAST_BASE = 29_000;

    /// A plan of which every port is free now.
    public static PortPlan free() {
        while (true) {
            var plan = new PortPlan(ThreadLocalRandom.current().nextInt(FIRST_BASE, LAST_BASE));
            if (plan.all().keySet().stream().allMatch(Ports::isFree)) {
                return plan;
            }
        }
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
