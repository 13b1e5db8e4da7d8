package dev.wingman.platform.http;

import java.time.Duration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.wingman.platform.Origin;
import dev.wingman.platform.Unavailable;

/// Every failure that leaves a service over HTTP is a problem.
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure) {
        return Problem.unauthenticated().response();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return Problem.forbidden("Your token lacks the role that this call needs.").response();
    }

    @ServerExceptionMapper
    Response unavailable(Unavailable failure) {
        LOG.warnf("event=unavailable reason=\"%s\"", failure.getMessage());
        return Problem.unavailable(
                failure.getMessage()
                        + "; nothing is lost that was acknowledged. Send it again later, with the same Idempotency-Key.",
                Duration.ofSeconds(1)).response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure) {
        var status = failure.getResponse().getStatus();
        var problem = switch (status) {
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "No such method here",
                    "See the API for the methods of this path.");
            case 406 -> Problem.of(406, "not-acceptable", "Nothing of that kind here", "Accept application/json.");
            case 413 -> Problem.of(413, "too-large", "Too large", "Send less.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Another media type, please",
                    "See the API for the media types of this path.");
            case 500 -> internal(failure);
            default -> Problem.of(status, "http-" + status, failure.getResponse().getStatusInfo().getReasonPhrase(),
                    "The request cannot be served as it is.");
        };
        return problem.response();
    }

    /// What passes by itself is told as such, whichever library failed.
    @ServerExceptionMapper
    Response anything(Throwable failure) {
        return Unavailable.passes(failure)
                ? unavailable(new Unavailable("a part behind this service does not answer", failure))
                : internal(failure).response();
    }

    private static Problem internal(Throwable failure) {
        LOG.errorf("event=internal-failure origin=\"%s\"", Origin.of(failure));
        return Problem.of(500, "internal", "Our fault", "It is in the log under this answer's X-Request-Id.");
    }
}
