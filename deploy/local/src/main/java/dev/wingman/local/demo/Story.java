package dev.wingman.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import dev.wingman.client.Claim;
import dev.wingman.client.Instruction;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Predicate;

/// The story of both loops. Each step compares what it saw with what it should see.
public final class Story {

    private static final Duration PATIENCE = Script.PATIENCE;
    /// Between the two looks that refute a process: long enough that the first is over, too short for the second.
    private static final Duration INTO_THE_MIDDLE = Duration.ofMillis(700);

    private final Playground playground;
    private final Narrator narrator;
    private final Cast cast;
    private final LiveView live;
    private final Chat chat;
    private final Proof proof;
    private final InstructionLoop drills;
    private final Script script;
    private final Map<String, Instant> asked = new HashMap<>();
    private String lie = "";

    public Story(Playground playground, Narrator narrator) {
        this.playground = playground;
        this.narrator = narrator;
        this.script = new Script(narrator);
        this.cast = Cast.of(playground);
        this.live = new LiveView(cast.sre());
        this.chat = playground.chat().<Chat>map(Chat.Played::new)
                .orElseGet(() -> new Chat.Real(playground, playground.token(Cast.TENANT, "sam", "sre")));
        this.proof = new Proof(cast.sre(), playground.folder());
        this.drills = new InstructionLoop(playground, script, proof);
    }

    public List<Step> play() {
        try (live) {
            checked();
            lied();
            honest();
            stranger();
            drills.play();
            proven();
            killed();
            return script.steps();
        }
    }

    private void checked() {
        script.begin("An instruction is checked before anything runs");
        narrator.event("coder-1", "submits a plan: no mitigation, a `--force`, an AWS key in its text");
        script.step("bad plan: every fault, and no key echoed", "422, 3 faults, no key", () -> {
            var reply = cast.coder1().submit(Plans.bad(playground.file("october.csv")), Optional.empty());
            var rules = Cast.rules(reply);
            narrator.event("gatekeeper", Cast.say(reply, _ -> "202") + "  " + String.join(", ", rules));
            return Cast.say(reply, _ -> "202") + ", " + rules.size() + " faults, "
                    + (reply.toString().contains(Plans.KEY) ? "the key" : "no key");
        });
        script.step("complete plan", "ACCEPTED", () -> submit("coder-1", cast.coder1(), plan("october.csv")));
    }

    private void lied() {
        script.begin("A false claim locks its worker");
        var file = playground.file("october.csv");
        script.step("claim of a file that does not exist", "FALSE", () -> {
            lie = claimFile("coder-1", cast.coder1(), "october.csv");
            return verdict(lie);
        });
        script.step("the liar is locked", "locked", () -> lock("coder-1"));
        script.step("the humans are told", "1 message", () -> message(lie));
        script.step("its next instruction", "423", () -> submit("coder-1", cast.coder1(), plan("october.csv")));
        script.step("its next claim is still heard", "taken", () -> {
            var reply = cast.coder1().claim(Claim.of("deleted file " + file));
            return script.tell("claim-logger", Cast.say(reply, _ -> "taken"),
                    "the claim is taken, marked `while_locked`");
        });
    }

    private void honest() {
        script.begin("The honest are left alone");
        playground.write("november.csv", "order;total\n1;42\n");
        script.step("claim of a file that is there", "TRUE",
                () -> verdict(claimFile("coder-2", cast.coder2(), "november.csv")));
        script.step("a claim that nobody can check", "UNVERIFIABLE", () -> {
            narrator.event("coder-2", "claims: \"The code is much cleaner now.\"");
            return verdict(claim(cast.coder2(), Claim.of("The code is much cleaner now.")));
        });
        script.step("coder-2 goes on", "ACCEPTED", () -> submit("coder-2", cast.coder2(), plan("december.csv")));
    }

    private void stranger() {
        script.begin("Another tenant sees none of it");
        script.step("all that globex can list", "nothing", () -> {
            var seen = Cast.everythingSeenBy(cast.strangerSre());
            return script.tell("globex", seen.isEmpty() ? "nothing" : seen,
                    "its SRE lists everything there is: nothing");
        });
        script.step("acme's claim by its id", "404",
                () -> script.tell("globex", Cast.say(cast.strangerSre().claim(lie), _ -> "200"),
                        "404 for acme's claim"));
        script.step("its own coder-1 is not locked", "ACCEPTED",
                () -> submit("globex", cast.strangerWorker(), plan("october.csv")));
    }

    private void proven() {
        script.begin("The ledger proves what happened");
        var expected = drills.kinds();
        script.step("every kind of event is in it", expected.size() + " kinds", () -> {
            var kinds = proof.awaitKinds(expected, PATIENCE);
            return script.tell("ledger", kinds.size() + " kinds",
                    kinds.size() + " kinds of events, from tenant-set to alert-raised");
        });
        script.step("export, with the public key alone", "verified", () -> script.tell("verifier", proof.whole()));
        script.step("one byte changed", "names that entry", () -> script.tell("verifier", proof.withAByteChanged()));
        script.step("one entry dropped", "names that entry", () -> script.tell("verifier", proof.withAnEntryDropped()));
        script.step("two entries swapped", "names that entry", () -> script.tell("verifier", proof.withTwoSwapped()));
    }

