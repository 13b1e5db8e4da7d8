package dev.wingman.gatekeeper.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.document.Document;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Passage;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.http.Remainder;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// Reads a draft from a body, JSON or text. What it refuses it never repeats: a field's name may be a secret, too.
final class Drafts {

    private static final Violation HOMELESS = new Violation("json/wrong-type", "/action/cwd",
            "a command names its working directory");

    /// A part of a body.
    ///
    /// @param faults of its shape that are found only once the others are mended
    record Rest(Draft draft, List<Violation> faults) {}

    private Drafts() {}

    static Body<Draft> read(byte[] body, boolean isJson, int bytesAtMost) {
        if (body.length > bytesAtMost) {
            return new Body.Refused<>(Problem.tooLarge(bytesAtMost));
        }
        if (!isJson) {
            return text(body);
        }
        return switch (Body.json(body, InstructionBody.class, bytesAtMost)) {
            case Body.Refused<InstructionBody>(var problem) -> new Body.Refused<>(discreet(problem));
            case Body.Read<InstructionBody>(var read) when isWhole(read.action()) -> new Body.Read<>(read.draft());
            case Body.Read<InstructionBody> _ -> new Body.Refused<>(Problem.malformed(List.of(HOMELESS)));
        };
    }

    /// What is left of a body without the parts that it was refused for; nothing where it cannot be read at all.
    static Optional<Rest> rest(byte[] body, boolean isJson) {
        return isJson
                ? Remainder.of(body, InstructionBody.class).value().map(Drafts::rest)
                : decoded(body).map(text -> new Rest(draft(text, Document.read(text), new Action.None()), List.of()));
    }

    private static Rest rest(InstructionBody body) {
        return isWhole(body.action())
                ? new Rest(body.draft(), List.of())
                : new Rest(body.withoutAction().draft(), List.of(HOMELESS));
    }

    /// The parser puts a null where a field was left out.
    private static boolean isWhole(@org.jspecify.annotations.Nullable Action action) {
        return !(action instanceof Action.Command command) || command.cwd() != null && command.cwd().startsWith("/");
    }

    /// The same without places that hold a secret.
    static Problem discreet(Problem problem) {
        var clean = problem.violations().stream().map(each -> isSecret(each.pointer())
                ? new Violation(each.rule(), "", each.message())
                : each).toList();
        return new Problem(problem.type(), problem.title(), problem.status(), problem.detail(), clean,
                problem.more(), problem.headers());
    }

    private static boolean isSecret(String pointer) {
        return !Screening.standard().secrets(pointer.replace('/', ' '), Place.document()).isEmpty();
    }

    private static Body<Draft> text(byte[] body) {
        return decoded(body).map(Drafts::text)
                .orElseGet(() -> new Body.Refused<>(Problem.malformed("The text is not UTF-8.")));
    }

    private static Body<Draft> text(String text) {
        var document = Document.read(text);
        return switch (action(document.under("action"))) {
            case Body.Refused<Action>(var problem) -> new Body.Refused<>(problem);
            case Body.Read<Action>(var action) -> new Body.Read<>(draft(text, document, action));
        };
    }

    private static Optional<String> decoded(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Draft draft(String text, Document document, Action action) {
        var assessment = document.points().getOrDefault(Point.RISK_ASSESSMENT, List.of());
        return new Draft(Optional.of(text), document.title(), document.points(), action,
                document.under("action").map(Passage::pointer).orElse("1:1"), document.under("site"), List.of(),
                StatedRisk.highest(assessment.stream().map(Passage::text).toList()), document.strays());
    }

    /// Under `Action` stands `none` or the same JSON as in a JSON body.
    private static Body<Action> action(Optional<Passage> section) {
        if (section.filter(passage -> !passage.text().equalsIgnoreCase("none")).isEmpty()) {
            return new Body.Read<>(new Action.None());
        }
        var json = section.get().text().getBytes(StandardCharsets.UTF_8);
        return Body.json(json, Action.class, json.length) instanceof Body.Read<Action>(var action) && isWhole(action)
                ? new Body.Read<>(action)
                : new Body.Refused<>(Problem.malformed(List.of(new Violation("text/action-unreadable",
                        section.get().pointer(),
                        "an action is none, or JSON such as {\"type\": \"command\", \"argv\": [...], \"cwd\": \"/...\"}"))));
    }
}
