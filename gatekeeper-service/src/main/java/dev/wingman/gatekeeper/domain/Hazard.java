package dev.wingman.gatekeeper.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;
import dev.wingman.screening.spelling.Source;

/// The risk of an instruction, from what it would do and where. What the worker says of it may raise it, never lower it.
final class Hazard {

    private static final String ENDS_OF_NEGATION = ".;:,!?\n";
    /// So many words behind a negation are what it denies.
    private static final int REACH = 4;
    private static final Set<String> TURNS = Set.of("but", "except", "until", "unless", "than", "only");
    private static final Set<String> NEGATORS = Set.of("no", "not", "never", "without", "nothing", "neither", "nor");
    private static final List<String> LOSES = List.of("delet", "destroy", "wip", "eras", "purg", "truncat",
            "overwrit", "irrevers", "decommission");
    private static final Set<String> LOSES_WHOLE = Set.of("drop", "drops", "dropped", "remove", "removes", "removal");
    private static final List<String> CHANGES = List.of("deploy", "restart", "migrat", "upgrad", "rollout", "releas",
            "reconfigur", "firewall", "credential", "permission", "production", "schema");
    private static final Set<String> REACHES_FAR = Set.of("docker", "docker-compose", "podman", "kubectl", "helm",
            "terraform", "ansible", "ansible-playbook", "systemctl", "service", "psql", "mysql", "mongosh", "redis-cli",
            "ssh", "scp", "rsync", "sudo", "su", "doas", "mount", "umount", "iptables", "nft", "aws", "gcloud", "az",
            "sh", "bash", "zsh", "dash", "python", "python3", "perl", "ruby", "node", "env", "xargs", "find", "rm");

    private Hazard() {}

    static Risk of(Draft draft, String environment) {
        var production = "PRD".equals(environment);
        var computed = switch (draft.action()) {
            case Action.Drill _ -> production ? Risk.CRITICAL : Risk.HIGH;
            case Action.Command command -> ofCommand(command, production);
            case Action.None _ -> ofText(draft);
        };
        return highest(computed, draft.statedRisk());
    }

    private static Risk ofCommand(Action.Command command, boolean production) {
        var program = command.argv().getFirst().toLowerCase(Locale.ROOT);
        var far = REACHES_FAR.contains(program.substring(program.lastIndexOf('/') + 1));
        return far ? production ? Risk.CRITICAL : Risk.HIGH : production ? Risk.HIGH : Risk.MEDIUM;
    }

    /// Only what is to be made and reached counts: a boundary or a mitigation names dangers in order to rule them out.
    private static Risk ofText(Draft draft) {
        var said = new java.util.ArrayList<>(draft.passages(Point.DELIVERABLES));
        said.addAll(draft.passages(Point.SUCCESS_CRITERIA));
        draft.title().ifPresent(said::add);
        return said.stream().map(passage -> ofPassage(passage.text())).max(Risk::compareTo).orElse(Risk.LOW);
    }

    /// A negation holds for what it stands close before: "no container is deleted", and not "deploy it with no downtime".
    private static Risk ofPassage(String passage) {
        var text = Source.of(passage).text();
        var highest = Risk.LOW;
        var sinceNegation = REACH;
        for (var at = 0; at < text.length();) {
            var c = text.codePointAt(at);
            var end = at + Character.charCount(c);
            if (ENDS_OF_NEGATION.indexOf(c) >= 0) {
                sinceNegation = REACH;
            } else if (Character.isLetter(c)) {
                while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                var word = text.substring(at, end).toLowerCase(Locale.ROOT);
                sinceNegation = NEGATORS.contains(word) ? 0 : TURNS.contains(word) ? REACH : sinceNegation + 1;
                highest = sinceNegation < REACH ? highest : higher(highest, ofWord(word));
            }
            at = end;
        }
        return highest;
    }

    private static Risk ofWord(String word) {
        if (LOSES_WHOLE.contains(word) || startsWithAny(word, LOSES)) {
            return Risk.HIGH;
        }
        return startsWithAny(word, CHANGES) ? Risk.MEDIUM : Risk.LOW;
    }

    private static Risk higher(Risk one, Risk other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean startsWithAny(String word, List<String> stems) {
        for (var stem : stems) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    private static Risk highest(Risk computed, Optional<Risk> stated) {
        return stated.map(risk -> higher(risk, computed)).orElse(computed);
    }
}
