package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;

class EntryRulesTest {

    private static final Identifier ACME = new Identifier("acme");

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

    @Test
    void keepsThePlatformsOwnTenantToThePlatform() throws Exception {
        var ours = new Identifier("wingman");
        var entry = Json.strict().readValue("{\"tenant_id\": \"wingman\", \"tier\": \"basic\"}", TenantSet.class);

        assertThat(EntryRules.faults(ours, entry)).extracting(Violation::rule).containsExactly("tenant/reserved");
    }

    private static List<Violation> faults(String json) throws Exception {
        return EntryRules.faults(ACME, Json.strict().readValue(json, TenantSet.class));
    }
}
