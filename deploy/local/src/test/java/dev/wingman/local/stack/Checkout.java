package dev.wingman.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import dev.wingman.contracts.Service;

/// A checkout in which every service is built, as a [StandIn].
record Checkout(Path folder) {

    static Checkout in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var service : Service.values()) {
            var application = folder.resolve(service.folder()).resolve("target").resolve("quarkus-app");
            Files.createDirectories(application);
            jar(application.resolve("quarkus-run.jar"));
        }
        return new Checkout(folder);
    }

    private static void jar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            var entry = StandIn.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (var bytes = StandIn.class.getResourceAsStream("/" + entry)) {
                if (bytes != null) {
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