    private void killed() {
        script.begin("kill -9 in the middle");
        var claimed = new ArrayList<String>();
        script.step("a claim whose auditor dies while it looks", "taken", () -> {
            narrator.event("coder-3", "claims: process `wingman-ghost` is running (two looks, 2 s apart)");
            claimed.add(claim(cast.coder3(), ghost()));
            LockSupport.parkNanos(INTO_THE_MIDDLE.toNanos());
            playground.kill("auditor-service");
            return script.tell("auditor", claimed.getFirst().isEmpty() ? "refused" : "taken",
                    "kill -9 between the looks");
        });
        script.step("claims are taken without it", "taken", () -> {
            claimed.add(claimFile("coder-2", cast.coder2(), "november.csv"));
            return claimed.getLast().isEmpty() ? "refused" : "taken";
        });
        script.step("started again", "ready", () -> script.tell("auditor", "ready", "ready again after "
                + Narrator.spoken(playground.up())));
        script.step("the claim from before", "FALSE", () -> verdict(claimed.getFirst()));
        script.step("the claim from meanwhile", "TRUE", () -> verdict(claimed.getLast()));
        script.step("nothing lost, nothing twice", "1 verdict, 1 lock, 1 message", () -> once(claimed.getFirst()));
        script.step("the ledger grew and kept its past", "verified", () -> script.tell("verifier", proof.grown()));
    }

    private Instruction plan(String report) {
        return Plans.complete(playground.file(report));
    }

    private String submit(String who, WingmanClient worker, Instruction plan) {
        narrator.event(who, "submits a complete plan");
        var reply = worker.submit(plan, Optional.empty());
        return script.tell("gatekeeper", Cast.say(reply, _ -> "ACCEPTED"), Cast.say(reply,
                accepted -> "202  accepted, risk %s, %d of %d criteria can be checked".formatted(accepted.risk(),
                        accepted.criteria().verifiable(), accepted.criteria().total())));
    }

    private String claimFile(String who, WingmanClient worker, String name) {
        narrator.event(who, "claims: \"created file " + name + "\"");
        return claim(worker, Claim.of("created file " + playground.file(name)));
    }

    /// The id of a claim that was taken, else an empty text; the stopwatch starts before the call.
    private String claim(WingmanClient worker, Claim claim) {
        var now = Instant.now();
        var id = worker.claim(claim) instanceof Reply.Ok(var claimed, _) ? claimed.claimId() : "";
        asked.put(id, now);
        return id;
    }

    private static Claim ghost() {
        return Claim.of(new Predicate.Process(Optional.of("wingman-ghost"), Optional.empty(), Optional.empty(),
                Predicate.Liveness.RUNNING));
    }

    private String verdict(String claimId) {
        var seen = live.verdict(claimId, PATIENCE);
        seen.ifPresent(event -> narrator.measured(event.at(), "auditor",
                event.text("verdict") + "  " + event.text("cause").replace(playground.file("").toString() + "/", ""),
                "claim → verdict", Duration.between(asked.getOrDefault(claimId, event.at()), event.at())));
        return seen.map(event -> event.text("verdict")).orElse("no verdict");
    }

    private String lock(String worker) {
        var seen = live.await(PATIENCE, event -> event.event().type().equals("locks-changed")
                && event.event().data().path("locks").valueStream()
                        .anyMatch(lock -> lock.path("name").asText().equals(worker)));
        seen.ifPresent(event -> narrator.event(event.at(), "watcher", worker + " is locked"));
        return seen.map(_ -> "locked").orElse("not locked");
    }

    private String message(String claimId) {
        var alert = alert(claimId);
        var told = chat.await(alert, claimId, PATIENCE);
        var reached = proof.reached(claimId, PATIENCE);
        told.ifPresent(one -> narrator.measured(one.at(), "telegram", one.text(), "verdict → alert",
                Duration.between(reached.orElse(one.at()), one.at())));
        return count(chat.count(alert, claimId), "message");
    }

    private String alert(String claimId) {
        return live.await(PATIENCE, event -> event.event().type().equals("alert-raised")
                && event.text("subject_id").equals(claimId)).map(event -> event.text("alert_id")).orElse("");
    }

    private String once(String claimId) {
        var alert = alert(claimId);
        chat.await(alert, claimId, PATIENCE);
        lock("coder-3");
        long verdicts = live.all().stream().filter(event -> event.event().type().equals("verdict-reached")
                && event.text("subject_id").equals(claimId)).count();
        long locks = cast.sre().lockdowns() instanceof Reply.Ok(var page, _)
                ? page.items().stream().filter(lock -> lock.path("name").asText().equals("coder-3")).count()
                : 0;
        var seen = count(verdicts, "verdict") + ", " + count(locks, "lock") + ", "
                + count(chat.count(alert, claimId), "message");
        return script.tell("acme", seen, seen + " for coder-3's claim");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
