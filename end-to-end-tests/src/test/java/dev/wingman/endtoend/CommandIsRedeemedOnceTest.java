package dev.wingman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.wingman.client.Approval;
import dev.wingman.client.Claim;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.local.demo.Operator;
import dev.wingman.local.demo.Plans;

/// Part 3 of the instruction loop's story.
class CommandIsRedeemedOnceTest {

    private static final int AT_ONCE = 12;
    private final Tenant acme = World.tenant("command");

    @Test
    void oneOfManyUsesAtOnceGetsTheGrantAndNoOtherEverAfter() {
        var approval = granted("coder-1");

        var answers = usedAtOnce(approval);

        var grants = answers.stream().filter(Reply.Ok.class::isInstance).toList();
        assertThat(grants).hasSize(1);
        assertThat(answers).filteredOn(Reply.No.class::isInstance)
                .allSatisfy(answer -> assertThat(status(answer)).isEqualTo(409));
        acme.playground().kill("approval-service");
        acme.playground().up();
        assertThat(status(acme.worker("coder-1").approvals().use(approval.approvalId(), "later"))).isEqualTo(409);
        var winner = IntStream.range(0, AT_ONCE).filter(i -> answers.get(i) instanceof Reply.Ok).findFirst();
        assertThat(acme.worker("coder-1").approvals().use(approval.approvalId(), "key-" + winner.orElseThrow()))
                .as("the same key gets the same answer").isEqualTo(grants.getFirst());
        World.eventually(() -> Tenant.entries(acme.export(), "grant-refused", approval.approvalId()).size() == 1);
    }

    @Test
    void theGrantIsForThisWorkerAndThisCommandAlone() {
        var approval = granted("coder-2");

        var jws = Tenant.got(acme.worker("coder-2").approvals().use(approval.approvalId(), "once"));

        var trust = new TrustFolder(acme.playground().stack().state().root().resolve("trust"));
        assertThat(trust.grant(jws)).hasValueSatisfying(grant -> {
            assertThat(grant.audience()).isEqualTo("worker:coder-2");
            assertThat(grant.tenantId().value()).isEqualTo(acme.id());
            assertThat(grant.command()).hasValueSatisfying(
                    command -> assertThat(command.argv()).containsExactly("logrotate", "orders.conf"));
            assertThat(grant.instructionDigest()).isEqualTo(approval.card().instructionDigest());
            assertThat(grant.expiresAt() - grant.issuedAt()).isEqualTo(30);
        });
        assertThat(trust.grant(jws.substring(0, jws.length() - 4) + "AAAA")).isEmpty();
        World.eventually(() -> Tenant.entries(acme.export(), "approval-used", approval.approvalId()).size() == 1);
    }

    @Test
    void nobodyElseUsesItAndNothingIsUsedBeforeAHumanSaidYes() {
        var waiting = asked("coder-3");

        assertThat(status(acme.worker("coder-3").approvals().use(waiting.approvalId(), "early"))).isEqualTo(409);
        assertThat(status(acme.worker("coder-4").approvals().use(waiting.approvalId(), "theirs"))).isEqualTo(404);
        Tenant.got(olga().approve(waiting));
        assertThat(status(acme.worker("coder-4").approvals().use(waiting.approvalId(), "theirs"))).isEqualTo(404);
        assertThat(status(World.tenant("command-thief").worker("coder-3").approvals().use(waiting.approvalId(), "x")))
                .isEqualTo(404);
    }

    @Test
    void aLockTakesAGrantedCommandAway() {
        var approval = granted("coder-5");
        var worker = acme.worker("coder-5");

        Tenant.got(worker.claim(Claim.of("created file " + acme.playground().file("gone.csv"))));

        World.eventually(() -> acme.locked("coder-5"));
        World.eventually(() -> acme.sre().approvals().get(approval.approvalId()) instanceof Reply.Ok(var now, _)
                && now.state().equals("REVOKED"));
        assertThat(status(worker.approvals().use(approval.approvalId(), "now"))).isIn(409, 423);
    }

    private Approval granted(String worker) {
        var approval = asked(worker);
        return Tenant.got(olga().approve(approval));
    }

    private Approval asked(String worker) {
        var instruction = Tenant.got(acme.worker(worker).submit(Plans.command(acme.playground().folder()),
                Optional.empty())).instructionId();
        var found = new String[]{""};
        World.eventually(() -> {
            Tenant.got(acme.sre().approvals().list(Map.of("instruction_id", instruction))).items()
                    .forEach(item -> found[0] = item.path("approval_id").asText());
            return !found[0].isEmpty();
        });
        var approval = Tenant.got(acme.sre().approvals().get(UUID.fromString(found[0]).toString()));
        assertThat(approval.state()).isEqualTo("PENDING");
        return approval;
    }

    private Operator olga() {
        return new Operator(acme.operator("olga"), acme.playground().chat(), 0, 0);
    }

    private List<Reply<String>> usedAtOnce(Approval approval) {
        var worker = acme.worker("coder-1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> threads.submit(() -> worker.approvals().use(approval.approvalId(), "key-" + i)))
                    .toList();
            return calls.stream().map(CommandIsRedeemedOnceTest::ended).toList();
        }
    }

    private static <T> T ended(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int status(Reply<?> reply) {
        return switch (reply) {
            case Reply.Ok(var value, _) -> throw new AssertionError("was given: " + value);
            case Reply.No(Refusal.Rejected(var problem)) -> problem.status();
            case Reply.No(Refusal.NotAllowed(var problem)) -> problem.status();
            case Reply.No(Refusal.Missing(var problem)) -> problem.status();
            case Reply.No(Refusal.Locked(var problem, _, _, _)) -> problem.status();
            case Reply.No(Refusal.Unavailable(var why, _)) -> throw new AssertionError(why);
        };
    }
}
