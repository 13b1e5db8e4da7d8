package dev.wingman.local;

/// Something that the person at the keyboard can mend: its message is one line that says what is wrong and what to do.
public final class LocalFault extends RuntimeException {

    public LocalFault(String message) {
        super(message);
    }

    public LocalFault(String message, Throwable cause) {
        super(message, cause);
    }
}
