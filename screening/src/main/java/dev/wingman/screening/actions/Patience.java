package dev.wingman.screening.actions;

/// How many looks at words one text is worth. An ordinary text needs a few a word; one made to need more is refused, not looked at longer.
public final class Patience {
    private long looks;

    public Patience(int characters) {
        looks = 2L * characters + 16_384;
    }

    boolean allowsAnother() {
        return --looks > 0;
    }

    /// Whether a text was not looked at to its end.
    public boolean isOver() {
        return looks <= 0;
    }
}
