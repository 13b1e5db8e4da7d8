package dev.wingman.auditor.domain;

import dev.wingman.contracts.Verdict;

/// What one observation says of one predicate, and why.
record Ruling(Verdict verdict, String cause) {

    static Ruling upheld(String cause) {
        return new Ruling(Verdict.TRUE, cause);
    }

    static Ruling refuted(String cause) {
        return new Ruling(Verdict.FALSE, cause);
    }

    static Ruling open(String cause) {
        return new Ruling(Verdict.UNVERIFIABLE, cause);
    }

    static Ruling when(boolean holds, String upheld, String refuted) {
        return holds ? upheld(upheld) : refuted(refuted);
    }
}
