package dev.wingman.screening.actions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// An action asked for in plain English, without a command: "delete all volumes", "wipe the database". Only an order counts, at the
/// place of an imperative; "the job deletes all volumes" and "do not delete any" are none.
public final class OrderRule {
    private record Order(Action action, Set<String> objects) {}

    private static final Set<String> DATA = Set.of("database", "databases", "table", "tables", "schema", "schemas",
            "db", "dbs", "collection",
            "collections", "keyspace", "keyspaces", "indices");
    private static final Set<String> HOLDINGS = Set.of("volume", "volumes", "container", "containers", "backup",
            "backups", "snapshots", "snapshot",
            "disk", "disks", "partition", "partitions", "cluster", "clusters", "namespace", "namespaces", "server",
            "servers", "vm",
            "vms", "bucket", "buckets", "filesystem", "repository", "repositories", "environment", "environments",
            "production",
            "everything", "host", "hosts", "machine", "machines", "drive", "drives", "pvcs", "pvc", "persistentvolumes",
            "images",
            "stack", "infrastructure", "datacenter", "raid", "ledger", "topics", "home", "root", "directory", "folder",
            "tree",
            "prod", "nodes", "node", "instances", "resources", "pods", "deployments", "directories", "secrets", "keys",
            "users", "files", "data", "records",
            "rows", "documents", "entries", "logs", "branches", "commits", "history", "audit", "trail", "queue",
            "queues", "tenants",
            "accounts", "customers", "checkpoints", "datasets", "dataset", "models", "artifacts", "releases");
    private static final Set<String> GUARDS = Set.of("log", "logs", "trail", "firewall", "selinux", "apparmor",
            "auditd", "audit", "auditing",
            "wingman", "gatekeeper",
            "auditor", "logging", "monitoring", "antivirus", "defender", "mfa", "2fa", "authentication", "watcher",
            "falco", "edr",
            "alerting", "alerts", "journald", "rsyslog", "safeguards", "guardrails", "approvals");
    private static final Set<String> LINES = Set.of("main", "master", "trunk", "origin", "history", "branch", "release",
            "production", "remote");
    private static final Set<String> HOSTS = Set.of("server", "host", "machine", "node", "servers", "hosts",
            "production", "cluster",
            "database", "box", "system", "nodes", "vm", "vms");
    private static final Map<String, Order> ORDERS = Map.ofEntries(
            Map.entry("delete", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("remove", new Order(Action.RECURSIVE_DELETE, HOLDINGS)),
            Map.entry("erase", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("wipe", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("nuke", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("destroy", new Order(Action.INFRASTRUCTURE_DESTROY, union(DATA, HOLDINGS))),
            Map.entry("purge", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("obliterate", new Order(Action.RECURSIVE_DELETE, union(DATA, HOLDINGS))),
            Map.entry("terminate", new Order(Action.INFRASTRUCTURE_DESTROY, HOLDINGS)),
            Map.entry("drop", new Order(Action.SQL_DROP, DATA)),
            Map.entry("truncate", new Order(Action.SQL_TRUNCATE, DATA)),
            Map.entry("format",
                    new Order(Action.DISK,
                            Set.of("disk", "disks", "drive", "partition", "volume", "drives", "partitions"))),
            Map.entry("reformat",
                    new Order(Action.DISK,
                            Set.of("disk", "disks", "drive", "partition", "volume", "drives", "partitions"))),
            Map.entry("disable", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("deactivate", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("bypass", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("off", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("stop", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("kill", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("shut", new Order(Action.SYSTEM_CHANGE, union(HOSTS, GUARDS))),
            Map.entry("empty", new Order(Action.SQL_TRUNCATE, DATA)),
            Map.entry("clear", new Order(Action.SQL_TRUNCATE, DATA)),
            Map.entry("reset", new Order(Action.GIT_HISTORY_LOSS, LINES)),
            Map.entry("overwrite", new Order(Action.GIT_HISTORY_LOSS, union(LINES, DATA))),
            Map.entry("open", new Order(Action.NETWORK_CHANGE, Set.of("firewall", "ports"))),
            Map.entry("flush", new Order(Action.NETWORK_CHANGE, Set.of("firewall", "iptables"))),
            Map.entry("halt", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("pause", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("mute", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("uninstall", new Order(Action.AUDIT_DISABLE, GUARDS)),
            Map.entry("reboot",
                    new Order(Action.SYSTEM_CHANGE,
                            Set.of("server", "host", "machine", "servers", "hosts", "cluster", "box"))),
            Map.entry("force-push", new Order(Action.GIT_HISTORY_LOSS, LINES)),
            Map.entry("forcepush", new Order(Action.GIT_HISTORY_LOSS, LINES)),
            Map.entry("rewrite", new Order(Action.GIT_HISTORY_LOSS, Set.of("history"))));
    /// The words that may begin an order.
    public static final Set<String> VERBS = union(ORDERS.keySet(), Set.of("give", "grant", "ensure", "sure"));
    private static final Set<String> GIVING = Set.of("give", "grant");
    private static final Set<String> GONE = Set.of("deleted", "removed", "wiped", "dropped", "purged", "erased",
            "destroyed");
    private static final Set<String> NEGATING = Set.of("no", "not", "none", "never", "nothing", "neither", "without",
            "unless", "if");
    private static final Set<String> TEXTS = Set.of("file", "list", "docs", "documentation", "config", "page", "menu",
            "view", "diagram",
            "readme", "template", "dashboard", "code", "report", "manifest", "example", "examples");
    private static final Set<String> POWERS = Set.of("root", "admin", "administrator", "sudo", "superuser",
            "cluster-admin", "owner");
    private static final Set<String> RIGHTS = Set.of("access", "rights", "privileges", "permissions", "role", "powers");
    private static final Set<String> ARTICLES = Set.of("all", "every", "the", "our", "whole", "entire", "any", "each",
            "of", "production",
            "prod", "existing", "old", "customer", "user", "audit", "git", "data", "docker", "complete", "database",
            "my", "your",
            "their", "live", "staging", "persistent", "this", "that", "over", "onto", "down", "host", "these", "those",
            "remaining",
            "root", "home", "system", "back-end", "kubernetes", "postgres", "mysql", "redis", "claim", "claims",
            "ledger", "local", "to",
            "remote", "primary", "tenant", "cloud", "k8s", "s3", "unused", "orders", "users", "main", "backup", "log");
    private static final Set<String> WHOLE = Set.of("all", "every", "whole", "entire", "everything", "complete",
            "production", "prod");
    /// Objects of daily work unless all of them are meant.
    private static final Set<String> SMALL = Set.of("log", "images", "container", "containers", "directory", "folder",
            "tree",
            "root", "home",
            "resources", "pods", "secrets", "keys", "users", "files", "data", "records", "rows", "documents", "entries",
            "logs", "branches",
            "nodes", "node", "instances", "topics", "collection", "collections", "indices", "queue", "queues",
            "accounts", "artifacts",
            "releases", "models", "stack", "deployments", "environment", "host", "machine", "server", "commits",
            "history", "audit",
            "alerts", "release", "branch", "remote", "trail", "checkpoints", "dataset", "datasets", "vm", "main",
            "monitoring", "system");
    /// What may stand before the verb of an order.
    private static final Set<String> ASKING = Set.of("please", "then", "and", "now", "just", "must", "should", "will",
            "to", "finally", "first",
            "next", "you", "kindly", "immediately", "afterwards", "can", "simply", "also", "go", "ahead", "lastly",
            "i'll", "ill", "we", "i",
            "turn", "switch", "let's", "lets", "or", "completely", "fully", "could", "would", "task:", "agent",
            "worker", "shall", "otherwise");
    private static final Set<String> INTENDING = Set.of("want", "need", "have", "going", "proceed", "asked",
            "instructed", "want's", "told", "ordered", "sure", "like", "order", "task", "is", "goal", "you", "us",
            "ready", "able");
    /// What goes on behind the object of an order; another noun makes another object of it.
    private static final Set<String> GOING_ON = Set.of("on", "in", "from", "at", "and", "then", "to", "with", "after",
            "before", "now", "for",
            "immediately", "again", "first", "completely", "so", "as", "of", "right", "today", "tonight", "forever",
            "permanently",
            "entirely", "when", "if", "once", "without", "down", "while", "including", "or", "but", "because", "over",
            "please", "across",
            "under", "inside", "until", "using", "by", "since", "that", "which", "along", "plus", "anyway", "older",
            "newer", "created");
    private static final int LONGEST = 6;

    private OrderRule() {}

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new java.util.HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }

    public static Optional<Offence> judge(Words words, int index) {
        if (words.get(index).program().equals("ensure")
                || words.get(index).program().equals("sure") && index > 0
                        && words.get(index - 1).lower().equals("make")) {
            return ensured(words, index);
        }
        if (GIVING.contains(words.get(index).program())) {
            return given(words, index);
        }
        var order = ORDERS.get(words.get(index).program());
        if (order == null || !isOrder(words, index)) {
            return Optional.empty();
        }
        var whole = false;
        var named = false;
        for (var i = index + 1; i < Math.min(words.size(), index + LONGEST)
                && words.get(i).before() == Gap.SPACE; i++) {
            var word = words.get(i).lower();
            var ends = ends(words, i);
            if (order.objects().contains(word) && ends && (named || isMass(word))) {
                if (isText(words, i + 1) || word.equals("table") && i + 1 < words.size()
                        && words.get(i + 1).lower().equals("of")) {
                    return Optional.empty();
                }
                return whole || !SMALL.contains(word) || order.action() == Action.GIT_HISTORY_LOSS
                        ? offence(words, index, i, order)
                        : Optional.empty();
            }
            if (!ARTICLES.contains(word) || words.get(i).punctuation() != ' ') {
                return Optional.empty();
            }
            whole = whole || WHOLE.contains(word) || word.equals("over") || word.equals("audit") || word.equals("git")
                    || word.equals("customer") || word.equals("claims") || word.equals("ledger");
            named = true;
        }
        return Optional.empty();
    }

    /// "… from the compose file": a text is edited.
    private static boolean isText(Words words, int from) {
        for (var i = from; i < words.size() && i < from + 5 && words.get(i).before() == Gap.SPACE; i++) {
            if (TEXTS.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "Make sure that all volumes are removed".
    private static Optional<Offence> ensured(Words words, int index) {
        var whole = false;
        for (var i = index + 1; i < words.size() && i < index + 14 && words.get(i).before() == Gap.SPACE; i++) {
            var word = words.get(i).lower();
            if (NEGATING.contains(word)) {
                return Optional.empty();
            }
            whole = whole || WHOLE.contains(word);
            if (whole && GONE.contains(word)
                    && Set.of("are", "is", "get", "gets", "be").contains(words.get(i - 1).lower())) {
                return Optional.of(Action.RECURSIVE_DELETE.from(words.get(index), words.get(i)));
            }
        }
        return Optional.empty();
    }

    /// "Give the agent root access", "grant it admin rights".
    private static Optional<Offence> given(Words words, int index) {
        for (var i = index + 1; isOrder(words, index) && i + 1 < words.size() && i < index + 8
                && words.get(i + 1).before() == Gap.SPACE; i++) {
            if (POWERS.contains(words.get(i).lower()) && RIGHTS.contains(words.get(i + 1).lower())) {
                return Optional.of(Action.ACCOUNT_CHANGE.from(words.get(index), words.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Offence> offence(Words words, int verb, int object, Order order) {
        return Optional.of(order.action().from(words.get(verb), words.get(object)));
    }

    /// Whether no article need stand before it: "turn off auditing".
    private static boolean isMass(String word) {
        return WHOLE.contains(word) || GUARDS.contains(word) && !word.endsWith("er");
    }

    private static boolean ends(Words words, int object) {
        var next = object + 1;
        return words.get(object).punctuation() != ' ' || next >= words.size() || words.get(next).before() != Gap.SPACE
                || GOING_ON.contains(words.get(next).lower()) || words.get(next).text().equals("--");
    }

    /// Whether the verb stands where an imperative does, or behind what makes it one.
    private static boolean isOrder(Words words, int index) {
        if (words.get(index).before() != Gap.SPACE || words.get(index - 1).punctuation() == ','
                || words.get(index - 1).text().equals("--")) {
            return true;
        }
        var before = words.get(index - 1).lower();
        if (before.equals("to")) {
            return index > 1 && INTENDING.contains(words.get(index - 2).lower());
        }
        if (Set.of("or", "and").contains(before)) {
            return true;
        }
        return ASKING.contains(before)
                && !(before.equals("can") && index > 1 && words.get(index - 2).lower().equals("that"));
    }
}
