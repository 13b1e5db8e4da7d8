package dev.wingman.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/// A tenant's entry in the registry: the contract that every service reads.
///
/// @param version rises by one with each change; also the ETag
/// @param chats Telegram chats that hear of alerts and approvals
/// @param setBy who made it this version; the gatekeeper's word, never the caller's
/// @param name how people call it; nothing follows from it
public record TenantSet(Identifier tenantId, Tier tier, Status status, long version, List<Worker> workers,
        List<Operator> operators, List<Long> chats, List<Site> sites, Policy policy, Optional<Admin> setBy,
        Optional<String> name)
        implements
            Event {

    public TenantSet {
        workers = orEmpty(workers);
        operators = orEmpty(operators);
        chats = orEmpty(chats);
        sites = orEmpty(sites);
        policy = policy == null ? Policy.ofTier() : policy;
        status = status == null ? Status.ACTIVE : status;
    }

    /// An entry of which nobody says how people call it.
    public TenantSet(Identifier tenantId, Tier tier, Status status, long version, List<Worker> workers,
            List<Operator> operators, List<Long> chats, List<Site> sites, Policy policy, Optional<Admin> setBy) {
        this(tenantId, tier, status, version, workers, operators, chats, sites, policy, setBy, Optional.empty());
    }

    /// An entry of which nobody says who set it.
    public TenantSet(Identifier tenantId, Tier tier, Status status, long version, List<Worker> workers,
            List<Operator> operators, List<Long> chats, List<Site> sites, Policy policy) {
        this(tenantId, tier, status, version, workers, operators, chats, sites, policy, Optional.empty(),
                Optional.empty());
    }

    /// Whether the tenant may do anything at all.
    public enum Status {
        @JsonProperty("active")
        ACTIVE, @JsonProperty("suspended")
        SUSPENDED
    }

    /// Who changed an entry: an admin of the tenant or of `wingman`.
    public record Admin(Identifier tenantId, Identifier subject) {}

    /// A worker and the human who answers for it.
    public record Worker(Identifier worker, Identifier owner) {}

    /// A human who decides.
    public record Operator(Identifier subject, String level) {}

    /// A host that an auditor and a gateway can see, and what of it is the tenant's own.
    ///
    /// @param roots absolute paths that file probes may look into
    /// @param hosts `host:port` that port and http probes may call
    public record Site(Identifier name, List<String> roots, List<String> hosts, List<String> projects,
            List<String> containers, @JsonProperty("default") boolean isDefault) {
        public Site {
            roots = orEmpty(roots);
            hosts = orEmpty(hosts);
            projects = orEmpty(projects);
            containers = orEmpty(containers);
        }
    }

    /// What a tenant tightens over its tier. Only the gatekeeper evaluates the rules; the rest is data.
    ///
    /// @param documentedSamples keys that look like secrets and open nothing
    public record Policy(Approvals approvals, Optional<Integer> unverifiableLimit, Optional<Integer> minVerifiable,
            List<Rule> rules, Optional<RateLimits> rateLimits,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Sample> documentedSamples) {
        public Policy {
            approvals = approvals == null ? Approvals.ofTier() : approvals;
            rules = orEmpty(rules);
            documentedSamples = orEmpty(documentedSamples);
        }

        /// No samples beyond those that everybody knows.
        public Policy(Approvals approvals, Optional<Integer> unverifiableLimit, Optional<Integer> minVerifiable,
                List<Rule> rules, Optional<RateLimits> rateLimits) {
            this(approvals, unverifiableLimit, minVerifiable, rules, rateLimits, List.of());
        }

        /// Calls as often as the tier allows.
        public Policy(Approvals approvals, Optional<Integer> unverifiableLimit, Optional<Integer> minVerifiable,
                List<Rule> rules) {
            this(approvals, unverifiableLimit, minVerifiable, rules, Optional.empty());
        }

        /// Nothing tightened: the tier alone counts.
        public static Policy ofTier() {
            return new Policy(Approvals.ofTier(), Optional.empty(), Optional.empty(), List.of());
        }
    }

    /// How many humans must say yes, by risk, and for how long one may ask.
    public record Approvals(Optional<String> low, Optional<String> high, Optional<String> critical,
            Optional<Duration> expiresAfter) {

        /// Who may say yes: the policy alone, one human, two. In rising strictness.
        public static final List<String> VOICES = List.of("policy", "one", "two");

        static Approvals ofTier() {
            return new Approvals(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// How many instructions, dry runs among them, and how many claims a minute are answered, of each worker and of all together; above the tier's it changes
    /// nothing. Who is to hand in less must not be kept from telling what he did: the two are lowered apart.
    public record RateLimits(Optional<Integer> workerPerMinute, Optional<Integer> tenantPerMinute,
            Optional<Integer> claimsWorkerPerMinute, Optional<Integer> claimsTenantPerMinute) {}

    /// A CEL rule and what it does where it holds; the gatekeeper's README has the effects and the variables.
    ///
    /// @param message what a denied worker is told to do about it
    public record Rule(String id, String cel, String effect, Optional<String> message) {

        /// What a rule may do; on the topic a newer version may say more.
        public static final List<String> EFFECTS = List.of("deny", "require-approval", "raise-risk-to-high",
                "raise-risk-to-critical");

        public Rule(String id, String cel, String effect) {
            this(id, cel, effect, Optional.empty());
        }
    }

    /// A key that its issuer prints in its own documents: it is let through in instructions. Its digest stands for it, never the key.
    ///
    /// @param sha256 of the key alone, 64 hexadecimal digits in lower case
    /// @param source the address of the document that prints it
    public record Sample(String sha256, String source) {}

    /// The human who answers for a worker, where the registry names one.
    public Optional<Identifier> ownerOf(Identifier worker) {
        return workers.stream().filter(entry -> entry.worker().equals(worker)).map(Worker::owner).findFirst();
    }

    /// The named site, or without a name the default one.
    public Optional<Site> site(Optional<String> name) {
        return sites.stream().filter(site -> name.map(site.name().value()::equals).orElse(site.isDefault()))
                .findFirst();
    }

    private static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

}
