package dev.wingman.gatekeeper.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.Effect;
import dev.wingman.gatekeeper.domain.policy.Ruling;

class JudgeTest {

    private static final Action DRILL = new Action.Drill(Optional.of("shop"), List.of());

    @Test
    void letsACompleteInstructionPass() {
        var judgement = Drafted.good().judged();

        assertThat(judgement.violations()).isEmpty();
        assertThat(judgement.risk()).isEqualTo(Risk.LOW);
        assertThat(judgement.approval()).isEqualTo(ApprovalNeed.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void missesEachPointThatIsNotThere(Point point) {
        var rules = Drafted.good().without(point).rules();

        assertThat(rules).contains(point.missingRule() + " /" + point.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "TBD", "none", "None.", "n.a.", "N/A", "later", "to be defined", "Mitigation",
            "MITIGATION: tbd", "**mitigation** — none", "not applicable", "-", "...", "T.B.D.", "TBD by the team",
            "to be discussed", "None at this time", "None known", "coming soon", "Not sure", "Keine", "\u306a\u3057",
            "folgt", "noch offen", "nichts", "see ticket", "as usual", "TBD: see Jira", "tbd (ask ada)",
            "<!-- fill in -->", "To do", "Phase 1", "### Steps of it", "Rolled back so:", "**Unit tests:**",
            "**Unit tests**:",
            "deliverables success_criteria boundaries dependencies mitigation test_process test_results_format "
                    + "resource_requirements risk_assessment quality_metrics"})
    void takesAPointThatSaysNothingForMissing(String text) {
        var rules = Drafted.good().saying(Point.MITIGATION, text).rules();

        assertThat(rules).containsExactly("ten-points/mitigation-missing /mitigation/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No dependencies but the JDK", "Restore yesterday's copy", "回滚", "JDK 25"})
    void takesAShortPointThatSaysSomething(String text) {
        assertThat(Drafted.good().saying(Point.DEPENDENCIES, text).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD|**Phase 1**|x", "TBD|Phase 2", "none|Steps|1. later", "TBD|### Phase|roll it back",
            "**Before**|none|CSV", "**Undo**|x", "later|restore the copy"})
    void takesAPointThatBeginsByPuttingOffForMissingWhateverLabelsFollow(String texts) {
        assertThat(Drafted.good().saying(Point.MITIGATION, texts.split("\\|")).rules())
                .containsExactly("ten-points/mitigation-missing /mitigation/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD|Restore the copy that was made last night", "**Undo**|restore the copy",
            "**CSV export**",
            "None of the tables is touched", "Low: it reads alone", "JUnit XML", "One core, 200 MB",
            "The steps:|undo it",
            "**CSV export**|**HTML page**"})
    void takesAPointWhoseTextsSaySomethingAfterAll(String texts) {
        assertThat(Drafted.good().saying(Point.MITIGATION, texts.split("\\|")).rules()).isEmpty();
    }

    @Test
    void namesAHundredViolationsOfAWholeAnswerAndHowManyMoreThereAre() {
        var forced = java.util.stream.IntStream.range(0, 60).mapToObj(line -> "git push --force origin b" + line)
                .toArray(String[]::new);

        var rules = Drafted.good().saying(Point.MITIGATION, forced).saying(Point.TEST_PROCESS, forced)
                .without(Point.DEPENDENCIES).under(new Ruling.Fails("r", "why")).judged().violations();

        assertThat(rules).hasSize(101).extracting(Violation::rule)
                .contains("ten-points/dependencies-missing", "policy/r-failed");
        assertThat(rules.getLast().rule()).isEqualTo("answer/shortened");
        assertThat(rules.getLast().message()).startsWith("At least 22 more");
    }

    @Test
    void refusesMoreCriteriaThanAVerdictCanCarry() {
        var many = java.util.Collections.nCopies(101, "file /srv/out.csv exists").toArray(String[]::new);

        assertThat(Drafted.good().saying(Point.SUCCESS_CRITERIA, many).rules())
                .contains("criteria/too-many /success_criteria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001b[2Jb", "a\u0085b", "a\u007fb"})
    void refusesControlCharactersThatHideTextFromItsReader(String text) {
        assertThat(Drafted.good().saying(Point.MITIGATION, "restore it " + text).rules())
                .contains("text/control-character /mitigation/0");
    }

    @Test
    void namesTheHeadingsThatNobodyUnderstoodWhereAPointIsMissingAndRepeatsNoSecret() {
        var key = "AKIA" + "Q7RZLM4TWVX2NHYB";
        var judgement = Drafted.good().without(Point.MITIGATION).under(new Stray("Undo", "12:1", Optional.empty()),
                new Stray("Steps", "14:1", Optional.of(Point.DELIVERABLES)), new Stray(key, "16:1", Optional.empty()))
                .judged();

        assertThat(judgement.violations()).extracting(Violation::message).containsExactly(
                "mitigation is missing or says nothing: write what holds for this instruction. None of the ten points: "
                        + "heading \"Undo\" at 12:1, left out; heading \"Steps\" at 14:1, read as part of deliverables; "
                        + "a heading at 16:1, left out.");
        assertThat(Drafted.good().under(new Stray("Undo", "12:1", Optional.empty())).rules()).isEmpty();
        assertThat(Drafted.good().without(Point.MITIGATION).without(Point.DEPENDENCIES)
                .under(new Stray("Undo", "12:1", Optional.empty())).judged().violations())
                .hasSize(2).filteredOn(violation -> violation.message().contains("Undo")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rollback plan", "rollback", "Mitigation: Rollback plan: none", "R\u00fcckfallplan"})
    void takesASynonymOfAPointAloneForNothing(String text) {
        assertThat(Drafted.good().saying(Point.MITIGATION, text).rules())
                .containsExactly("ten-points/mitigation-missing /mitigation/0");
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "A rollback plan").rules()).isEmpty();
    }

    @Test
    void namesAllViolationsAtOnceAndRepeatsNoSecret() {
        var key = "AKIA" + "Q7RZLM4TWVX2NHYB";
        var judgement = Drafted.good().without(Point.MITIGATION).saying(Point.DELIVERABLES, "Run git push --force",
                "with the key " + key).judged();

        assertThat(judgement.violations()).extracting("rule").contains("ten-points/mitigation-missing",
                "forbidden/force-flag", "secret/aws-access-key");
        assertThat(judgement.violations().toString()).doesNotContain(key);
    }

    @Test
    void letsASampleThroughThatTheTenantsPolicyNamesAndNoOther() {
        var sample = "AKIA" + "Q7RZLM4TWVX2NHYB";
        var other = "AKIA" + "Q7RZLM4TWVX2NHYC";
        var policy = new TenantSet.Policy(Drafted.policy(Optional.empty(), Optional.empty()).approvals(),
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(new TenantSet.Sample(
                        HexFormat.of().formatHex(Digests.sha256(sample.getBytes(UTF_8))), "https://docs.example")));
        var named = Drafted.good().of(with(policy)).saying(Point.DELIVERABLES, "The page with " + sample);

        assertThat(named.rules()).isEmpty();
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "The page with " + sample).rules())
                .containsExactly("secret/aws-access-key /deliverables/0");
        assertThat(named.saying(Point.DELIVERABLES, "The page with " + other).rules())
                .containsExactly("secret/aws-access-key /deliverables/0");
        assertThat(named.of(with(policy, Tier.ENTERPRISE)).rules())
                .containsExactly("secret/aws-access-key /deliverables/0");
    }

