package dev.wingman.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Approval;
import dev.wingman.client.Claim;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.docker.Practice;
import dev.wingman.local.docker.SmallImage;

/// The parts of the story in which humans decide: a command, a drill of a real container, and one that is broken off.
final class InstructionLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CONTAINER = "wingman-orders";
    private static final long OLGA = 7_001;
    private static final long STRANGER = 666;
    private static final List<String> TRUTH = List.of("tenant-set", "instruction-accepted", "instruction-rejected",
            "claim-recorded", "verdict-reached", "locks-changed", "alert-raised");
    private static final List<String> DECIDED = List.of("approval-requested", "vote-recorded", "vote-refused",
            "approval-decided", "approval-used");
    private static final List<String> PRESSED = List.of("operator-linked", "decision-submitted");
    private static final List<String> DRILLED = List.of("stage-prepared", "grant-asked", "stage-started",
            "stage-finished", "stage-refused", "drill-finished", "container-observed");

    private final Playground playground;
    private final Script script;
    private final Proof proof;
    private final WingmanClient coder;
    private final WingmanClient sre;
    private final Operator olga;
    private final Optional<Practice> practice;

    InstructionLoop(Playground playground, Script script, Proof proof) {
        this.playground = playground;
        this.script = script;
        this.proof = proof;
        this.coder = playground.client(Cast.TENANT, "coder-2", "worker");
        this.sre = playground.client(Cast.TENANT, "sam", "sre");
        this.olga = new Operator(playground.client(Cast.TENANT, "olga", "operator"), playground.chat(),
                Playground.CHAT, OLGA);
        this.practice = EngineSocket.here().filter(EngineSocket::answers)
                .filter(_ -> playground.stack().holdsEngine())
                .flatMap(socket -> playground.container(new Engine(socket), CONTAINER));
    }

    /// What stands in the ledger when it was all played.
    Set<String> kinds() {
        var kinds = new TreeSet<>(TRUTH);
        kinds.addAll(DECIDED);
        if (playground.chat().isPresent()) {
            kinds.addAll(PRESSED);
        }
        if (practice.isPresent()) {
            kinds.addAll(DRILLED);
        }
        return kinds;
    }

    void play() {
        command();
        if (practice.isPresent()) {
            drill(practice.get());
            denied(practice.get());
        } else {
            script.begin("A drill of a real container: not played");
            script.narrator().whole("demo", SmallImage.tar("").isEmpty()
                    ? "there is no busybox to make a container of: " + SmallImage.ADVICE
                    : playground.stack().engine() + ". `apt-get install docker.io` brings one");
        }
    }

    private void command() {
        script.begin("A command waits for a named human");
        if (playground.chat().isPresent()) {
            olga.link("olga", PATIENCE);
            script.narrator().event("olga", "has sent the bot her one-time code: it knows her now");
        }
        var approval = asked("coder-2", Plans.command(playground.folder()));
        script.step("before a yes the worker gets nothing", "409", () -> used("before a yes", approval));
        script.step("the worker's own token votes", "403", () -> {
            var reply = coder.approvals().decide(approval, Choice.APPROVE, Optional.empty(), seen(approval));
            return script.tell("coder-2", Cast.say(reply, _ -> "counted"),
                    Cast.say(reply, _ -> "counted") + "  votes for itself: a worker never decides");
        });
        script.step("olga's yes", "GRANTED", () -> yes(approval));
        script.step("redeemed once", "a grant, then 409", () -> used("first", approval).replace("200", "a grant")
                + ", then " + used("second", approval));
    }

    private void drill(Practice target) {
        script.begin("A drill stops, removes, rebuilds and validates a real container");
        playground.allow(Cast.TENANT, target.name());
        script.narrator().event("demo", "container " + target.name() + " runs and serves on port " + target.port()
                + "; it is acme's own");
        script.step("coder-2 claims that it runs", "TRUE", () -> runs(target));
        var drill = submitted(target);
        if (playground.chat().isPresent()) {
            script.step("a stranger presses Approve", "refused, it runs", () -> stranger(drill, target));
        }
        script.step("stage A, stop", "exited, TRUE", () -> stage(drill, Stage.A, target));
        script.step("stage B, remove", "absent, TRUE", () -> stage(drill, Stage.B, target));
        script.step("stage C, rebuild and start", "running, TRUE", () -> stage(drill, Stage.C, target));
        script.step("stage D, validate", "running, TRUE", () -> stage(drill, Stage.D, target));
        script.step("the report", "COMPLETED", () -> ended(drill));
    }

    private void denied(Practice target) {
        script.begin("A drill that is broken off strands nothing");
        script.step("coder-2 claims that it runs again", "TRUE", () -> runs(target));
        var drill = submitted(target);
        script.step("stage A, stop", "exited, TRUE", () -> stage(drill, Stage.A, target));
        script.step("olga denies stage B", "DENIED", () -> drill.asked(Stage.B, PATIENCE)
                .map(approval -> script.tell("olga", Cast.say(olga.deny(approval, "the sale has begun"),
                        Approval::state), "denies stage B: \"the sale has begun\""))
                .orElse("not asked"));
        script.step("recovery, asked for and approved", "running, TRUE", () -> stage(drill, Stage.RECOVER, target));
        script.step("the report", "RECOVERED", () -> ended(drill));
    }

    /// The auditor has then seen it alive by itself: only so can it confirm later that it was stopped.
    private String runs(Practice target) {
        var running = new Predicate.Container(target.name(), Predicate.ContainerState.RUNNING, Optional.empty(),
                Optional.empty());
        var claim = coder.claim(Claim.of(running)) instanceof Reply.Ok(var taken, _) ? taken.claimId() : "";
        var seen = coder.awaitVerdict(claim, PATIENCE) instanceof Reply.Ok(var judged, _)
                ? judged.verdict().map(Verdict::name).orElse("no verdict")
                : "refused";
        return script.tell("auditor", seen, seen + "  container " + target.name() + " is running");
    }

    private DrillView submitted(Practice target) {
        script.narrator().event("coder-2", "submits a drill of " + target.name());
        return new DrillView(sre, UUID.fromString(instruction(coder, Plans.drill(target.name()))));
    }

    private static String instruction(WingmanClient worker, dev.wingman.client.Instruction plan) {
        return switch (worker.submit(plan, Optional.empty())) {
            case Reply.Ok(var submitted, _) -> submitted.instructionId();
            case Reply.No(var refusal) -> throw new dev.wingman.local.LocalFault("not accepted: " + refusal);
        };
    }

    private String asked(String who, dev.wingman.client.Instruction plan) {
        script.narrator().event(who, "submits a command: logrotate orders.conf");
        var id = instruction(coder, plan);
        return Operator.until(PATIENCE, () -> sre.approvals()
                .list(Map.of("instruction_id", id)) instanceof Reply.Ok(var page, _)
                        ? page.items().stream().map(item -> item.path("approval_id").asText()).findFirst()
                        : Optional.empty())
                .orElse("");
    }

    private String seen(String approval) {
        return sre.approvals().get(approval) instanceof Reply.Ok(var found, _) ? found.seenDigest() : "";
    }

    private String used(String key, String approval) {
        var reply = coder.approvals().use(approval, key.replace(' ', '-'));
        var said = Cast.say(reply, _ -> "200");
        return script.tell("approval", said, said.equals("200")
                ? "200  a grant, signed, for coder-2 and this command, for 30 s"
                : said + "  no grant");
    }

    /// By a press where the chat is played, else by HTTP.
    private String yes(String approval) {
        if (playground.chat().isPresent()) {
            olga.press(approval, PATIENCE);
        } else if (sre.approvals().get(approval) instanceof Reply.Ok(var found, _)) {
            olga.approve(found);
        }
        script.narrator().event("olga", "has read the card and says yes");
        return Operator.until(PATIENCE, () -> sre.approvals().get(approval) instanceof Reply.Ok(var now, _)
                && !now.state().equals("PENDING") ? Optional.of(now.state()) : Optional.empty()).orElse("PENDING");
    }

    private String stage(DrillView drill, Stage stage, Practice target) {
        var asked = drill.asked(stage, PATIENCE);
        if (asked.isEmpty()) {
            return "not asked";
        }
        var card = asked.get().card();
        script.narrator().event("gateway", "asks for stage " + stage + ", risk "
                + card.risk().name().toLowerCase(java.util.Locale.ROOT) + ", target " + target.name());
        yes(asked.get().approvalId());
        var verdict = verdict(drill, stage);
        var seen = target.state() + ", " + verdict;
        return script.tell("auditor", seen, verdict + "  " + target.name() + " is " + target.state());
    }

    private static String approvers(JsonNode report) {
        return report.path("stages").valueStream().map(stage -> stage.path("stage").asText() + " by "
                + stage.path("approvers").valueStream().map(JsonNode::asText).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", ", "yes to ", ""));
    }

    private String verdict(DrillView drill, Stage stage) {
        return Operator.until(PATIENCE, () -> drill.stage(stage).map(found -> found.path("verdict").asText(""))
                .filter(verdict -> !verdict.isEmpty())).orElse("no verdict");
    }

    private String stranger(DrillView drill, Practice target) {
        var approval = drill.asked(Stage.A, PATIENCE).map(Approval::approvalId).orElse("");
        new Operator(olga.client(), olga.api(), olga.chat(), STRANGER).press(approval, PATIENCE);
        var refused = Operator.until(PATIENCE, () -> proof.entries().stream()
                .filter(entry -> entry.at("/headers/ce_type").asText().equals("vote-refused"))
                .filter(entry -> entry.path("value").asText().contains("vote/not-linked")).findFirst());
        var seen = (refused.isPresent() ? "refused" : "not refused") + ", "
                + (target.state().equals("running") ? "it runs" : target.state());
        return script.tell("stranger", seen, "presses Approve: " + seen);
    }

    private String ended(DrillView drill) {
        var report = drill.ended(PATIENCE);
        report.ifPresent(found -> {
            var times = new DrillTimes(DrillStage.drillOf(drill.instructionId()), proof.entries());
            var now = Instant.now();
            times.between(Stage.A, "approval-decided", "stage-started").ifPresent(took -> script.narrator()
                    .measured(now, "gateway", "acted on stage A", "decision → stage-started", took));
            card(drill, times)
                    .ifPresent(took -> script.narrator().measured(now, "telegram", "showed the card of stage A",
                            "prepare → card", took));
            if (found.path("end").asText().equals("COMPLETED")) {
                script.narrator().measured(now, "demo", "four stages, yes to verdict", "beyond Docker's own time",
                        times.beyondDocker());
                script.narrator().event("report", approvers(found) + "; recovery time "
                        + Narrator.spoken(Duration.parse(found.path("recovery_time").asText("PT0S"))));
            }
        });
        return report.map(found -> found.path("end").asText()).orElse("not ended");
    }

    private Optional<Duration> card(DrillView drill, DrillTimes times) {
        var approval = drill.approvalOf(Stage.A);
        return playground.chat().flatMap(api -> api.calls("sendMessage").stream()
                .filter(call -> approval.isPresent()
                        && call.parameters().toString().contains(Operator.button(approval.get())))
                .map(call -> call.at()).findFirst())
                .flatMap(shown -> times.at(Stage.A, "stage-prepared").map(begin -> Duration.between(begin, shown)));
    }
}
