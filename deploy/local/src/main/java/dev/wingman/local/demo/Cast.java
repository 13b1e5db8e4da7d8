package dev.wingman.local.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.wingman.client.Answers.Page;
import dev.wingman.client.Problem;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Violation;

/// Who plays: three workers of `acme` and its SRE, and the SRE and a worker of another tenant.
record Cast(WingmanClient coder1, WingmanClient coder2, WingmanClient coder3, WingmanClient sre,
        WingmanClient strangerSre, WingmanClient strangerWorker) {

    static final String TENANT = "acme";
    static final String STRANGERS = "globex";

    static Cast of(Playground playground) {
        return new Cast(playground.client(TENANT, "coder-1", "worker"),
                playground.client(TENANT, "coder-2", "worker"), playground.client(TENANT, "coder-3", "worker"),
                playground.client(TENANT, "sam", "sre"), playground.client(STRANGERS, "eve", "sre"),
                playground.client(STRANGERS, "coder-1", "worker"));
    }

    /// An answer in a few words: what was got, or the status and its rules.
    static <T> String say(Reply<T> reply, Function<T, String> words) {
        return switch (reply) {
            case Reply.Ok(var value, _) -> words.apply(value);
            case Reply.No(Refusal.Rejected(var problem)) -> status(problem);
            case Reply.No(Refusal.NotAllowed(var problem)) -> status(problem);
            case Reply.No(Refusal.Missing(var problem)) -> status(problem);
            case Reply.No(Refusal.Locked(var problem, _, _, _)) -> status(problem);
            case Reply.No(Refusal.Unavailable(var why, _)) -> why;
        };
    }

    static List<String> rules(Reply<?> reply) {
        return reply instanceof Reply.No(Refusal.Rejected(var problem))
                ? problem.violations().stream().map(Violation::rule).distinct().sorted().toList()
                : List.of();
    }

    /// Everything that the strangers' SRE can list, as text.
    static String everythingSeenBy(WingmanClient sre) {
        return List.of(sre.claims(Map.of()), sre.lockdowns(), sre.alerts(), sre.workers()).stream()
                .map(reply -> say(reply, Cast::text)).collect(Collectors.joining());
    }

    private static String text(Page page) {
        return page.items().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String status(Problem problem) {
        return String.valueOf(problem.status());
    }
}