    @Test
    void findsAForbiddenActionInTheWordsOfACommand() {
        var command = new Action.Command(List.of("git", "push", "--force"), "/srv/app", Optional.empty());

        assertThat(Drafted.good().doing(command).rules()).contains("forbidden/force-flag /action/argv/2");
    }

    @Test
    void compilesWhatTheCriteriaSayToPredicates() {
        var judgement = Drafted.good().saying(Point.SUCCESS_CRITERIA, "The file /srv/out.csv exists.",
                "container shop-db is healthy", "The customer smiles").judged();

        assertThat(judgement.criteria().total()).isEqualTo(3);
        assertThat(judgement.criteria().verifiable()).isEqualTo(2);
        assertThat(judgement.criteria().unverifiable()).containsExactly("/success_criteria/2");
        assertThat(judgement.predicates()).containsExactly(
                new Predicate.File("/srv/out.csv", Predicate.Presence.PRESENT, Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty()),
                new Predicate.Container("shop-db", Predicate.ContainerState.RUNNING, Optional.empty(),
                        Optional.of("healthy")));
    }

    @Test
    void countsNoCriterionThatNoProbeLooksAt() {
        var repository = new Predicate.Git("/srv/shop", Optional.empty(), Optional.empty(), Optional.of(true));
        var criteria = Drafted.good().bound(new Passage("The repository is clean", "/success_criteria/0",
                Optional.of(repository))).judged().criteria();

        assertThat(criteria.verifiable()).isZero();
        assertThat(criteria.predicates()).containsExactly(repository);
        assertThat(criteria.unverifiable()).containsExactly("/success_criteria/0");
    }

