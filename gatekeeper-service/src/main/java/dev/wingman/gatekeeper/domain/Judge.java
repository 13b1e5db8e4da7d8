package dev.wingman.gatekeeper.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.Facts;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.gatekeeper.domain.policy.Rulings;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// Judges a draft by all rules at once. It is the same for a dry run and for the real thing.
///
/// @param environment DEV, TEST or PRD: the deployment's
/// @param key the tenant's, for the fingerprints of secrets
/// @param rules the tenant's
public record Judge(Screening screening, String environment, TenantSet tenant, FingerprintKey key, Rules rules) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_CRITERIA = 100;
    private static final int MOST_STRAYS = 5;
    private static final int MOST_PLACES = 5;

    /// The judgement of what this worker asks for at that time.
    public Judgement judge(Draft draft, Identifier worker, Instant now) {
        var criteria = Criteria.of(draft);
        var violations = new ArrayList<Violation>();
        violations.addAll(new Targets(tenant).faults(draft));
        violations.addAll(tooVague(draft, criteria));
        var hazard = Hazard.of(draft, environment);
        var rulings = new Rulings(rules.judge(facts(draft, worker, criteria, hazard.risk(), now)));
        violations.addAll(rulings.violations(draft.place()));
        violations.addAll(faultsOfParts(draft));
        var risk = rulings.raised(hazard.risk());
        return new Judgement(Excerpt.of(violations, draft.place()), title(draft),
                points(draft), draft.action(), site(draft), criteria, risk,
                rulings.asksHumans() ? ApprovalNeed.REQUIRED : Yes.needed(draft.action(), risk, tenant),
                rulings.tightening(), reasons(draft, hazard, risk));
    }

    private static List<RiskReason> reasons(Draft draft, Hazard hazard, Risk risk) {
        return risk == hazard.risk()
                ? hazard.reasons()
                : List.of(new RiskReason(draft.place(), risk, "a rule of the tenant's raises it"));
    }

    /// What is wrong with parts of a draft, each by itself: it is so whatever the other parts say.
    public List<Violation> faultsOfParts(Draft draft) {
        var violations = new ArrayList<Violation>();
        violations.addAll(missing(draft));
        violations.addAll(titleFaults(draft));
        violations.addAll(tooMany(draft));
        // what may come by the hundred comes last, where an answer is cut
        violations.addAll(controlCharacters(draft));
        violations.addAll(new Screened(screening.allowing(samples()), key).faults(draft));
        return violations;
    }

    /// The floor of the strictest tier holds also for an entry from before it came to that tier.
    private Set<String> samples() {
        return tenant.tier() == Tier.ENTERPRISE
                ? Set.of()
                : tenant.policy().documentedSamples().stream().map(TenantSet.Sample::sha256)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Facts facts(Draft draft, Identifier worker, Criteria criteria, Risk risk, Instant now) {
        var points = Arrays.stream(Point.values()).collect(Collectors.toMap(Point::key, draft::texts));
        return new Facts(title(draft), points, draft.action(), site(draft), environment, worker,
                tenant.ownerOf(worker), risk, criteria.total(), criteria.verifiable(), now);
    }

    private static String title(Draft draft) {
        return draft.title().map(Passage::text).orElse("");
    }

    private List<Violation> missing(Draft draft) {
        var missing = Arrays.stream(Point.values())
                .filter(point -> !Content.says(point, draft.texts(point))).toList();
        // Once is enough: with ten points missing, ten times the same list would hide them.
        return missing.stream().map(point -> new Violation(point.missingRule(),
                draft.passages(point).isEmpty()
                        ? draft.place(point)
                        : draft.passages(point).getFirst().pointer(),
                point.names().getFirst() + " is missing or says nothing: write what holds for this instruction."
                        + (point == missing.getFirst() ? strays(draft) : "")))
                .toList();
    }

    /// The cause of a missing point is nearly always a heading that nobody understood.
    private String strays(Draft draft) {
        var told = draft.strays().stream().limit(MOST_STRAYS)
                .map(stray -> stray.told(screening.secrets(stray.name(), Place.document()).isEmpty()))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : " None of the ten points: " + told + ".";
    }

    private static List<Violation> titleFaults(Draft draft) {
        var title = title(draft);
        var place = draft.placeOfTitle();
        if (title.isBlank()) {
            return List.of(new Violation("instruction/title-missing", place, "Give it a title of one line."));
        }
        return title.length() > LONGEST_TITLE || title.indexOf('\n') >= 0
                ? List.of(new Violation("instruction/title-too-long", place,
                        "A title is one line of at most " + LONGEST_TITLE + " characters."))
                : List.of();
    }

    private List<Violation> tooVague(Draft draft, Criteria criteria) {
        return tenant.policy().minVerifiable().filter(least -> criteria.verifiable() < least)
                .map(least -> new Violation("criteria/too-few-verifiable", draft.place(Point.SUCCESS_CRITERIA),
                        "The tenant asks for %d criteria that a probe can check; %d can%s. Add predicates."
                                .formatted(least, criteria.verifiable(), butNot(criteria.unverifiable()))))
                .stream().toList();
    }

    private static String butNot(List<String> places) {
        var told = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
        var more = places.size() - MOST_PLACES;
        return told.isEmpty() ? "" : ", but not what stands at " + told + (more > 0 ? " and " + more + " more" : "");
    }

    /// Each criterion is a probe, and a finding in the verdict.
    private static List<Violation> tooMany(Draft draft) {
        return draft.passages(Point.SUCCESS_CRITERIA).size() <= MOST_CRITERIA
                ? List.of()
                : List.of(new Violation("criteria/too-many", draft.place(Point.SUCCESS_CRITERIA),
                        "At most %d success criteria: split the work into several instructions."
                                .formatted(MOST_CRITERIA)));
    }

    /// Nobody types these; they hide text from whoever reads it, and databases refuse them.
    private static List<Violation> controlCharacters(Draft draft) {
        var passages = Stream.of(draft.title().stream(), draft.points().values().stream().flatMap(List::stream),
                draft.further().stream()).flatMap(all -> all);
        return passages.filter(passage -> hasControl(passage.text()))
                .map(passage -> new Violation("text/control-character", passage.pointer(),
                        "A character stands here that nobody sees or that turns the text round: remove it."))
                .toList();
    }

    private static boolean hasControl(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ' ' && text.charAt(i) < 0x7f) {
                continue;
            }
            var c = text.codePointAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || isDeceiving(c)) {
                return true;
            }
            i += Character.charCount(c) - 1;
        }
        return false;
    }

    /// What turns the direction of a text, tags that nobody sees, and half a character.
    private static boolean isDeceiving(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c >= 0xe0000 && c <= 0xe007f
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private Optional<String> site(Draft draft) {
        return tenant.site(draft.site().map(Passage::text)).map(site -> site.name().value());
    }

    private static TenPoints points(Draft draft) {
        return new TenPoints(draft.texts(Point.DELIVERABLES), draft.texts(Point.SUCCESS_CRITERIA),
                draft.texts(Point.BOUNDARIES), draft.texts(Point.DEPENDENCIES), draft.texts(Point.MITIGATION),
                draft.texts(Point.TEST_PROCESS), draft.texts(Point.TEST_RESULTS_FORMAT),
                draft.texts(Point.RESOURCE_REQUIREMENTS), draft.texts(Point.RISK_ASSESSMENT),
                draft.texts(Point.QUALITY_METRICS));
    }
}
