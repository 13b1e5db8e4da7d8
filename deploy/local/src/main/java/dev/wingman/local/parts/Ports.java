package dev.wingman.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Loopback ports: which are free, and who holds one that is not.
public final class Ports {

    /// Below the range from which the kernel takes outgoing connections, so that none of those comes between.
    private static final int FIRST = 15_000;
    private static final int LAST = 20_000;
    private static final int STRIDE = 16;
    /// Where a process begins to look follows from its id: two that look at once do not choose alike.
    private static final AtomicInteger NEXT = new AtomicInteger(
            (int) (ProcessHandle.current().pid() * STRIDE % (LAST - FIRST)));

    private Ports() {}

    /// As many different free ports as asked for.
    public static List<Integer> free(int count) {
        return IntStream.generate(NEXT::getAndIncrement)
                .map(number -> FIRST + Math.floorMod(number, LAST - FIRST)).filter(Ports::isFree).limit(count).boxed()
                .toList();
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
