package dev.wingman.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.wingman.local.demo.Playground;

/// A process that is stopped where it stands, with all that it holds (SIGSTOP), and goes on when this is closed.
record Frozen(long pid) implements AutoCloseable {

    static Frozen at(Playground playground, String service) {
        var frozen = new Frozen(playground.stack().process(service).orElseThrow().pid());
        frozen.signal("STOP");
        return frozen;
    }

    @Override
    public void close() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            if (new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor() != 0) {
                throw new IllegalStateException("no process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
