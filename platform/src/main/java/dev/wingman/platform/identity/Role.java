package dev.wingman.platform.identity;

/// The names of the roles, as they stand in a token's `groups`.
public final class Role {

    public static final String WORKER = "worker";
    public static final String OPERATOR = "operator";
    public static final String SRE = "sre";
    public static final String ADMIN = "admin";

    private Role() {}
}
