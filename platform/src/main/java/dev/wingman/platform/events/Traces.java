package dev.wingman.platform.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;

/// W3C trace context along the events: each event is a span under the call or the event that caused it.
@ApplicationScoped
public class Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    Optional<String> ofCall(String name) {
        return emitted(Context.current(), name);
    }

    Optional<String> ofEvent(Envelope<? extends Event> cause, String name) {
        return emitted(contextOf(cause), name);
    }

    /// A span for an effect outside, such as a call to Telegram, under the event that caused it. The caller ends it.
    public Span effect(Envelope<? extends Event> cause, String name) {
        return tracer.spanBuilder(name).setParent(contextOf(cause)).setSpanKind(SpanKind.CLIENT).startSpan();
    }

    /// The same, where of the event only its trace was kept.
    public Span effect(Optional<String> traceparent, String name) {
        return tracer.spanBuilder(name).setParent(contextOf(traceparent)).setSpanKind(SpanKind.CLIENT).startSpan();
    }

    private Optional<String> emitted(Context parent, String name) {
        var span = tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.PRODUCER).startSpan();
        var headers = new HashMap<String, String>();
        W3C.inject(parent.with(span), headers, (carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        });
        span.end();
        return Optional.ofNullable(headers.get(TRACEPARENT));
    }

    private static Context contextOf(Envelope<? extends Event> cause) {
        return contextOf(cause.traceparent());
    }

    private static Context contextOf(Optional<String> traceparent) {
        return traceparent.map(trace -> W3C.extract(Context.root(), Map.of(TRACEPARENT, trace), new Headers()))
                .orElse(Context.root());
    }

    private static final class Headers implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
