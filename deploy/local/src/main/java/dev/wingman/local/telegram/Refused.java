package dev.wingman.local.telegram;

/// An answer that is not ok, with Telegram's own words.
final class Refused extends RuntimeException {

    private final int status;

    Refused(int status, String description) {
        super(description);
        this.status = status;
    }

    int status() {
        return status;
    }
}
