package dev.wingman.gatekeeper.domain.risk;

/// What a word does to the risk of a sentence: the lists of `hazards.tsv`.
enum Sense {

    LOSES(0), LOSES_WHOLE(1), CHANGES(2), TOUCHES(3), EDITING(4), PARTS(5), UNUSED(6), HOLDS(7),
    DENIES(8), RULES_OUT(9), TURNS(10), TURNS_AWAY(11), TAKES_BACK(12), BE(13), ORDERS(14), WIDGETS(15),
    BEHIND(16), JOINS(17), THE(18), TELLS(19), URGES(20),
    KEEPS(21), ANSWERS(22), ROOT(23), SUPPOSES(24);

    private final long bit;

    /// @param place of its bit
    Sense(int place) {
        bit = 1L << place;
    }

    long bit() {
        return bit;
    }

    boolean isIn(long senses) {
        return (senses & bit) != 0;
    }
}
