package dev.wingman.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Loopback ports: which are free, and who holds one that is not.
public final class Ports {

    /// Below the range from which the kernel takes outgoing connections, so that none of those comes between.
    private static final int FIRST = 15_000;
    private static final int LAST = 30_000;

    private Ports() {}

    /// As many different free ports as asked for.
    public static List<Integer> free(int count) {
        Set<Integer> found = new HashSet<>();
        while (found.size() < count) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
