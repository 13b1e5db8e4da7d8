package dev.wingman.screening.boundaries.forms;

/// How much a form says.
public enum Kind {
    /// It rules the command out: only what points back at it by a verb of doing takes that back.
    BAN(1),
    /// It names the command and asks for nothing: nor may anything behind it.
    MENTION(2),
    /// It asks for the command, whatever another form says: "refuses whatever comes without it".
    DEMAND(4);

    private final int bit;

    Kind(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
