package dev.wingman.watcher.http;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestHeader;

import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.watcher.LiveView;
import dev.wingman.watcher.Records;

/// The tenant's verdicts, alerts and lockdowns as they come, as Server-Sent Events: `id` is the tenant's own counter, `event` the type, `data` the event's JSON.
/// With `Last-Event-ID` it goes on after that one, without it with what comes from now on.
@Path("/v1/stream")
@RolesAllowed({Role.SRE, Role.OPERATOR})
public class StreamResource {

    private final Caller caller;
    private final LiveView liveView;
    private final Records records;
    private final Sse sse;

    StreamResource(Caller caller, LiveView liveView, Records records, Sse sse) {
        this.caller = caller;
        this.liveView = liveView;
        this.records = records;
        this.sse = sse;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@RestHeader("Last-Event-ID") Optional<String> lastEventId) {
        var tenant = caller.tenant();
        return lastEventId.filter(id -> id.matches("\\d{1,18}")).map(id -> Uni.createFrom().item(Long.parseLong(id)))
                .orElseGet(() -> records.newest(tenant)).onItem()
                .transformToMulti(number -> liveView.after(tenant, number)).map(this::event);
    }

    private OutboundSseEvent event(Records.Shown shown) {
        return sse.newEventBuilder().id(Long.toString(shown.number())).name(shown.type()).data(shown.json()).build();
    }
}
