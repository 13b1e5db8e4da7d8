package dev.wingman.auditor.domain;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Liveness;
import dev.wingman.contracts.Predicate.Openness;
import dev.wingman.contracts.Predicate.Presence;

/// Reads prose by fixed rules. A sentence fits a rule from its first word to its last, or it is not read at all: no word is ever left over
/// that might turn its meaning.
public final class Prose {

    private static final int LONGEST = 8_192;
    private static final int SENTENCES = 32;
    private static final String WHO = "(?:(?:i|we) )?(?:(?:have|had|'ve|has) )?(?:now |just |successfully )?";
    private static final String WHO_NOT = "(?:(?:i|we) )?(?:have not|haven't|had not|did not|didn't|never|have never) ";
    private static final String FILE = "(?:(?:a|the|new) ){0,3}(?:(?:file|folder|directory) )?(?:at )?"
            + "(?<path>\"/[^\"]+\"|`/[^`]+`|'/[^']+'|/[^ \"'`,]*[^ \"'`,.])";
    private static final String MADE = "(?:created|wrote|written|saved|generated|produced)";
    private static final String GONE = "(?:deleted|removed|erased)";
    private static final String NAME = "[\"'`]?(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,127})[\"'`]?";

    private interface Meaning {
        Said of(Matcher match);
    }

    private record Rule(Pattern form, Meaning meaning) {
        Rule(String form, Meaning meaning) {
            this(Pattern.compile(form, Pattern.CASE_INSENSITIVE), meaning);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(WHO + MADE + " " + FILE, match -> Said.state(file(match, Presence.PRESENT))),
            new Rule(FILE + " (?:was|has been|is) " + MADE, match -> Said.state(file(match, Presence.PRESENT))),
            new Rule(FILE + " (?:exists|is there|is present|is in place)",
                    match -> Said.state(file(match, Presence.PRESENT))),
            new Rule(FILE + " (?:does not exist|doesn't exist|is not there|is absent|is gone)",
                    match -> Said.state(file(match, Presence.ABSENT))),
            new Rule(WHO + GONE + " " + FILE, match -> new Said(file(match, Presence.ABSENT), Sense.DELETION)),
            new Rule(FILE + " (?:was|has been|is) " + GONE,
                    match -> new Said(file(match, Presence.ABSENT), Sense.DELETION)),
            new Rule(WHO_NOT + "(?:create|write|save|generate|produce|" + MADE + ") " + FILE,
                    match -> new Said(file(match, Presence.ABSENT), Sense.DENIAL)),
            new Rule(WHO_NOT + "(?:delete|remove|erase|" + GONE + ") " + FILE,
                    match -> new Said(file(match, Presence.PRESENT), Sense.DENIAL)),
            new Rule("(?:the )?container " + NAME + " is (?:up and )?(?:running|up)", match -> Said
                    .state(new Predicate.Container(match.group("name"), Predicate.ContainerState.RUNNING,
                            Optional.empty(), Optional.empty()))),
            new Rule("(?:the )?process " + NAME + " is (?:up and )?(?<not>not )?running", match -> Said
                    .state(new Predicate.Process(Optional.of(match.group("name")), Optional.empty(), Optional.empty(),
                            match.group("not") == null ? Liveness.RUNNING : Liveness.ABSENT))),
            new Rule("(?:the )?(?:tcp )?port (?<port>[0-9]{1,5}) (?:on (?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,252}) )?"
                    + "is (?<state>not open|closed|not listening|open|listening)", match -> Said.state(port(match))),
            new Rule("(?<url>https?://[^ ]+) (?:answers|returns|responds with) (?<status>[1-5][0-9]{2})", match -> Said
                    .state(new Predicate.Http(URI.create(match.group("url")), Integer.parseInt(match.group("status")),
                            Optional.empty()))));

    /// What a text says.
    ///
    /// @param unread how many of its sentences fit no rule
    public record Read(List<Said> said, int unread) {}

    private Prose() {}

    public static Read read(String text) {
        var said = new ArrayList<Said>();
        var unread = 0;
        for (var sentence : sentences(text)) {
            var one = sentence(sentence);
            one.ifPresent(said::add);
            unread += one.isPresent() ? 0 : 1;
        }
        return new Read(List.copyOf(said), unread);
    }

    private static List<String> sentences(String text) {
        if (text.length() > LONGEST) {
            return List.of("");
        }
        var all = text.lines().flatMap(line -> List.of(line.split("(?<=[.!])\\s+|;\\s+")).stream()).map(String::strip)
                .filter(sentence -> !sentence.isEmpty()).toList();
        return all.size() > SENTENCES ? List.of("") : all;
    }

    private static Optional<Said> sentence(String sentence) {
        var plain = sentence.replace('’', '\'').replaceAll("\\s+", " ").replaceAll("(?i)\\b(i|we)'ve ", "$1 have ")
                .replaceAll("[.!]+$", "");
        return RULES.stream().map(rule -> said(rule, plain)).flatMap(Optional::stream).findFirst();
    }

    /// A predicate that cannot be, such as port 99999, is read as nothing.
    private static Optional<Said> said(Rule rule, String sentence) {
        var match = rule.form().matcher(sentence);
        try {
            return match.matches() ? Optional.of(rule.meaning().of(match)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Predicate.File file(Matcher match, Presence state) {
        var path = match.group("path");
        var bare = path.startsWith("/") ? path : path.substring(1, path.length() - 1);
        return new Predicate.File(bare, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Predicate.Port port(Matcher match) {
        var host = Optional.ofNullable(match.group("host")).orElse("localhost");
        var state = match.group("state").toLowerCase(java.util.Locale.ROOT);
        return new Predicate.Port(host, Integer.parseInt(match.group("port")),
                state.equals("open") || state.equals("listening") ? Openness.OPEN : Openness.CLOSED);
    }
}
