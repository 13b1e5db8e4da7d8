package dev.wingman.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.contracts.Service;
import dev.wingman.local.LocalFault;

/// `local.json`: how clients find a stack. It holds no secret; it says where the issuer's key is, which only its owner
/// can read. `roots` are the folders that the site's auditor may look into, `engine` tells who holds the Docker socket, and
/// `holdsEngine` whether anybody does.
public record LocalState(int portBase, Map<String, String> services, String environment, String site, String issuerKey,
        List<String> roots, String engine, boolean holdsEngine) {

    public LocalState {
        engine = engine == null ? "" : engine;
    }

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE);

    static LocalState of(PortPlan ports, Path issuerKey, List<String> roots, Holding holding) {
        var services = new LinkedHashMap<String, String>();
        for (var service : Service.values()) {
            ports.api(service).ifPresent(port -> services.put(service.folder(), "http://127.0.0.1:" + port));
        }
        return new LocalState(ports.base(), services, "DEV", "local", issuerKey.toString(), roots, holding.spoken(),
                holding.engine().isPresent());
    }

    /// What the last `up` wrote.
    public static LocalState read(Path file) {
        if (!Files.exists(file)) {
            throw new LocalFault("no stack was started here: run `wingman up`");
        }
        try {
            return JSON.readValue(file.toFile(), LocalState.class);
        } catch (IOException e) {
            throw new LocalFault(file + " cannot be read: " + e.getMessage() + "; run `wingman up` again", e);
        }
    }

    void write(Path file) {
        try {
            var fresh = Files.writeString(file.resolveSibling(".local.json.new"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFault("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
