package dev.wingman.auditor.probe;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.FileSeen;
import dev.wingman.auditor.domain.Observation.FolderSeen;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Files and folders under the tenant's roots. Content is read only where it is asked for; pipes, sockets and devices are never opened.
@ApplicationScoped
class FileProbe implements Probe<Predicate.File> {

    private static final int TRIES = 3;

    private final long readAtMost;

    FileProbe(AuditorSettings settings) {
        this.readAtMost = settings.readAtMost();
    }

    @Override
    public Class<Predicate.File> type() {
        return Predicate.File.class;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Observation look(Predicate.File file, Site site) throws InterruptedException {
        try {
            return switch (Beneath.find(site.roots(), file.path())) {
                case Beneath.Barred(var why) -> new Unseen(why);
                case Beneath.Nothing _ -> new Absent();
                case Beneath.Found found -> observe(found, file);
            };
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            return new Unseen("it cannot be read");
        }
    }

    private Observation observe(Beneath.Found found, Predicate.File file) throws IOException {
        try (found) {
            var attributes = found.attributes();
            if (attributes.isDirectory()) {
                return new FolderSeen(attributes.lastModifiedTime().toInstant());
            }
            if (attributes.isOther()) {
                return new Unseen("it is neither file nor folder, but a pipe, a socket or a device");
            }
            return file.sha256().isEmpty() && file.contains().isEmpty()
                    ? seen(attributes, Optional.empty(), file)
                    : content(found, file);
        }
    }

    /// What was read must be one state of the file, not half of each of two.
    private Observation content(Beneath.Found found, Predicate.File file) throws IOException {
        var before = found.attributes();
        for (var tries = 0; tries < TRIES; tries++) {
            if (!before.isRegularFile()) {
                return new Unseen("it changed while it was read");
            }
            if (before.size() > readAtMost) {
                return new Unseen("it is larger than what is read");
            }
            try (var channel = found.open()) {
                var content = Content.of(channel, file.contains(), readAtMost);
                var after = found.again();
                if (content.complete() && same(before, after)) {
                    return seen(after, Optional.of(content), file);
                }
                before = after;
            }
        }
        return new Unseen("it changed while it was read");
    }

    private static boolean same(BasicFileAttributes one, BasicFileAttributes other) {
        return Objects.equals(one.fileKey(), other.fileKey()) && one.size() == other.size()
                && one.lastModifiedTime().equals(other.lastModifiedTime());
    }

    private static FileSeen seen(BasicFileAttributes attributes, Optional<Content> content, Predicate.File asked) {
        return new FileSeen(attributes.size(), attributes.lastModifiedTime().toInstant(),
                content.filter(_ -> asked.sha256().isPresent()).map(Content::sha256),
                content.filter(_ -> asked.contains().isPresent()).map(Content::holdsText));
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        var translated = new InterruptedException("the time is over");
        translated.initCause(cause);
        return translated;
    }
}
