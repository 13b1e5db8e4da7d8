package dev.wingman.client.cli;

/// Tokens of the local stack, found by `java.util.ServiceLoader`: so the everyday calls need no copied token on one machine.
public interface LocalTokens {
    /// A JWT for that subject in that role; whatever must be registered for it is registered when this returns. A stack that does not
    /// run is a [RuntimeException] whose message is one line for the user.
    String token(String tenant, String subject, String role);
}
