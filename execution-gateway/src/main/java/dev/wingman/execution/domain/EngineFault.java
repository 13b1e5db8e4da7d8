package dev.wingman.execution.domain;

/// The engine did not do what was asked. Its message is ours; the engine's raw answer is never passed on.
public final class EngineFault extends RuntimeException {

    /// What kind of no it is.
    public enum Kind {
        /// It does not answer: whether the call took effect cannot be told.
        AWAY,
        /// It answered, and said no.
        REFUSED,
        /// What the call was about is not there.
        GONE
    }

    private final Kind kind;

    public EngineFault(Kind kind, String what, Throwable cause) {
        super(what, cause);
        this.kind = kind;
    }

    public EngineFault(Kind kind, String what) {
        super(what);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
