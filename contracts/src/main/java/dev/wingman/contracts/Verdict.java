package dev.wingman.contracts;

/// What reality says of a claim. In doubt UNVERIFIABLE, never TRUE.
public enum Verdict {
    TRUE, FALSE, UNVERIFIABLE
}
