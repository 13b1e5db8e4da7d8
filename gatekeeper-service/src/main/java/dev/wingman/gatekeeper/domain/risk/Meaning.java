package dev.wingman.gatekeeper.domain.risk;

/// What a word means for the risk, as bits: nearly all words mean nothing.
///
/// @param senses those of [Sense]
/// @param roles what it may be in an upheaval
record Meaning(long senses, long roles) {

    static final Meaning NONE = new Meaning(0, 0);

    Meaning and(Meaning other) {
        return new Meaning(senses | other.senses, roles | other.roles);
    }

    boolean isNone() {
        return senses == 0 && roles == 0;
    }
}
