package dev.wingman.client.cli;

/// Tokens of the local stack, found by `java.util.ServiceLoader`: so the everyday calls need no copied token on one machine.
public interface LocalTokens {
    /// A JWT, or nobody.
    sealed interface Answer {
        record Token(String jwt) implements Answer {}

        /// The stack knows no such tenant, or nobody of that name in that role.
        ///
        /// @param advice one line: who is unknown, and which command registers him
        record Unknown(String advice) implements Answer {}
    }

    /// A JWT for that subject in that role. Nobody is registered by it: a mistyped name must not become somebody who may
    /// decide. A stack that does not run is a [RuntimeException] whose message is one line for the user.
    Answer token(String tenant, String subject, String role);
}
