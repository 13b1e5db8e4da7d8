package dev.wingman.client.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import dev.wingman.client.Approval;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.VoteRecorded.Choice;

/// A human's yes, after he saw what to.
@Command(name = "approve", description = "Show what is asked, and say yes to it.")
final class Approve implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "ID", description = "the approval's id, or its beginning or end")
    private String id = "";

    @Option(names = "--yes", description = "do not ask: I know what the card says")
    private boolean yes;

    private final Human human;

    Approve(Human human) {
        this.human = human;
    }

    @Override
    public Integer call() {
        var screen = caller.screen();
        var connected = caller.client("operator");
        var found = Wingman.then(connected, client -> client.approvals().find(id, "PENDING"));
        if (!(connected instanceof Reply.Ok(var client, _)) || !(found instanceof Reply.Ok(var approval, _))) {
            return screen.show(found, _ -> ExitCode.YES, _ -> {
            });
        }
        new Card(screen, screen::beside).show(approval);
        return isYes() ? vote(client, approval, screen) : notSaid(screen);
    }

    private boolean isYes() {
        if (yes) {
            return true;
        }
        var answer = human.asked("Approve this? Type yes:").orElseThrow(() -> new ParameterException(
                caller.command().commandLine(), "nobody is there to ask: give --yes when the card was read"));
        return answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    private static int vote(WingmanClient client, Approval approval, Screen screen) {
        var voted = client.approvals().decide(approval.approvalId(), Choice.APPROVE, Optional.empty(),
                approval.seenDigest());
        return screen.show(voted, _ -> ExitCode.YES, after -> screen.line(screen.good("your yes counts") + "  "
                + after.approvalId() + "  " + standing(after)));
    }

    private static String standing(Approval after) {
        return after.state().equals("PENDING")
                ? after.votes().size() + " of " + after.card().quorum()
                : after.state();
    }

    private static int notSaid(Screen screen) {
        screen.error("not approved: nothing was sent");
        return ExitCode.NO.code();
    }
}
