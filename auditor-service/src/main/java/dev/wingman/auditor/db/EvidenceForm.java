package dev.wingman.auditor.db;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.auditor.domain.Evidence;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.contracts.Json;

/// Evidence as bytes and back. Names are written here once and never change, since digests stand on them.
final class EvidenceForm {

    private static final ObjectMapper FORM = Json.tolerant().copy().addMixIn(Observation.class, Named.class);

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "saw")
    @JsonSubTypes({@JsonSubTypes.Type(value = Observation.Absent.class, name = "absent"),
            @JsonSubTypes.Type(value = Observation.FileSeen.class, name = "file"),
            @JsonSubTypes.Type(value = Observation.FolderSeen.class, name = "folder"),
            @JsonSubTypes.Type(value = Observation.Running.class, name = "running"),
            @JsonSubTypes.Type(value = Observation.Open.class, name = "open"),
            @JsonSubTypes.Type(value = Observation.Closed.class, name = "closed"),
            @JsonSubTypes.Type(value = Observation.Answered.class, name = "answered"),
            @JsonSubTypes.Type(value = Observation.ReportSeen.class, name = "report"),
            @JsonSubTypes.Type(value = Observation.RepositorySeen.class, name = "repository"),
            @JsonSubTypes.Type(value = Observation.ContainerSeen.class, name = "container"),
            @JsonSubTypes.Type(value = Observation.NotYet.class, name = "awaited"),
            @JsonSubTypes.Type(value = Observation.Unseen.class, name = "unseen")})
    private interface Named {}

    private EvidenceForm() {}

    static byte[] bytes(Evidence evidence) {
        return write(evidence);
    }

    static Evidence evidence(byte[] bytes) {
        return read(bytes, Evidence.class);
    }

    static byte[] bytes(Observation seen) {
        return write(seen);
    }

    static Observation observation(byte[] bytes) {
        return read(bytes, Observation.class);
    }

    private static byte[] write(Object value) {
        try {
            return FORM.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("evidence has no JSON form", e);
        }
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return FORM.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("kept evidence cannot be read", e);
        }
    }
}