    @Test
    void checksThatTestsPassWhereOneReportIsNamed() {
        var tested = Drafted.good().saying(Point.SUCCESS_CRITERIA, "All tests pass");

        assertThat(tested.judged().criteria().verifiable()).isZero();
        assertThat(tested.saying(Point.TEST_RESULTS_FORMAT, "JUnit XML in `/srv/report.xml`.").judged().predicates())
                .containsExactly(new Predicate.TestReport("/srv/report.xml", 1, 0));
        assertThat(tested.saying(Point.TEST_RESULTS_FORMAT, "/srv/a.xml and /srv/b.xml").judged().predicates())
                .isEmpty();
    }

    @Test
    void refusesFewerCheckableCriteriaThanTheTenantAsksFor() {
        var strict = with(Drafted.policy(Optional.empty(), Optional.of(2)));

        assertThat(Drafted.good().of(strict).rules())
                .containsExactly("criteria/too-few-verifiable /success_criteria");
        assertThat(Drafted.good().of(strict).judged().violations().getFirst().message())
                .isEqualTo("The tenant asks for 2 criteria that a probe can check; 1 can. Add predicates.");
    }

    @Test
    void namesThePlacesOfTheFirstCriteriaThatNoProbeCanCheckWhereTheyAreTooFew() {
        var strict = Drafted.good().of(with(Drafted.policy(Optional.empty(), Optional.of(2))));

        assertThat(strict.saying(Point.SUCCESS_CRITERIA, "The customer smiles", "Port 80 is open").judged()
                .violations().getFirst().message()).contains("1 can, but not what stands at /success_criteria/0. Add");
        assertThat(strict.saying(Point.SUCCESS_CRITERIA, "a1", "b2", "c3", "d4", "e5", "f6", "g7").judged()
                .violations().getFirst().message())
                .contains("/success_criteria/4 and 2 more. Add").doesNotContain("/success_criteria/5");
    }

    @Test
    void refusesADrillOfWhatIsNotTheTenantsOwn() {
        var foreign = new Action.Drill(Optional.empty(), List.of("shop-db", "shop-db2", "shop"));

        assertThat(Drafted.good().doing(foreign).rules()).containsExactly("drill/not-yours /action/containers/1",
                "drill/not-yours /action/containers/2");
    }

    @Test
    void refusesASiteThatTheTenantDoesNotHave() {
        assertThat(Drafted.good().on("elsewhere").rules()).containsExactly("instruction/site-unknown /site");
    }

    @Test
    void callsADrillHighAndInProductionCritical() {
        assertThat(Drafted.good().doing(DRILL).judged().risk()).isEqualTo(Risk.HIGH);
        assertThat(Drafted.good().doing(DRILL).in("TEST").judged().risk()).isEqualTo(Risk.HIGH);
        assertThat(Drafted.good().doing(DRILL).in("PRD").judged().risk()).isEqualTo(Risk.CRITICAL);
    }

