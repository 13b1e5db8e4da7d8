package dev.wingman.platform.identity;

import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Has each token's signature checked once a minute, and not at each call.
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class RememberingParser implements JWTParser {

    private final JWTParser parser;
    private final VerifiedTokens verified = new VerifiedTokens(Clock.systemUTC());

    @Inject
    RememberingParser(@Delegate @Any JWTParser parser) {
        this.parser = parser;
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        return verified.of(token, parser::parse);
    }
}
