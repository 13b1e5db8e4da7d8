package dev.wingman.gatekeeper.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;

/// What a registry entry must be. JSON may leave out what a record must have, so that each part is looked at for nothing, too.
public final class EntryRules {

    private static final Identifier RESERVED = new Identifier("wingman");
    private static final Pattern HOST = Pattern
            .compile("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}|\\[[0-9a-fA-F:]{2,45}\\]:[0-9]{1,5}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
    private static final Pattern LEVEL = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SOURCE = Pattern.compile("https://\\S{1,500}");
    /// What steers a terminal, turns a text round, breaks its line or is half a character.
    private static final Set<Byte> UNSEEN = Set.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE,
            Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);
    private static final int LONGEST_NAME = 100;
    private static final String SAMPLES = "/policy/documented_samples";
    private static final int MOST_SAMPLES = 100;
    private static final int MOST = 10_000;

    private final List<Violation> faults = new ArrayList<>();

    private final Function<Tier, Rates> ceilings;

    private EntryRules(Function<Tier, Rates> ceilings) {
        this.ceilings = ceilings;
    }

    /// The calls a minute that a tier leaves to one worker and to a whole tenant.
    public record Rates(int worker, int tenant) {}

    /// Everything wrong with an entry that is to stand under this id.
    public static List<Violation> faults(Identifier id, TenantSet entry, Function<Tier, Rates> ceilings) {
        var rules = new EntryRules(ceilings);
        rules.require(!id.equals(RESERVED), "tenant/reserved", "/tenant_id",
                "the tenant wingman is the platform's own and cannot be registered");
        rules.require(entry.tenantId() != null && entry.tenantId().equals(id), "tenant/id-differs", "/tenant_id",
                "tenant_id must be the one of the address");
        rules.require(entry.tier() != null, "tenant/tier-missing", "/tier", "tier is enterprise, standard or basic");
        rules.require(entry.name().filter(name -> !isDisplayed(name)).isEmpty(), "tenant/name-invalid", "/name",
                "a name is one line of 1 to " + LONGEST_NAME + " characters that people see");
        rules.people(entry);
        rules.sites(entry.sites());
        if (entry.tier() != null) {
            rules.policy(entry);
        }
        return List.copyOf(rules.faults);
    }

    private void people(TenantSet entry) {
        require(entry.workers().size() + entry.operators().size() <= MOST, "tenant/too-many", "/workers",
                "at most " + MOST + " workers and operators");
        var seen = new HashSet<Object>();
        for (var index = 0; index < entry.workers().size(); index++) {
            var worker = entry.workers().get(index);
            var at = "/workers/" + index;
            require(worker.worker() != null, "tenant/worker-missing", at + "/worker", "name the worker");
            require(worker.owner() != null, "tenant/owner-missing", at + "/owner",
                    "name the human who answers for it");
            require(seen.add(worker.worker()), "tenant/worker-twice", at + "/worker", "each worker stands once");
        }
        seen.clear();
        for (var index = 0; index < entry.operators().size(); index++) {
            var operator = entry.operators().get(index);
            var at = "/operators/" + index;
            require(operator.subject() != null, "tenant/operator-missing", at + "/subject", "name the operator");
            require(operator.level() != null && LEVEL.matcher(operator.level()).matches(), "tenant/level-invalid",
                    at + "/level", "a level is a lower-case word, such as standard or lead");
            require(seen.add(operator.subject()), "tenant/operator-twice", at + "/subject",
                    "each operator stands once");
        }
    }

    private void sites(List<TenantSet.Site> sites) {
        var seen = new HashSet<Object>();
        for (var index = 0; index < sites.size(); index++) {
            var site = sites.get(index);
            var at = "/sites/" + index;
            require(site.name() != null, "tenant/site-name-missing", at + "/name", "name the site");
            require(seen.add(site.name()), "tenant/site-twice", at + "/name", "each site stands once");
            each(site.roots(), at + "/roots", EntryRules::isRoot, "tenant/root-invalid",
                    "a root is an absolute path without . and .., and not / itself");
            each(site.hosts(), at + "/hosts", HOST.asMatchPredicate(), "tenant/host-invalid", "a host is host:port");
            each(site.projects(), at + "/projects", NAME.asMatchPredicate(), "tenant/project-invalid",
                    "a project is named whole, without patterns");
            each(site.containers(), at + "/containers", NAME.asMatchPredicate(), "tenant/container-invalid",
                    "a container is named whole, without patterns");
        }
        require(sites.stream().filter(TenantSet.Site::isDefault).count() <= 1, "tenant/two-default-sites", "/sites",
                "at most one site is the default");
    }

