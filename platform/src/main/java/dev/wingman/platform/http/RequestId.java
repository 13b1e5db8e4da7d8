package dev.wingman.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import io.opentelemetry.api.trace.Span;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// `X-Request-Id` is the trace's id, which also stands in the headers of every event that the call causes.
class RequestId {

    @ServerResponseFilter
    void stamp(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Request-Id", Span.current().getSpanContext().getTraceId());
        response.getHeaders().putSingle("Cache-Control", "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
