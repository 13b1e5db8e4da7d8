package dev.wingman.gatekeeper.domain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;

/// The risk of an instruction, from what it would do and where. What the worker says of it may raise it, never lower it.
final class Hazard {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("[.;!?\\n]+");
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
        return said.stream().flatMap(passage -> BETWEEN_SENTENCES.splitAsStream(passage.text())).map(Hazard::ofSentence)
                .max(Risk::compareTo).orElse(Risk.LOW);
    }

    private static Risk ofSentence(String sentence) {
        var words = BETWEEN_WORDS.splitAsStream(sentence.toLowerCase(Locale.ROOT)).toList();
        if (words.stream().anyMatch(NEGATORS::contains)) {
            return Risk.LOW;
        }
        if (words.stream().anyMatch(word -> LOSES_WHOLE.contains(word) || startsWithAny(word, LOSES))) {
            return Risk.HIGH;
        }
        return words.stream().anyMatch(word -> startsWithAny(word, CHANGES)) ? Risk.MEDIUM : Risk.LOW;
    }

    private static boolean startsWithAny(String word, List<String> stems) {
        return stems.stream().anyMatch(word::startsWith);
    }

    private static Risk highest(Risk computed, Optional<Risk> stated) {
        return stated.map(risk -> Collections.max(List.of(risk, computed))).orElse(computed);
    }
}