    @Test
    void neverLowersTheRiskByTheWorkersWordButRaisesIt() {
        assertThat(Drafted.good().doing(DRILL).stating(Risk.LOW).judged().risk()).isEqualTo(Risk.HIGH);
        assertThat(Drafted.good().stating(Risk.CRITICAL).judged().risk()).isEqualTo(Risk.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deploy the new schema to production with no downtime",
            "Migrate the production database, not the staging one", "Delete the invoices of 2019, no exceptions",
            "Nothing but a purge of the archive", "De\u200bploy to prod without delay", "D\u0435ploy the shop"})
    void letsNoNegationOfSomethingElseLowerTheRisk(String deliverable) {
        assertThat(Drafted.good().saying(Point.DELIVERABLES, deliverable).judged().risk()).isNotEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export \u202Esredro", "export \u2066orders\u2069", "export\udb40\udc41", "export \ud83d",
            "export \u0007"})
    void refusesWhatShowsAnApproverAnotherText(String deliverable) {
        assertThat(Drafted.good().saying(Point.DELIVERABLES, deliverable).rules())
                .containsExactly("text/control-character /deliverables/0");
    }

    @Test
    void findsWhatIsCutIntoSeveralTexts() {
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "A list", "rm \\", "-rf /srv/data").rules())
                .containsExactly("forbidden/recursive-delete /deliverables/1");
        var key = new String[]{"-----BEGIN RSA PRIVATE " + "KEY-----", "MIIEowIBAAKCAQEA1c7+9z5Pad7OejecsQ0bu3aumzT1",
                "uyQ2OTbsmvYwgHGpLzg6EeLtE5sVwyR7oGtiXBd4PvQJ5vSv", "-----END RSA PRIVATE " + "KEY-----"};
        assertThat(Drafted.good().saying(Point.SUCCESS_CRITERIA, key).rules())
                .contains("secret/private-key /success_criteria/0");
    }

    @Test
    void readsTheRiskOfOrdinaryWorkFromWhatItWouldDo() {
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "Delete the accounts of old customers").judged().risk())
                .isEqualTo(Risk.HIGH);
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "Deploy the shop").judged().approval())
                .isEqualTo(ApprovalNeed.REQUIRED);
        assertThat(Drafted.good().saying(Point.DELIVERABLES, "A report; nothing is deleted").judged().risk())
                .isEqualTo(Risk.LOW);
    }

    @Test
    void asksAHumanWhereTheTierOrTheTenantWantsOne() {
        var tightened = with(Drafted.policy(Optional.of("one"), Optional.empty()));

        assertThat(Drafted.good().of(Drafted.tenant(Tier.ENTERPRISE)).judged().approval())
                .isEqualTo(ApprovalNeed.REQUIRED);
        assertThat(Drafted.good().of(tightened).judged().approval()).isEqualTo(ApprovalNeed.REQUIRED);
        assertThat(Drafted.good().of(Drafted.tenant(Tier.BASIC)).doing(DRILL).judged().approval())
                .isEqualTo(ApprovalNeed.REQUIRED);
    }

    private static TenantSet with(TenantSet.Policy policy) {
        return with(policy, Tier.STANDARD);
    }

    private static TenantSet with(TenantSet.Policy policy, Tier tier) {
        var plain = Drafted.tenant(tier);
        return new TenantSet(plain.tenantId(), plain.tier(), plain.status(), plain.version(), plain.workers(),
                plain.operators(), plain.chats(), plain.sites(), policy);
    }

    @Test
    void refusesWhatARuleOfTheTenantDeniesInTheTenantsWords() {
        var denied = Drafted.good().under(holds("no-export", Effect.DENY, Optional.of("Ask the data office first.")))
                .judged();

        assertThat(denied.violations())
                .containsExactly(new Violation("policy/no-export", "", "Ask the data office first."));
        assertThat(denied.policyRules()).isEmpty();
    }

    @Test
    void refusesWhatARuleCannotJudge() {
        var judged = Drafted.good().under(new Ruling.Fails("odd", "its evaluation ended with DIVIDE_BY_ZERO")).judged();

        assertThat(judged.violations()).extracting(Violation::rule).containsExactly("policy/odd-failed");
        assertThat(judged.violations().getFirst().message()).contains("DIVIDE_BY_ZERO", "An admin of the tenant");
    }

    @Test
    void asksHumansWhereARuleWantsThem() {
        var asked = Drafted.good().under(holds("eyes", Effect.REQUIRE_APPROVAL)).judged();

        assertThat(asked.violations()).isEmpty();
        assertThat(asked.risk()).isEqualTo(Risk.LOW);
        assertThat(asked.approval()).isEqualTo(ApprovalNeed.REQUIRED);
        assertThat(asked.policyRules()).containsExactly("eyes");
    }

    @Test
    void raisesTheRiskToTheHighestThatARuleNames() {
        var raised = Drafted.good().under(holds("b", Effect.RAISE_RISK_TO_CRITICAL),
                holds("a", Effect.RAISE_RISK_TO_HIGH)).judged();

        assertThat(raised.risk()).isEqualTo(Risk.CRITICAL);
        assertThat(raised.approval()).isEqualTo(ApprovalNeed.REQUIRED);
        assertThat(raised.policyRules()).containsExactly("a", "b");
    }

    @Test
    void lowersNothingByARule() {
        var critical = Drafted.good().doing(DRILL).in("PRD").under(holds("a", Effect.RAISE_RISK_TO_HIGH)).judged();

        assertThat(critical.risk()).isEqualTo(Risk.CRITICAL);
    }

    private static Ruling holds(String rule, Effect effect) {
        return holds(rule, effect, Optional.empty());
    }

    private static Ruling holds(String rule, Effect effect, Optional<String> message) {
        return new Ruling.Holds(rule, effect, message);
    }
}
