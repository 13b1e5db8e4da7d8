package dev.wingman.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.wingman.contracts.Topic;

/// Kills one process with -9 the moment that a drill takes a step, at one step after the other, and starts it again each time.
final class Killer implements AutoCloseable {

    private final Tenant tenant;
    private final List<Step> killedAt = new ArrayList<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Wiretap tap;
    private final Thread thread;
    private volatile boolean over;

    /// @param event what stands on its topic when the step is taken
    /// @param times how often it must have come; a tenant with one drill has most events once in each stage
    record Step(String victim, String event, int times) {}

    /// Begins at once: what came before counts for nothing.
    Killer(Tenant tenant, List<Step> steps) {
        this.tenant = tenant;
        tap = new Intruder(tenant.playground()).tap(tenant, Topic.INSTRUCTIONS, Topic.VERDICTS, Topic.EXECUTIONS,
                Topic.APPROVALS, Topic.DECISIONS);
        thread = Thread.ofVirtual().start(() -> steps.stream().takeWhile(this::taken).forEach(this::kill));
    }

    /// Where it struck, once the drill is over and everybody lives again.
    List<Step> stop() {
        over = true;
        World.join(thread);
        return List.copyOf(killedAt);
    }

    private boolean taken(Step step) {
        while (seen.getOrDefault(step.event(), Set.of()).size() < step.times() && !over) {
            // An event may be written twice, under one id.
            tap.next().forEach(record -> seen.computeIfAbsent(Wiretap.type(record), _ -> new HashSet<>())
                    .add(record.headers().getOrDefault("ce_id", "")));
        }
        return !over;
    }

    private void kill(Step step) {
        tenant.playground().kill(step.victim());
        killedAt.add(step);
        var took = tenant.playground().up();
        World.tell("%s killed at %s, back".formatted(step.victim(), step.event()), took);
    }

    @Override
    public void close() {
        stop();
        tap.close();
    }
}
