package dev.wingman.contracts;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A name of a tenant, a worker, a human, or a site: `[a-z0-9][a-z0-9._-]{0,62}`. One spelling for one thing: no case, no spaces, so that
/// nobody escapes a lock by writing himself differently.
public record Identifier(@JsonValue String value) implements Comparable<Identifier> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Identifier {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "an id is 1 to 63 of a-z 0-9 . _ - and starts with a letter or a digit");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(Identifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
