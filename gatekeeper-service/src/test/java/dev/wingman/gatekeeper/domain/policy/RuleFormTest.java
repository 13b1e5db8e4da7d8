package dev.wingman.gatekeeper.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;

class RuleFormTest {

    @Test
    void takesEveryEffect() {
        var rules = Effect.names().stream().map(effect -> new TenantSet.Rule("on-" + effect, "true", effect)).toList();

        assertThat(RuleForm.faults(rules)).isEmpty();
        assertThat(Effect.names()).isEqualTo(TenantSet.Rule.EFFECTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"cel": "true", "effect": "deny"}                               | policy/rule-id-invalid       | /policy/rules/0/id
            {"id": "No Friday", "cel": "true", "effect": "deny"}            | policy/rule-id-invalid       | /policy/rules/0/id
            {"id": "friday-failed", "cel": "true", "effect": "deny"}        | policy/rule-id-invalid       | /policy/rules/0/id
            {"id": "a", "effect": "deny"}                                   | policy/rule-cel-missing      | /policy/rules/0/cel
            {"id": "a", "cel": "  ", "effect": "deny"}                      | policy/rule-cel-missing      | /policy/rules/0/cel
            {"id": "a", "cel": "true"}                                      | policy/rule-effect-unknown   | /policy/rules/0/effect
            {"id": "a", "cel": "true", "effect": "allow"}                   | policy/rule-effect-unknown   | /policy/rules/0/effect
            {"id": "a", "cel": "true", "effect": "deny", "message": " "}    | policy/rule-message-invalid  | /policy/rules/0/message
            {"id": "a", "cel": "true", "effect": "deny", "message": "a\\nb"} | policy/rule-message-invalid | /policy/rules/0/message
            """)
    void refusesARuleThatHasNotItsForm(String json, String rule, String pointer) throws Exception {
        var faults = RuleForm.faults(List.of(Json.strict().readValue(json, TenantSet.Rule.class)));

        assertThat(faults).extracting(Violation::rule, Violation::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(rule, pointer));
    }

    @Test
    void refusesTwoRulesOfOneName() {
        var twice = Collections.nCopies(2, new TenantSet.Rule("a", "true", "deny"));

        assertThat(RuleForm.faults(twice)).extracting(Violation::pointer).containsExactly("/policy/rules/1/id");
    }

    @Test
    void refusesMoreRulesThanAnInstructionShouldWaitFor() {
        var many = IntStream.range(0, 33).mapToObj(index -> new TenantSet.Rule("a" + index, "true", "deny")).toList();

        assertThat(RuleForm.faults(many)).extracting(Violation::rule).containsExactly("policy/too-many-rules");
    }

    @Test
    void refusesAnExpressionThatNobodyCouldReview() {
        var rule = new TenantSet.Rule("a", "true" + " ".repeat(1_000), "deny");

        assertThat(RuleForm.faults(List.of(rule))).extracting(Violation::rule)
                .containsExactly("policy/rule-cel-missing");
    }
}
