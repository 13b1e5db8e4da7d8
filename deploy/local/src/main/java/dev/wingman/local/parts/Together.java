package dev.wingman.local.parts;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.wingman.local.LocalFault;

/// Does several things at once and returns when all are done, well or not; then the first fault is thrown.
public final class Together {

    private Together() {}

    public static void run(List<? extends Runnable> tasks) {
        var faults = new ConcurrentLinkedQueue<RuntimeException>();
        var threads = tasks.stream().map(task -> Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                faults.add(e);
            }
        })).toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("interrupted while parts started", e);
        }
        if (!faults.isEmpty()) {
            throw faults.remove();
        }
    }
}
