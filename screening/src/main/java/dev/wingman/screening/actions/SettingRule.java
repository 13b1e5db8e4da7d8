package dev.wingman.screening.actions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// What a playbook, a manifest or a plan sets: `state: absent`, `ensure => absent`, `action :delete`, `deletion_protection = false`.
public final class SettingRule {
    /// @param modules it counts only within one of them; none when it counts anywhere
    private record Setting(Action action, Set<String> values, Set<String> modules) {
        Setting(Action action, Set<String> values) {
            this(action, values, Set.of());
        }
    }

    private static final Setting GONE = new Setting(Action.INFRASTRUCTURE_DESTROY,
            Set.of("absent", "purged", "destroyed", "wiped",
                    "unmounted"));
    private static final Setting UNPROTECTED = new Setting(Action.INFRASTRUCTURE_DESTROY, Set.of("false", "no", "off"));
    private static final Setting FORCED = new Setting(Action.INFRASTRUCTURE_DESTROY, Set.of("true", "yes", "on"));
    private static final Setting OPEN = new Setting(Action.DOCKER_SOCKET, Set.of("true", "yes"));
    private static final Setting RECREATED = new Setting(Action.SQL_DROP, Set.of("create", "create-drop"));
    private static final Setting UNWATCHED = new Setting(Action.AUDIT_DISABLE,
            Set.of("false", "no", "off", "disabled", "none", "0", "permissive"));
    private static final Map<String, Setting> SETTINGS = Map.ofEntries(
            Map.entry("audit.enabled", UNWATCHED), Map.entry("audit_enabled", UNWATCHED),
            Map.entry("audit_log", UNWATCHED), Map.entry("audit_logs", UNWATCHED),
            Map.entry("audit_log_enabled", UNWATCHED), Map.entry("audit-log", UNWATCHED),
            Map.entry("auditlog", UNWATCHED), Map.entry("auditing", UNWATCHED),
            Map.entry("wingman.enabled", UNWATCHED), Map.entry("wingman_enabled", UNWATCHED),
            Map.entry("gatekeeper.enabled", UNWATCHED), Map.entry("selinux", UNWATCHED),
            Map.entry("state", GONE), Map.entry("ensure", GONE),
            Map.entry("action",
                    new Setting(Action.INFRASTRUCTURE_DESTROY, Set.of(":delete", ":remove", ":destroy", ":purge"))),
            Map.entry("prevent_destroy", UNPROTECTED), Map.entry("deletion_protection", UNPROTECTED),
            Map.entry("deletion_protection_enabled", UNPROTECTED), Map.entry("termination_protection", UNPROTECTED),
            Map.entry("disable_api_termination", UNPROTECTED), Map.entry("enable_deletion_protection", UNPROTECTED),
            Map.entry("force_destroy", FORCED), Map.entry("skip_final_snapshot", FORCED),
            Map.entry("force_delete", FORCED),
            Map.entry("force",
                    new Setting(Action.DISK, Set.of("true", "yes", "on"), Set.of("filesystem", "luks_device"))),
            Map.entry("uid", new Setting(Action.ACCOUNT_CHANGE, Set.of("0"), Set.of("user"))),
            Map.entry("groups",
                    new Setting(Action.ACCOUNT_CHANGE, Set.of("sudo", "wheel", "docker", "root"), Set.of("user"))),
            Map.entry("nopasswd", new Setting(Action.ACCOUNT_CHANGE, Set.of("all"))),
            Map.entry("nopassword", new Setting(Action.ACCOUNT_CHANGE, FORCED.values(), Set.of("sudoers"))),
            Map.entry("spring.jpa.hibernate.ddl-auto", RECREATED), Map.entry("hibernate.hbm2ddl.auto", RECREATED),
            Map.entry("ddl-auto", RECREATED), Map.entry("privileged", OPEN), Map.entry("hostpid", OPEN),
            Map.entry("hostipc", OPEN),
            Map.entry("mode",
                    new Setting(Action.ACCOUNT_CHANGE, Set.of("0777", "777", "0666", "a+rwx", "u+s", "4755"))));
    /// What only edits a file when it says "absent".
    private static final Set<String> EDITS = Set.of("lineinfile", "blockinfile", "ini_file", "known_hosts", "replace",
            "host");
    private static final Set<String> SALT = Set.of("file.absent", "user.absent", "group.absent", "pkg.purged",
            "pkg.removed",
            "service.dead", "mount.unmounted", "docker_container.absent", "docker_volume.absent",
            "postgres_database.absent",
            "mysql_database.absent", "lvm.lv_absent", "lvm.vg_absent", "cron.absent", "iptables.flush",
            "firewalld.absent");
    private static final int ITEM = 30;

    private SettingRule() {}

    /// The names of all settings.
    public static Set<String> names() {
        return SETTINGS.keySet();
    }

    /// Whether a setting may begin with this word.
    public static boolean about(Word word) {
        var name = name(word.lower());
        return SETTINGS.containsKey(name) || SALT.contains(name);
    }

    public static Optional<Offence> judge(Words words, int index) {
        var word = words.get(index);
        var name = name(word.lower());
        if (SALT.contains(name)) {
            var state = word.punctuation() == ':' || word.begins() || words.get(index - 1).program().startsWith("salt")
                    || words.get(index - 1).program().equals("state.single");
            return state ? Optional.of(Action.INFRASTRUCTURE_DESTROY.from(word, word)) : Optional.empty();
        }
        var setting = SETTINGS.get(name);
        if (setting == null) {
            return Optional.empty();
        }
        if (name.length() < word.text().length()) {
            return setting.values().contains(unquoted(word.lower().substring(name.length() + 1)))
                    ? found(words, index, index, setting)
                    : Optional.empty();
        }
        var value = index + 1;
        var assigned = word.punctuation() == ':' || name.equals("action");
        while (value < words.size() && value < index + 3
                && Set.of("=", ":", "=>", "", "to").contains(words.get(value).lower())
                && words.get(value).redirect() == ' ') {
            assigned = true;
            value++;
        }
        return value < words.size() && (assigned || words.get(value).redirect() == '>')
                && !words.get(value).before().isNewLine()
                && setting.values().contains(words.get(value).lower())
                        ? found(words, index, value, setting)
                        : Optional.empty();
    }

    private static Optional<Offence> found(Words words, int index, int value, Setting setting) {
        var counts = setting.equals(GONE)
                ? !isWithin(words, index, EDITS)
                : setting.modules().isEmpty() || isWithin(words, index, setting.modules());
        return counts ? Optional.of(setting.action().from(words.get(index), words.get(value))) : Optional.empty();
    }

    /// Whether the item of a list in which a setting stands names one of these modules.
    private static boolean isWithin(Words words, int index, Set<String> modules) {
        for (var i = index; i >= 0 && i > index - ITEM; i--) {
            var module = words.get(i).lower();
            if (modules.contains(module.substring(module.lastIndexOf('.') + 1))) {
                return true;
            }
            if (words.get(i).before() == Gap.BULLET) {
                return false;
            }
        }
        return false;
    }

    private static String name(String word) {
        var equals = word.indexOf('=');
        return equals > 0 ? word.substring(0, equals) : word;
    }

    private static String unquoted(String value) {
        return value.startsWith(">") ? value.substring(1).strip() : value;
    }
}
