package dev.wingman.gatekeeper.domain.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;

/// What a rule in a registry entry must be before its expression is looked at.
public final class RuleForm {

    /// The end of the rule id in a violation that tells of a rule that cannot be judged.
    private static final String FAILED = "-failed";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final String POINTER = "/policy/rules";
    private static final int MOST_RULES = 32;
    private static final int LONGEST_CEL = 1_000;
    private static final int LONGEST_MESSAGE = 200;

    private final List<Violation> faults = new ArrayList<>();

    private RuleForm() {}

    public static List<Violation> faults(List<TenantSet.Rule> rules) {
        var form = new RuleForm();
        form.require(!areTooMany(rules), "policy/too-many-rules", POINTER, "at most " + MOST_RULES + " rules");
        var seen = new HashSet<@Nullable String>();
        for (var index = 0; index < rules.size(); index++) {
            form.rule(rules.get(index), pointer(index));
            form.require(seen.add(rules.get(index).id()), "policy/rule-twice", pointer(index) + "/id",
                    "each rule has an id of its own");
        }
        return List.copyOf(form.faults);
    }

    /// So many that nobody compiles them.
    public static boolean areTooMany(List<TenantSet.Rule> rules) {
        return rules.size() > MOST_RULES;
    }

    /// Whether there is an expression to be compiled; JSON may leave it out.
    public static boolean hasExpression(TenantSet.Rule rule) {
        return rule.cel() != null && !rule.cel().isBlank() && rule.cel().length() <= LONGEST_CEL;
    }

    /// Whether its id may be told.
    public static boolean isNamed(TenantSet.Rule rule) {
        return rule.id() != null && ID.matcher(rule.id()).matches() && !rule.id().endsWith(FAILED);
    }

    public static String pointer(int index) {
        return POINTER + "/" + index;
    }

    private void rule(TenantSet.Rule rule, String at) {
        require(isNamed(rule), "policy/rule-id-invalid", at + "/id",
                "an id is a lower-case word such as no-friday, with letters, digits and hyphens, not ending in "
                        + FAILED);
        require(hasExpression(rule), "policy/rule-cel-missing", at + "/cel",
                "a CEL expression of at most " + LONGEST_CEL + " characters that is true or false");
        require(Optional.ofNullable(rule.effect()).flatMap(Effect::named).isPresent(), "policy/rule-effect-unknown",
                at + "/effect", "an effect is one of " + String.join(", ", Effect.names()));
        require(rule.message().filter(text -> text.isBlank() || text.length() > LONGEST_MESSAGE
                || text.chars().anyMatch(Character::isISOControl)).isEmpty(), "policy/rule-message-invalid",
                at + "/message", "a message is one line of at most " + LONGEST_MESSAGE + " characters");
    }

    private void require(boolean holds, String rule, String pointer, String message) {
        if (!holds) {
            faults.add(new Violation(rule, pointer, message));
        }
    }
}
