package dev.wingman.endtoend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.wingman.contracts.Topic;

/// Kills a process with -9 the moment that a drill takes a step, at one step after the other, and starts it again each time.
final class Killer implements AutoCloseable {

    private static final String ENGINE = "engine: ";
    /// Once the drill is over, what it left on the topics is read to its end: so many looks find nothing more.
    private static final int SILENT = 3;

    private final Shop shop;
    private final Instant began = Instant.now();
    private final List<Step> killedAt = new ArrayList<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Wiretap tap;
    private final Thread thread;
    private volatile boolean over;

    /// @param event what stands on its topic when the step is taken, or what the engine has done to the shop's container
    /// @param times how often it must have come; a tenant with one drill has most events once in each stage
    record Step(String victim, String event, int times) {

        /// The moment that the engine tells of this, in the middle of a call or at its end.
        static Step engine(String victim, String action) {
            return new Step(victim, ENGINE + action, 1);
        }
    }

    /// Begins at once: what came before counts for nothing.
    Killer(Shop shop, List<Step> steps) {
        this.shop = shop;
        tap = new Intruder(shop.tenant().playground()).tap(shop.tenant(), Topic.INSTRUCTIONS, Topic.VERDICTS,
                Topic.EXECUTIONS,
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
        var silent = 0;
        while (seen.getOrDefault(step.event(), Set.of()).size() < step.times()) {
            // An event may be written twice, under one id.
            var records = tap.next();
            records.forEach(record -> saw(Wiretap.type(record), record.headers().getOrDefault("ce_id", "")));
            if (step.event().startsWith(ENGINE)) {
                shop.engine().happenings(shop.container().name(), began)
                        .forEach(one -> saw(ENGINE + one.action(), String.valueOf(one.at())));
            }
            silent = over && records.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT) {
                return false;
            }
        }
        return true;
    }

    private void saw(String event, String id) {
        seen.computeIfAbsent(event, _ -> new HashSet<>()).add(id);
    }

    private void kill(Step step) {
        shop.tenant().playground().kill(step.victim());
        killedAt.add(step);
        var took = shop.tenant().playground().up();
        World.tell("%s killed at %s, back".formatted(step.victim(), step.event()), took);
    }

    @Override
    public void close() {
        stop();
        tap.close();
    }
}
