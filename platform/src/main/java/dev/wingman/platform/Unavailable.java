package dev.wingman.platform;

/// Broker or database do not answer: ask again with back-off and take no new work. Over HTTP a 503.
public final class Unavailable extends RuntimeException {

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }
}
