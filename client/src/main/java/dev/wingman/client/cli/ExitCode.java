package dev.wingman.client.cli;

import dev.wingman.client.Refusal;

/// What a script learns without reading a word.
enum ExitCode {
    YES(0),
    NO(1),
    USAGE(2),
    NOT_ALLOWED(3),
    UNAVAILABLE(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Rejected _ -> NO;
            case Refusal.Missing _ -> NO;
            case Refusal.NotAllowed _ -> NOT_ALLOWED;
            case Refusal.Locked _ -> NOT_ALLOWED;
            case Refusal.Unavailable _ -> UNAVAILABLE;
        };
    }
}
