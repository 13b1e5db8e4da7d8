package dev.wingman.gatekeeper.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.gatekeeper.domain.policy.Ruling;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// A good draft, to be spoilt by a test one step at a time, and the tenant that it is judged for.
record Drafted(Map<Point, List<Passage>> points, Action action, Optional<String> site, Optional<Risk> stated,
        TenantSet tenant, String environment, Rules policy, List<Stray> strays) {

    static final Identifier WORKER = new Identifier("coder-1");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static Drafted good() {
        var points = new EnumMap<Point, List<Passage>>(Point.class);
        put(points, Point.DELIVERABLES, "A CSV export of the orders of October");
        put(points, Point.SUCCESS_CRITERIA, "The file /srv/out.csv exists");
        put(points, Point.BOUNDARIES, "Only files below /srv; never run `docker system prune`");
        put(points, Point.DEPENDENCIES, "The nightly copy of the orders");
        put(points, Point.MITIGATION, "The export is written beside the old one and can be dismissed");
        put(points, Point.TEST_PROCESS, "Count the lines and compare with the copy");
        put(points, Point.TEST_RESULTS_FORMAT, "One line with both counts");
        put(points, Point.RESOURCE_REQUIREMENTS, "One core, 200 MB");
        put(points, Point.RISK_ASSESSMENT, "Low: reading alone");
        put(points, Point.QUALITY_METRICS, "Both counts are equal");
        return new Drafted(points, new Action.None(), Optional.empty(), Optional.empty(), tenant(Tier.STANDARD),
                "DEV", Rules.NONE, List.of());
    }

    static TenantSet tenant(Tier tier) {
        var site = new TenantSet.Site(new Identifier("local"), List.of("/srv"), List.of(), List.of("shop"),
                List.of("shop-db"), true);
        return new TenantSet(new Identifier("acme"), tier, TenantSet.Status.ACTIVE, 1, List.of(), List.of(), List.of(),
                List.of(site), policy(Optional.empty(), Optional.empty()));
    }

    static TenantSet.Policy policy(Optional<String> low, Optional<Integer> minVerifiable) {
        return new TenantSet.Policy(
                new TenantSet.Approvals(low, Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty(),
                minVerifiable, List.of());
    }

    Drafted saying(Point point, String... texts) {
        var changed = new EnumMap<>(points);
        put(changed, point, texts);
        return new Drafted(changed, action, site, stated, tenant, environment, policy, strays);
    }

    Drafted bound(Passage criterion) {
        var changed = new EnumMap<>(points);
        changed.put(Point.SUCCESS_CRITERIA, List.of(criterion));
        return new Drafted(changed, action, site, stated, tenant, environment, policy, strays);
    }

    Drafted without(Point point) {
        var changed = new EnumMap<>(points);
        changed.remove(point);
        return new Drafted(changed, action, site, stated, tenant, environment, policy, strays);
    }

    Drafted doing(Action what) {
        return new Drafted(points, what, site, stated, tenant, environment, policy, strays);
    }

    Drafted on(String where) {
        return new Drafted(points, action, Optional.of(where), stated, tenant, environment, policy, strays);
    }

    Drafted stating(Risk risk) {
        return new Drafted(points, action, site, Optional.of(risk), tenant, environment, policy, strays);
    }

    Drafted of(TenantSet whose) {
        return new Drafted(points, action, site, stated, whose, environment, policy, strays);
    }

    Drafted in(String where) {
        return new Drafted(points, action, site, stated, tenant, where, policy, strays);
    }

    Drafted under(Ruling... rulings) {
        return new Drafted(points, action, site, stated, tenant, environment, _ -> List.of(rulings), strays);
    }

    Drafted under(Stray... headings) {
        return new Drafted(points, action, site, stated, tenant, environment, policy, List.of(headings));
    }

    Judgement judged() {
        var draft = new Draft(Optional.empty(), Optional.of(new Passage("Export the orders", "/title")), points,
                action, "/action", site.map(name -> new Passage(name, "/site")), List.of(), stated, strays);
        return new Judge(Screening.standard(), environment, tenant, new FingerprintKey(new byte[32]), policy).judge(
                draft,
                WORKER, NOON);
    }

    List<String> rules() {
        return judged().violations().stream().map(violation -> violation.rule() + " " + violation.pointer()).toList();
    }

    private static void put(Map<Point, List<Passage>> points, Point point, String... texts) {
        var passages = new java.util.ArrayList<Passage>();
        for (var index = 0; index < texts.length; index++) {
            passages.add(new Passage(texts[index], "/" + point.key() + "/" + index));
        }
        points.put(point, passages);
    }
}
