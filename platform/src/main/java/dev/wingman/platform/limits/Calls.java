package dev.wingman.platform.limits;

/// What is counted apart: a flood of the one kind leaves the other its rate.
public enum Calls {

    /// Submissions and dry runs.
    INSTRUCTIONS("instructions"),

    /// What workers say they did.
    CLAIMS("claims"),

    /// Changes of registry entries, each of which may compile rules.
    REGISTRY("registry");

    private final String title;

    Calls(String title) {
        this.title = title;
    }

    /// Stands in the names of the buckets.
    String title() {
        return title;
    }
}
