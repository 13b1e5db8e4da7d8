package dev.wingman.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;

/// Where the services are: behind one edge, or each at its own address.
public sealed interface Addresses {
    /// The base address of a service.
    URI of(Service service);

    /// In words, for messages.
    String describe();

    /// One edge serves the paths of all services.
    record Edge(URI base) implements Addresses {
        @Override
        public URI of(Service service) {
            return base;
        }

        @Override
        public String describe() {
            return base.toString();
        }
    }

    /// Each service by itself.
    record Each(Map<Service, URI> addresses) implements Addresses {
        public Each {
            addresses = Map.copyOf(addresses);
        }

        @Override
        public URI of(Service service) {
            var address = addresses.get(service);
            if (address == null) {
                throw new IllegalArgumentException("the state file names no " + service.folder());
            }
            return address;
        }

        @Override
        public String describe() {
            return addresses.values().stream().sorted().findFirst().map(URI::toString).orElse("no address");
        }
    }

    /// The addresses that a local stack wrote when it came up; empty when none did, or when the file is only half there.
    static Optional<Addresses> local(Path stateFile) {
        try {
            if (!Files.isReadable(stateFile)) {
                return Optional.empty();
            }
            var services = Json.tolerant().readTree(stateFile.toFile()).path("services");
            var addresses = Json.tolerant().convertValue(services, new TypeReference<Map<String, String>>() {
            });
            return Optional.of(new Each(addresses.entrySet().stream()
                    .filter(entry -> Service.inFolder(entry.getKey()).isPresent())
                    .collect(Collectors.toMap(entry -> Service.inFolder(entry.getKey()).orElseThrow(),
                            entry -> URI.create(entry.getValue())))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
