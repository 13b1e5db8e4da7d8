package dev.wingman.auditor.probe;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds a path under the roots of a site without ever leaving them. Each step is taken relative to the open folder before it and follows no link;
/// links are resolved here, step by step, and one that leads out ends the walk whether or not anything lies behind it. So nothing can be
/// swapped between the check and the look, and nobody learns what exists outside.
final class Beneath implements AutoCloseable {

    static final String OUTSIDE = "outside the roots of this site";
    private static final int LINKS = 40;

    /// What stands at the path.
    sealed interface Place {}

    /// A way to it; the caller closes it.
    record Found(Beneath way, Path name, BasicFileAttributes attributes) implements Place, AutoCloseable {

        SeekableByteChannel open() throws IOException {
            return way.top().newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }

        /// Attributes of what stands there now.
        BasicFileAttributes again() throws IOException {
            return stat(way.top(), name);
        }

        /// Where it really is, free of links as far as the walk went.
        Path real() {
            return way.here().resolve(name).normalize();
        }

        @Override
        public void close() throws IOException {
            way.close();
        }
    }

    /// Nothing there, inside the roots.
    record Nothing() implements Place {}

    /// It cannot be looked at.
    record Barred(String why) implements Place {}

    private final Path root;
    private final Deque<SecureDirectoryStream<Path>> folders = new ArrayDeque<>();
    private final Deque<Path> names = new ArrayDeque<>();

    /// The folders stay open until [#close].
    @SuppressWarnings("StreamResourceLeak")
    private Beneath(Path root) throws IOException {
        this.root = root;
        var folder = Files.newDirectoryStream(root);
        if (folder instanceof SecureDirectoryStream<Path> secure) {
            folders.push(secure);
        } else {
            folder.close();
            throw new FileSystemException(root.toString(), null, "no secure way to look here");
        }
    }

    static Place find(List<String> roots, String path) throws IOException {
        try {
            var wanted = Path.of(path);
            for (var root : roots.stream().map(Path::of).sorted(Comparator.comparing(Path::getNameCount).reversed())
                    .toList()) {
                var place = under(root, wanted);
                if (place.isPresent()) {
                    return place.get();
                }
            }
            return new Barred(OUTSIDE);
        } catch (InvalidPathException e) {
            return new Barred("this host cannot have such a path");
        }
    }

    private static Optional<Place> under(Path root, Path wanted) throws IOException {
        try {
            var real = root.toRealPath();
            var base = wanted.startsWith(root) ? root : real;
            return wanted.startsWith(base)
                    ? Optional.of(new Beneath(real).walk(base.relativize(wanted)))
                    : Optional.empty();
        } catch (FileSystemException e) {
            return wanted.startsWith(root)
                    ? Optional.of(new Barred("the auditor cannot look into this root"))
                    : Optional.empty();
        }
    }

    private Place walk(Path relative) throws IOException {
        var keep = false;
        try {
            var place = steps(relative);
            keep = place instanceof Found;
            return place;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new Nothing();
        } catch (AccessDeniedException e) {
            return new Barred("the auditor may not look there");
        } catch (FileSystemLoopException e) {
            return new Barred("its links go in a circle");
        } catch (FileSystemException e) {
            return new Barred("it cannot be looked at, or it changed while looking");
        } finally {
            if (!keep) {
                close();
            }
        }
    }

    private Place steps(Path relative) throws IOException {
        var ahead = new ArrayDeque<Path>();
        relative.forEach(ahead::add);
        var links = 0;
        while (!ahead.isEmpty()) {
            var name = ahead.poll();
            if (name.toString().isEmpty() || name.toString().equals(".")) {
                continue;
            }
            if (name.toString().equals("..")) {
                if (!up()) {
                    return new Barred(OUTSIDE);
                }
                continue;
            }
            var found = stat(top(), name);
            if (found.isSymbolicLink()) {
                if (++links > LINKS) {
                    throw new FileSystemLoopException(name.toString());
                }
                if (!follow(Files.readSymbolicLink(here().resolve(name)), ahead)) {
                    return new Barred(OUTSIDE);
                }
            } else if (ahead.isEmpty()) {
                return new Found(this, name, found);
            } else if (found.isDirectory()) {
                folders.push(top().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
                names.push(name);
            } else {
                return new Nothing();
            }
        }
        return new Found(this, Path.of("."), stat(top(), Path.of(".")));
    }

    /// The link's steps come first; an absolute one starts at the root again, if it leads under it.
    private boolean follow(Path target, Deque<Path> ahead) throws IOException {
        var steps = target;
        if (target.isAbsolute()) {
            if (!target.startsWith(root)) {
                return false;
            }
            toRoot();
            steps = root.relativize(target);
        }
        for (var index = steps.getNameCount() - 1; index >= 0; index--) {
            ahead.push(steps.getName(index));
        }
        return true;
    }

    private void toRoot() throws IOException {
        var above = true;
        while (above) {
            above = up();
        }
    }

    private boolean up() throws IOException {
        if (names.isEmpty()) {
            return false;
        }
        names.pop();
        folders.pop().close();
        return true;
    }

    private Path here() {
        var path = root;
        for (var names = this.names.descendingIterator(); names.hasNext();) {
            path = path.resolve(names.next());
        }
        return path;
    }

    private SecureDirectoryStream<Path> top() {
        return folders.element();
    }

    private static BasicFileAttributes stat(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public void close() throws IOException {
        while (!folders.isEmpty()) {
            folders.pop().close();
        }
    }
}
