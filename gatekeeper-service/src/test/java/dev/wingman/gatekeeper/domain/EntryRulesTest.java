package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;

class EntryRulesTest {

    private static final Identifier ACME = new Identifier("acme");
    private static final EntryRules.Rates RATES = new EntryRules.Rates(300, 1500);

    @Test
    void takesAWholeEntry() throws Exception {
        var faults = faults("""
                {"tenant_id": "acme", "tier": "standard", "status": "active",
                 "workers": [{"worker": "coder-1", "owner": "olga"}], "operators": [{"subject": "olga", "level": "lead"}],
                 "chats": [-1], "sites": [{"name": "local", "roots": ["/tmp"], "hosts": ["localhost:80"],
                 "projects": ["shop"], "containers": ["shop-db"], "default": true}],
                 "policy": {"approvals": {"low": "one", "expires_after": "PT20M"}, "unverifiable_limit": 3}}""");

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"tenant_id": "other", "tier": "basic"}                                       | tenant/id-differs
            {"tenant_id": "acme"}                                                         | tenant/tier-missing
            {"tenant_id": "acme", "tier": "basic", "workers": [{"worker": "w"}]}          | tenant/owner-missing
            {"tenant_id": "acme", "tier": "basic", "operators": [{"subject": "o"}]}       | tenant/level-invalid
            {"tenant_id": "acme", "tier": "basic", "sites": [{"name": "l", "roots": ["/a/../b"]}]} | tenant/root-invalid
            {"tenant_id": "acme", "tier": "basic", "sites": [{"name": "l", "roots": ["/"]}]}       | tenant/root-invalid
            {"tenant_id": "acme", "tier": "basic", "sites": [{"name": "l", "hosts": ["x"]}]}       | tenant/host-invalid
            {"tenant_id": "acme", "tier": "basic", "sites": [{"name": "l", "containers": ["*"]}]}  | tenant/container-invalid
            {"tenant_id": "acme", "tier": "basic", "sites": [{"name": "l"}, {"name": "l"}]}        | tenant/site-twice
            {"tenant_id": "acme", "tier": "enterprise", "policy": {"approvals": {"low": "policy"}}} | policy/loosens
            {"tenant_id": "acme", "tier": "standard", "policy": {"approvals": {"high": "nobody"}}} | policy/approvals-invalid
            {"tenant_id": "acme", "tier": "standard", "policy": {"approvals": {"expires_after": "PT2H"}}} | policy/loosens
            {"tenant_id": "acme", "tier": "standard", "policy": {"unverifiable_limit": 6}} | policy/loosens
            {"tenant_id": "acme", "tier": "basic", "policy": {"rate_limits": {"worker_per_minute": 0}}}   | policy/rate-limit-invalid
            {"tenant_id": "acme", "tier": "basic", "policy": {"rate_limits": {"tenant_per_minute": -1}}}  | policy/rate-limit-invalid
            {"tenant_id": "acme", "tier": "basic", "policy": {"rate_limits": {"claims_worker_per_minute": 0}}} | policy/rate-limit-invalid
            {"tenant_id": "acme", "tier": "basic", "policy": {"rate_limits": {"claims_tenant_per_minute": -1}}} | policy/rate-limit-invalid
            """)
    void refusesAnEntryThatIsNotSound(String json, String rule) throws Exception {
        assertThat(faults(json)).extracting(Violation::rule).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standard   | {"sha256": "D", "source": "https://docs.example/keys"}      |
            basic      | {"sha256": "D", "source": "https://docs.example/keys"}      |
            enterprise | {"sha256": "D", "source": "https://docs.example/keys"}      | policy/loosens
            standard   | {"sha256": "the-key-itself", "source": "https://a.example"} | policy/sample-invalid
            standard   | {"source": "https://docs.example/keys"}                     | policy/sample-invalid
            standard   | {"sha256": "D"}                                             | policy/sample-source-invalid
            standard   | {"sha256": "D", "source": "because I say so"}               | policy/sample-source-invalid
            """)
    void takesASampleByItsDigestAndSourceWhereTheTierAllowsOne(String tier, String sample, @Nullable String rule)
            throws Exception {
        var entry = "{\"tenant_id\": \"acme\", \"tier\": \"%s\", \"policy\": {\"documented_samples\": [%s]}}"
                .formatted(tier, sample.replace("\"D\"", "\"" + "0a".repeat(32) + "\""));

        assertThat(faults(entry)).extracting(Violation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({"worker_per_minute, 300", "claims_worker_per_minute, 300", "tenant_per_minute, 1500",
            "claims_tenant_per_minute, 1500"})
    void refusesARateAboveTheTiersAndNamesThat(String name, int most) throws Exception {
        var entry = "{\"tenant_id\": \"acme\", \"tier\": \"basic\", \"policy\": {\"rate_limits\": {\"%s\": %d}}}";

        assertThat(faults(entry.formatted(name, most))).isEmpty();
        assertThat(faults(entry.formatted(name, most + 1))).containsExactly(new Violation("policy/loosens",
                "/policy/rate_limits/" + name, "at most the tier's " + most + " calls a minute"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme, Ltd.", "\u682a\u5f0f\u4f1a\u793e \ud83d\udc1d", "A"})
    void takesANameThatPeopleSee(String name) throws Exception {
        assertThat(faults(named(name))).isEmpty();
        assertThat(faults(named("x".repeat(100)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u001b[2Jb", "a\u202eb", "a\u200bb", "a\u2028b", "a\ud800b"})
    void refusesANameThatPeopleDoNotSee(String name) throws Exception {
        assertThat(faults(named(name))).extracting(Violation::rule, Violation::pointer)
                .containsExactly(tuple("tenant/name-invalid", "/name"));
        assertThat(faults(named("x".repeat(101)))).hasSize(1);
    }

    @Test
    void refusesASampleThatStandsTwice() throws Exception {
        var sample = "{\"sha256\": \"%s\", \"source\": \"https://docs.example\"}".formatted("0a".repeat(32));

        assertThat(
                faults("{\"tenant_id\": \"acme\", \"tier\": \"basic\", \"policy\": {\"documented_samples\": [%s, %s]}}"
                        .formatted(sample, sample)))
                .extracting(Violation::rule, Violation::pointer)
                .containsExactly(tuple("policy/sample-twice", "/policy/documented_samples/1/sha256"));
    }

    @Test
    void keepsThePlatformsOwnTenantToThePlatform() throws Exception {
        var ours = new Identifier("wingman");
        var entry = Json.strict().readValue("{\"tenant_id\": \"wingman\", \"tier\": \"basic\"}", TenantSet.class);

        assertThat(EntryRules.faults(ours, entry, _ -> RATES)).extracting(Violation::rule)
                .containsExactly("tenant/reserved");
    }

    private static String named(String name) {
        return Json.strict().createObjectNode().put("tenant_id", "acme").put("tier", "basic").put("name", name)
                .toString();
    }

    private static List<Violation> faults(String json) throws Exception {
        return EntryRules.faults(ACME, Json.strict().readValue(json, TenantSet.class), _ -> RATES);
    }
}