    private void policy(TenantSet entry) {
        var policy = entry.policy();
        voices(entry, Risk.LOW, "/policy/approvals/low");
        voices(entry, Risk.HIGH, "/policy/approvals/high");
        voices(entry, Risk.CRITICAL, "/policy/approvals/critical");
        require(policy.approvals().expiresAfter().filter(after -> isLooser(after, Yes.longest(entry.tier()))).isEmpty(),
                "policy/loosens", "/policy/approvals/expires_after",
                "more than nothing, and at most the tier's " + Yes.longest(entry.tier()));
        var limit = Yes.unverifiableAtMost(entry.tier());
        require(policy.unverifiableLimit().filter(asked -> asked < 1 || asked > limit).isEmpty(), "policy/loosens",
                "/policy/unverifiable_limit", "1 to the tier's " + limit);
        require(policy.minVerifiable().filter(least -> least < 0).isEmpty(), "policy/min-verifiable-invalid",
                "/policy/min_verifiable", "0 or more");
        samples(entry.tier(), policy.documentedSamples());
        var ceiling = ceilings.apply(entry.tier());
        policy.rateLimits().ifPresent(limits -> {
            rateLimit(limits.workerPerMinute(), ceiling.worker(), "worker_per_minute");
            rateLimit(limits.tenantPerMinute(), ceiling.tenant(), "tenant_per_minute");
            rateLimit(limits.claimsWorkerPerMinute(), ceiling.worker(), "claims_worker_per_minute");
            rateLimit(limits.claimsTenantPerMinute(), ceiling.tenant(), "claims_tenant_per_minute");
        });
    }

    /// To let through what looks like a secret is to loosen, and so no tenant of the strictest tier does.
    private void samples(Tier tier, List<TenantSet.Sample> samples) {
        require(samples.isEmpty() || tier != Tier.ENTERPRISE, "policy/loosens", SAMPLES,
                "the tier enterprise lets no key through that looks like a secret, documented or not");
        require(samples.size() <= MOST_SAMPLES, "policy/too-many-samples", SAMPLES, "at most " + MOST_SAMPLES);
        var seen = new HashSet<@Nullable String>();
        for (var index = 0; index < samples.size(); index++) {
            var sample = samples.get(index);
            var at = SAMPLES + "/" + index;
            require(sample.sha256() != null && DIGEST.matcher(sample.sha256()).matches(), "policy/sample-invalid",
                    at + "/sha256", "the SHA-256 of the key alone in 64 lower-case hexadecimal digits, never the key:"
                            + " printf %s KEY | sha256sum");
            require(sample.source() != null && SOURCE.matcher(sample.source()).matches(),
                    "policy/sample-source-invalid",
                    at + "/source", "the https address of the issuer's document that prints this key");
            require(seen.add(sample.sha256()), "policy/sample-twice", at + "/sha256", "each sample stands once");
        }
    }

    private void rateLimit(Optional<Integer> asked, int ceiling, String name) {
        var pointer = "/policy/rate_limits/" + name;
        require(asked.filter(calls -> calls < 1).isEmpty(), "policy/rate-limit-invalid", pointer,
                "1 or more calls a minute; suspend the tenant to stop it");
        require(asked.filter(calls -> calls > ceiling).isEmpty(), "policy/loosens", pointer,
                "at most the tier's " + ceiling + " calls a minute");
    }

    private void voices(TenantSet entry, Risk risk, String pointer) {
        var floor = Yes.floor(entry.tier(), risk);
        var asked = Optional.of(entry.policy().approvals()).flatMap(approvals -> Yes.asked(risk, approvals));
        require(asked.filter(voices -> !Yes.VOICES.contains(voices)).isEmpty(), "policy/approvals-invalid", pointer,
                "policy, one or two");
        require(asked.filter(voices -> Yes.VOICES.contains(voices) && !Yes.isAtLeast(voices, floor)).isEmpty(),
                "policy/loosens", pointer, "a tenant tightens its tier, never loosens it: at least " + floor);
    }

    private static boolean isDisplayed(String name) {
        return !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(c -> UNSEEN.contains((byte) Character.getType(c)));
    }

    private static boolean isLooser(Duration asked, Duration longest) {
        return asked.compareTo(longest) > 0 || asked.isNegative() || asked.isZero();
    }

    private static boolean isRoot(String path) {
        return path.startsWith("/") && path.length() > 1 && path.indexOf('\0') < 0
                && java.util.Arrays.stream(path.substring(1).split("/", -1))
                        .noneMatch(step -> ".".equals(step) || "..".equals(step));
    }

    private void each(List<String> values, String pointer, java.util.function.Predicate<String> form, String rule,
            String message) {
        for (var index = 0; index < values.size(); index++) {
            require(form.test(values.get(index)), rule, pointer + "/" + index, message);
        }
    }

    private void require(boolean holds, String rule, String pointer, String message) {
        if (!holds) {
            faults.add(new Violation(rule, pointer, message));
        }
    }
}
