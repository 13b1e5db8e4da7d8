package dev.wingman.gatekeeper;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.wingman.gatekeeper.domain.Criteria;

/// What an answer says of the success criteria: how many a probe can check, where the others stand, and how to mend those.
///
/// @param unverifiable JSON pointers or, in text, `line:column`: never what stands there
public record Verifiability(int total, int verifiable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unverifiable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String advice) {

    /// No accepted instruction has more criteria.
    private static final int MOST = 100;
    private static final String ADVICE = "A probe can check the sentences under \"Success criteria that can be checked\" in"
            + " docs/instructions.md, such as \"The file /srv/out.csv exists\"; in JSON a criterion may have a predicate.";

    public static Verifiability of(Criteria criteria) {
        var places = criteria.unverifiable().stream().limit(MOST).toList();
        return new Verifiability(criteria.total(), criteria.verifiable(), places, places.isEmpty() ? "" : ADVICE);
    }
}
