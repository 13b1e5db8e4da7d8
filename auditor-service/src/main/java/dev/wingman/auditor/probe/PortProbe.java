package dev.wingman.auditor.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Open;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Whether a listed port takes a TCP connection. Silence is no answer: UNVERIFIABLE, not closed.
@ApplicationScoped
class PortProbe implements Probe<Predicate.Port> {

    private final Duration patience;

    PortProbe(AuditorSettings settings) {
        this.patience = settings.networkAtMost();
    }

    @Override
    public Class<Predicate.Port> type() {
        return Predicate.Port.class;
    }

    @Override
    public String name() {
        return "port";
    }

    @Override
    public Observation look(Predicate.Port port, Site site) {
        if (!Hosts.listed(site, port.host(), port.port())) {
            return new Unseen(Hosts.NOT_LISTED);
        }
        return switch (Hosts.call(port.host(), port.port(), patience)) {
            case Hosts.Refused(var seen) -> seen;
            case Hosts.Connected(var socket) -> open(socket);
        };
    }

    private static Observation open(Socket socket) {
        try (socket) {
            return new Open();
        } catch (IOException e) {
            return new Unseen("the connection broke");
        }
    }
}
