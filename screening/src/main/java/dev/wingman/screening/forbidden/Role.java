package dev.wingman.screening.forbidden;

/// The rules that a word may be of interest to, by the words that they name.
enum Role {

    COMMAND(0), STATEMENT(1), RIGHT(2), REMOVER(3), CODE(4), CLIENT(5), ADDRESS(6), ORDER(7), LOSS(8), SETTING(9),
    WRAPPER(10), RUNNER(11), DOWNLOAD(12), JOINED(13), SENDER(14);

    private final int bit;

    /// @param place of its bit
    Role(int place) {
        bit = 1 << place;
    }

    int bit() {
        return bit;
    }

    /// Whether it is one of the roles that a word has.
    boolean isIn(int roles) {
        return (roles & bit) != 0;
    }
}
