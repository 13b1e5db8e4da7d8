package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Deletion in Kubernetes, by Helm, and of infrastructure in a cloud.
final class ClusterRule implements Rule {
    private static final Set<String> TAKING_VALUE = Set.of("-n", "--namespace", "--context", "--kubeconfig",
            "--cluster", "--user",
            "-s", "--server", "--kube-context", "--token", "--as", "--profile", "--region", "--project",
            "--subscription", "--output");

    @Override
    public Set<String> programs() {
        return Set.of("kubectl", "oc", "k3s", "helm", "terraform", "tofu", "terragrunt", "pulumi", "aws", "gcloud",
                "az");
    }

    @Override
    public void judge(Command command, Consumer<Found> found) {
        var first = command.subcommand(TAKING_VALUE);
        switch (command.name()) {
            case "kubectl", "oc" ->
                report(command, verb(first, Set.of("delete", "drain")), Action.CLUSTER_DELETE, found);
            case "k3s" -> first.filter(sub -> sub.name().equals("kubectl")).ifPresent(kubectl -> judge(kubectl, found));
            case "helm" ->
                report(command, verb(first, Set.of("uninstall", "delete", "del", "un")), Action.CLUSTER_DELETE, found);
            case "aws", "gcloud", "az" -> report(command, cloudDeletion(command), Action.INFRASTRUCTURE_DESTROY, found);
            default -> report(command, verb(first, Set.of("destroy")).or(() -> command.flag('\0', "destroy"))
                    .or(() -> command.first(word -> word.lower().equals("-destroy"))), Action.INFRASTRUCTURE_DESTROY,
                    found);
        }
    }

    private static void report(Command command, Optional<Word> word, Action action, Consumer<Found> found) {
        word.ifPresent(offence -> found.accept(action.from(command.program(), offence)));
    }

    private static Optional<Word> verb(Optional<Command> first, Set<String> verbs) {
        return first.filter(sub -> verbs.contains(sub.name())).map(Command::program);
    }

    private static Optional<Word> cloudDeletion(Command cloud) {
        return cloud.operands(TAKING_VALUE).stream().filter(word -> {
            var verb = word.lower();
            return verb.equals("rb") || verb.equals("delete") || verb.startsWith("delete-")
                    || verb.startsWith("terminate-");
        }).findFirst().or(() -> cloud.first(word -> word.lower().equals("--recursive") && removesObjects(cloud)));
    }

    private static boolean removesObjects(Command cloud) {
        return cloud.first(word -> word.lower().equals("rm")).isPresent();
    }
}
