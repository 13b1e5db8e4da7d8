package dev.wingman.gatekeeper.domain;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.wingman.contracts.Predicate;

/// Success criteria in the few plain forms that can be checked: "the file /srv/out.csv exists", "container shop-db is healthy",
/// "port 8080 is open", "http://localhost:8080/health answers 200". What fits no form whole stays prose.
final class Prose {

    private static final int LONGEST = 400;
    private static final String PATH = "[`'\"]?(/[^\\s`'\"]+)[`'\"]?";
    private static final String NAME = "[`'\"]?([A-Za-z0-9][A-Za-z0-9_.-]*)[`'\"]?";

    private record Form(Pattern pattern, Function<MatchResult, Predicate> predicate) {
        Form(String regex, Function<MatchResult, Predicate> predicate) {
            this(Pattern.compile("(?:the )?" + regex + "[.!]?", Pattern.CASE_INSENSITIVE), predicate);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(?:file |folder |directory )?" + PATH + " (?:exists|is present|is there|was created|is created)",
                    match -> file(match.group(1), Predicate.Presence.PRESENT)),
            new Form("(?:file |folder |directory )?" + PATH
                    + " (?:does not exist|is absent|is gone|was deleted|was removed|no longer exists)",
                    match -> file(match.group(1), Predicate.Presence.ABSENT)),
            new Form("(?:file )?" + PATH + " contains [`'\"]([^`'\"]+)[`'\"]",
                    match -> new Predicate.File(match.group(1), Predicate.Presence.PRESENT, Optional.empty(),
                            Optional.empty(), Optional.of(match.group(2)), Optional.empty())),
            new Form("container " + NAME + " is (?:running|up)",
                    match -> container(match.group(1), Predicate.ContainerState.RUNNING, Optional.empty())),
            new Form("container " + NAME + " is healthy",
                    match -> container(match.group(1), Predicate.ContainerState.RUNNING, Optional.of("healthy"))),
            new Form("container " + NAME + " is (?:stopped|exited)",
                    match -> container(match.group(1), Predicate.ContainerState.EXITED, Optional.empty())),
            new Form("container " + NAME + " (?:does not exist|is absent|is gone|was removed)",
                    match -> container(match.group(1), Predicate.ContainerState.ABSENT, Optional.empty())),
            new Form("process " + NAME + " (?:is running|runs)",
                    match -> process(match.group(1), Predicate.Liveness.RUNNING)),
            new Form("process " + NAME + " is (?:not running|absent|gone|stopped)",
                    match -> process(match.group(1), Predicate.Liveness.ABSENT)),
            new Form("port (?:([A-Za-z0-9.-]+):)?(\\d{1,5}) is (open|closed)", Prose::port),
            new Form(
                    "[`'\"<]?(https?://[^\\s`'\"<>]+)[`'\">]? (?:answers|returns|responds with|responds)(?: with)?(?: http)?"
                            + "(?: status)? ([1-5]\\d\\d)(?: ok)?",
                    match -> new Predicate.Http(URI.create(match.group(1)), Integer.parseInt(match.group(2)),
                            Optional.empty())),
            new Form("tests (?:in|of|reported in) " + PATH + " pass",
                    match -> new Predicate.TestReport(match.group(1), 1, 0)));

    private Prose() {}

    static Optional<Predicate> compile(String sentence) {
        var text = sentence.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return FORMS.stream().flatMap(form -> compile(form, text).stream()).findFirst();
    }

    /// A port of 99999 or a URL that is none fits the form and is still no predicate.
    private static Optional<Predicate> compile(Form form, String text) {
        var matcher = form.pattern().matcher(text);
        try {
            return matcher.matches() ? Optional.of(form.predicate().apply(matcher)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Predicate file(String path, Predicate.Presence state) {
        return new Predicate.File(path, state, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Predicate container(String name, Predicate.ContainerState state, Optional<String> health) {
        return new Predicate.Container(name, state, Optional.empty(), health);
    }

    private static Predicate process(String name, Predicate.Liveness state) {
        return new Predicate.Process(Optional.of(name), Optional.empty(), Optional.empty(), state);
    }

    private static Predicate port(MatchResult match) {
        var host = match.group(1) == null ? "localhost" : match.group(1);
        var open = "open".equalsIgnoreCase(match.group(3));
        return new Predicate.Port(host, Integer.parseInt(match.group(2)),
                open ? Predicate.Openness.OPEN : Predicate.Openness.CLOSED);
    }
}
