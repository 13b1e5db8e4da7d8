package dev.wingman.gatekeeper.domain.risk;

import dev.wingman.contracts.Risk;

/// What a text says that makes it risky, the least first. Its sentence repeats nothing of the text, which may be a secret.
public enum Peril {

    NONE(Risk.LOW, ""),
    UNREAD(Risk.MEDIUM, "it is written in letters that no list of words reads"),
    TOUCHES(Risk.MEDIUM, "it names what is touched"),
    ROOT(Risk.MEDIUM, "it is done as root"),
    CHANGES(Risk.MEDIUM, "it names a change where others are"),
    UPSETS(Risk.HIGH, "it names a change where others are"),
    LOSES(Risk.HIGH, "it names a loss");

    private final Risk risk;
    private final String sentence;

    Peril(Risk risk, String sentence) {
        this.risk = risk;
        this.sentence = sentence;
    }

    public Risk risk() {
        return risk;
    }

    public String sentence() {
        return sentence;
    }

    Peril or(Peril other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
