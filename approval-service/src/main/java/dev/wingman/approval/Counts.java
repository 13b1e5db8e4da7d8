package dev.wingman.approval;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.VoteRecorded;

/// How much is asked, decided, refused and used. No tenant stands in a label.
@ApplicationScoped
public class Counts {

    private final MeterRegistry meters;

    Counts(MeterRegistry meters) {
        this.meters = meters;
    }

    void opened(Asked asked) {
        count("wingman.approvals.opened", "asked", asked.name());
    }

    void voted(VoteRecorded.Choice choice) {
        count("wingman.approvals.votes", "choice", choice.name());
    }

    void decided(ApprovalDecided.Decision decision) {
        count("wingman.approvals.decided", "decision", decision.name());
    }

    void used(Asked asked) {
        count("wingman.approvals.used", "asked", asked.name());
    }

    /// A vote, a link, a release or a grant that was refused, by its rule.
    void refused(String rule) {
        count("wingman.approvals.refused", "rule", rule);
    }

    private void count(String name, String label, String value) {
        meters.counter(name, label, value.toLowerCase(Locale.ROOT)).increment();
    }
}
