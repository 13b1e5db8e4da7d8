package dev.wingman.auditor.domain;

/// How a predicate is meant.
public enum Sense {
    /// It is so.
    STATE,
    /// The worker made it so by deleting: absence alone does not show that.
    DELETION,
    /// The worker says that he did nothing: presence alone does not contradict that, since others act too.
    DENIAL
}
