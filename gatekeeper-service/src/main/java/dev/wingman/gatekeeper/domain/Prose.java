package dev.wingman.gatekeeper.domain;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.wingman.contracts.Predicate;

/// Success criteria in the few plain forms that can be checked: "the file /srv/out.csv exists", "container shop-db is healthy",
/// "port 8080 is open", "http://localhost:8080/health answers 200", "all tests pass". What fits no form whole stays prose.
final class Prose {

    private static final int LONGEST = 400;
    private static final String PATH = "[`'\"]?(/[^\\s`'\"]+)[`'\"]?";
    private static final String NAME = "[`'\"]?([A-Za-z0-9][A-Za-z0-9_.-]*)[`'\"]?";

    private record Form(Pattern pattern, Function<MatchResult, Predicate> predicate) {
        Form(String regex, Function<MatchResult, Predicate> predicate) {
            this(Pattern.compile("(?:the )?" + regex + "[.!]?", Pattern.CASE_INSENSITIVE), predicate);
        }
    }

    private static final String BE = "(?:is|are|must be|should be|shall be|will be|has been|was|stays|remains)";
    private static final String WILL = "(?:must|should|shall|will)";
    private static final String EXISTS = " (?:exists|" + WILL + " exist|" + BE
            + " (?:present|there|created|written|available))";
    private static final String GONE = " (?:(?:does|must|should|shall|will) not exist|no longer exists|" + BE
            + " (?:absent|gone|deleted|removed))";
    private static final String RUNS = " (?:runs|" + WILL + " run|" + BE + " (?:running|up|up and running|started))";
    private static final String ANSWERS = " (?:" + WILL + " )?(?:answers?|returns?|responds?|gives?)(?: with)?"
            + "(?: an?)?(?: http)?(?: status)?(?: code)? ";
    private static final String PLACE = "(?:file |folder |directory )?" + PATH;
    private static final String CONTAINER = "(?:container " + NAME + "|(?!(?:an?|the|this|that|each|every|any|no|one) )"
            + NAME
            + " container)";

    private static final List<Form> FORMS = List.of(
            new Form(PLACE + EXISTS, match -> file(match.group(1), Predicate.Presence.PRESENT)),
            new Form(PLACE + GONE, match -> file(match.group(1), Predicate.Presence.ABSENT)),
            new Form("(?:file )?" + PATH + " (?:contains|" + WILL + " contain) [`'\"]([^`'\"]+)[`'\"]",
                    match -> new Predicate.File(match.group(1), Predicate.Presence.PRESENT, Optional.empty(),
                            Optional.empty(), Optional.of(match.group(2)), Optional.empty())),
            new Form(CONTAINER + RUNS,
                    match -> container(either(match), Predicate.ContainerState.RUNNING, Optional.empty())),
            new Form(CONTAINER + " (?:" + BE + "|reports) (?:up and )?(?:running and )?healthy",
                    match -> container(either(match), Predicate.ContainerState.RUNNING, Optional.of("healthy"))),
            new Form(CONTAINER + " " + BE + " (?:stopped|exited)",
                    match -> container(either(match), Predicate.ContainerState.EXITED, Optional.empty())),
            new Form(CONTAINER + GONE,
                    match -> container(either(match), Predicate.ContainerState.ABSENT, Optional.empty())),
            new Form("process " + NAME + RUNS, match -> process(match.group(1), Predicate.Liveness.RUNNING)),
            new Form("process " + NAME + " (?:does not run|" + BE + " (?:not running|absent|gone|stopped))",
                    match -> process(match.group(1), Predicate.Liveness.ABSENT)),
            new Form("port (?:([A-Za-z0-9.-]+):)?(\\d{1,5})(?: on ([A-Za-z0-9.-]+))? (?:" + BE
                    + " (open|listening|closed)|(accepts) connections)", Prose::port),
            new Form("(?:a )?(?:get |get of |request to |call of )?[`'\"<]?(https?://[^\\s`'\"<>]+)[`'\">]?" + ANSWERS
                    + "([1-5]\\d\\d)(?: ok)?",
                    match -> new Predicate.Http(URI.create(match.group(1)), Integer.parseInt(match.group(2)),
                            Optional.empty())),
            new Form("(?:all )?tests (?:in|of|reported in) " + PATH + " (?:pass|" + WILL + " pass|" + BE
                    + " (?:green|passing))", match -> new Predicate.TestReport(match.group(1), 1, 0)));

    private static final Pattern TESTS_PASS = Pattern
            .compile("(?:all )?(?:the |of the )?(?:(?:unit|integration|end-to-end|"
                    + "acceptance|regression|automated) )?tests (?:pass|succeed|" + WILL
                    + " (?:pass|succeed)|have passed|" + BE
                    + " (?:green|passing|successful))[.!]?", Pattern.CASE_INSENSITIVE);

    private Prose() {}

    /// @param report where the instruction's test results will stand
    static Optional<Predicate> compile(String sentence, Optional<String> report) {
        var text = sentence.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return compile(text).or(() -> report.filter(_ -> TESTS_PASS.matcher(text).matches())
                .map(path -> new Predicate.TestReport(path, 1, 0)));
    }

    private static Optional<Predicate> compile(String text) {
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

    /// Which of the two ways to name it was taken.
    private static String either(MatchResult match) {
        return Optional.ofNullable(match.group(1)).orElseGet(() -> match.group(2));
    }

    private static Predicate port(MatchResult match) {
        var host = Stream.of(1, 3).map(match::group).filter(Objects::nonNull).findFirst().orElse("localhost");
        var closed = "closed".equalsIgnoreCase(match.group(4));
        return new Predicate.Port(host, Integer.parseInt(match.group(2)),
                closed ? Predicate.Openness.CLOSED : Predicate.Openness.OPEN);
    }
}
