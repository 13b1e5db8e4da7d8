package dev.wingman.contracts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What once stood on a topic can be read for ever. A golden file is added (`-Dwingman.regenerate=true`), never edited.
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    record Golden(Map<String, String> headers, JsonNode value) {}

    static Stream<Envelope<Event>> samples() {
        return Samples.all();
    }

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsWrittenAsItsGoldenFileHasIt(Envelope<Event> sample) throws IOException {
        var record = Codec.encode(sample);
        var file = FOLDER.resolve(record.headers().get("ce_type") + ".v1.json");
        if (Boolean.getBoolean("wingman.regenerate") && Files.notExists(file)) {
            Files.writeString(file, Json.tolerant().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Golden(record.headers(), Json.tolerant().readTree(record.value()))) + "\n");
        }

        var golden = read(file);

        assertThat(new TreeMap<>(golden.headers())).isEqualTo(record.headers());
        assertThat(Json.tolerant().readTree(record.value())).isEqualTo(golden.value());
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasEverWrittenIsStillRead(Path file) throws IOException {
        var golden = read(file);
        var type = EventType.named(header(golden, "ce_type")).orElseThrow();
        var record = new WireRecord(type.topic().topicName(), header(golden, "ce_tenantid"), golden.headers(),
                Json.bytes(golden.value()));

        var decoded = Codec.decode(record);

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Known.class,
                known -> assertThat(Codec.encode(known.envelope()).headers()).isEqualTo(record.headers()));
    }

    @Test
    void everyTypeHasAGoldenFile() throws IOException {
        assertThat(files().stream().map(file -> file.getFileName().toString().replaceFirst("\\.v1.*", "")))
                .containsAll(EventType.all().stream().map(EventType::name).toList());
    }

    private static String header(Golden golden, String name) {
        return requireNonNull(golden.headers().get(name));
    }

    private static Golden read(Path file) throws IOException {
        return Json.tolerant().readValue(file.toFile(), new TypeReference<>() {
        });
    }
}
