package dev.wingman.auditor.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Closed;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.TenantSet.Site;

/// Connections to what the registry lists for the site, and to nothing else. A name is resolved once, and that address is called.
final class Hosts {

    static final String NOT_LISTED = "this host and port are not listed for this site";
    private static final Set<String> SELF = Set.of("localhost", "127.0.0.1", "::1");

    /// What became of a call.
    sealed interface Line {}

    /// Connected; the caller closes it.
    record Connected(Socket socket) implements Line {}

    /// No connection, and this is what that means.
    record Refused(Observation seen) implements Line {}

    private Hosts() {}

    static boolean listed(Site site, String host, int port) {
        var wanted = plain(host);
        return site.hosts().stream().anyMatch(entry -> {
            var colon = entry.lastIndexOf(':');
            return colon > 0 && entry.substring(colon + 1).equals(Integer.toString(port))
                    && same(plain(entry.substring(0, colon)), wanted);
        });
    }

    static Line call(String host, int port, Duration patience) {
        var socket = new Socket();
        try {
            var address = resolve(plain(host));
            if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
                return new Refused(new Unseen("this address is never called"));
            }
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(patience.toMillis()));
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return new Connected(socket);
        } catch (SocketTimeoutException e) {
            return closed(socket, new Unseen("it did not answer in time"));
        } catch (UnknownHostException e) {
            return closed(socket, new Unseen("the host has no address here"));
        } catch (ConnectException e) {
            return closed(socket, new Closed());
        } catch (IOException e) {
            return closed(socket, new Unseen("it cannot be reached"));
        }
    }

    private static InetAddress resolve(String host) throws UnknownHostException {
        return InetAddress.getByName(host.equals("localhost") ? "127.0.0.1" : host);
    }

    private static Line closed(Socket socket, Observation seen) {
        try {
            socket.close();
        } catch (IOException e) {
            return new Refused(new Unseen("it cannot be reached"));
        }
        return new Refused(seen);
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || SELF.contains(one) && SELF.contains(other);
    }

    private static String plain(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }
}
