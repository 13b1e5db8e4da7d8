package dev.wingman.client.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

import dev.wingman.client.Problem;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.Violation;

/// Where answers go: standard output for what was asked for, standard error for why not. What services send may be anybody's words,
/// so nothing in it can steer the terminal.
final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean json;

    Screen(CommandSpec spec, boolean json) {
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
        ansi = spec.commandLine().getColorScheme().ansi();
        this.json = json;
    }

    /// An answer as the JSON that it came as, or in words; the exit code is the same for both.
    <T> int show(Reply<T> reply, Function<T, ExitCode> meaning, Consumer<T> words) {
        return switch (reply) {
            case Reply.Ok(var value, var body) -> show(value, body, meaning, words);
            case Reply.No(var refusal) -> show(refusal);
        };
    }

    private <T> int show(T value, JsonNode body, Function<T, ExitCode> meaning, Consumer<T> words) {
        if (json) {
            out.println(body);
        } else {
            words.accept(value);
        }
        return meaning.apply(value).code();
    }

    int show(Refusal refusal) {
        switch (refusal) {
            case Refusal.Rejected(var problem) -> problem(problem, problem.detail());
            case Refusal.Missing(var problem) -> problem(problem, "There is no such thing in this tenant.");
            case Refusal.NotAllowed(var problem) -> problem(problem, notAllowed(problem));
            case Refusal.Locked(var problem, var reason, var since, var incident) -> problem(problem,
                    reason + ", since " + since + ", incident " + incident
                            + ". Claims are still heard; a human releases the lock.");
            case Refusal.Unavailable(var why, var retryAfter) ->
                error(why + retryAfter.map(wait -> " (try again in " + wait.toSeconds() + " s)")
                        .orElse(""));
        }
        return ExitCode.of(refusal).code();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /// What goes along with an answer, but is not the answer; in words even where the answer is JSON.
    void beside(String text) {
        (json ? err : out).println(text);
    }

    void error(String text) {
        err.println(clean(text));
    }

    /// Each on its line: place, rule, and how to mend it.
    void violations(List<Violation> violations, Consumer<String> to) {
        for (var violation : violations) {
            to.accept("  " + paint("yellow", clean(violation.rule())) + "  " + clean(violation.pointer()) + "  "
                    + clean(violation.message()));
        }
    }

    String paint(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> good(verdict.name());
            case FALSE -> bad(verdict.name());
            case UNVERIFIABLE -> paint("yellow", verdict.name());
        };
    }

    String good(String text) {
        return paint("green", text);
    }

    String bad(String text) {
        return paint("red", text);
    }

    String strong(String text) {
        return paint("bold", text);
    }

    String faint(String text) {
        return paint("faint", text);
    }

    /// The first of these members that is there, fit for one line.
    static String text(JsonNode node, String... members) {
        for (var member : members) {
            var value = node.path(member);
            if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                return clean(value.asText());
            }
        }
        return "";
    }

    static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private void problem(Problem problem, String advice) {
        if (json) {
            out.println(problem.json());
            return;
        }
        err.println(bad(clean(problem.title())) + (advice.isBlank() ? "" : ": " + clean(advice)));
        violations(problem.violations(), err::println);
    }

    /// What the service says of a 403 is better than a guess: it need not be the role.
    private static String notAllowed(Problem problem) {
        if (problem.status() != 401) {
            return problem.detail().isBlank() ? "this token's role may not do that" : problem.detail();
        }
        var advice = "the token is missing, wrong or expired; get one, or use --tenant and --as on a local stack";
        return problem.detail().isBlank() ? advice : problem.detail() + " (" + advice + ")";
    }

    private String paint(String style, String text) {
        return ansi.enabled() ? ansi.string("@|" + style + " " + text.replace("|@", "| @") + "|@") : text;
    }
}
