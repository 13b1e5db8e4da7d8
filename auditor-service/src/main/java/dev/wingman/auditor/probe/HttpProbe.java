package dev.wingman.auditor.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Answered;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// One GET of a listed host, spoken as HTTP/1.0 on a socket of our own: the resolved address is the one called, a redirect is a status like any
/// other and leads nowhere, no proxy, cookie or credential goes along, and what is read has an end in bytes and in time.
@ApplicationScoped
class HttpProbe implements Probe<Predicate.Http> {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Duration patience;
    private final int readAtMost;

    HttpProbe(AuditorSettings settings) {
        this.patience = settings.networkAtMost();
        this.readAtMost = settings.parseAtMost();
    }

    @Override
    public Class<Predicate.Http> type() {
        return Predicate.Http.class;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Observation look(Predicate.Http http, Site site) {
        var url = http.url();
        var port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        if (!Hosts.listed(site, url.getHost(), port)) {
            return new Unseen(Hosts.NOT_LISTED);
        }
        return switch (Hosts.call(url.getHost(), port, patience)) {
            case Hosts.Refused(var seen) -> seen;
            case Hosts.Connected(var socket) -> ask(socket, http, port);
        };
    }

    /// A server that drips a byte at a time keeps each read short: a timer closes the socket under it.
    private Observation ask(Socket plain, Predicate.Http http, int port) {
        var timer = Thread.ofVirtual().start(() -> closeLater(plain));
        try (plain; var socket = http.url().getScheme().equals("https") ? secured(plain, http.url(), port) : plain) {
            socket.getOutputStream().write(request(http.url(), port));
            socket.getOutputStream().flush();
            return answer(new BufferedInputStream(socket.getInputStream()), http.contains());
        } catch (SSLException e) {
            return new Unseen("its certificate or its TLS cannot be trusted");
        } catch (SocketTimeoutException e) {
            return new Unseen("it did not answer in time");
        } catch (IOException e) {
            return new Unseen("the connection broke, or it did not answer in time");
        } finally {
            timer.interrupt();
        }
    }

    private void closeLater(Socket socket) {
        try (socket) {
            Thread.sleep(patience);
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLSocket secured(Socket plain, URI url, int port) throws IOException {
        var secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, url.getHost(),
                port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static byte[] request(URI url, int port) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return ("GET " + URI.create("http://x" + path + query).toASCIIString().substring("http://x".length())
                + " HTTP/1.0\r\nHost: " + url.getHost() + ":" + port
                + "\r\nUser-Agent: wingman-auditor\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Observation answer(InputStream in, Optional<String> text) throws IOException {
        var status = STATUS.matcher(line(in, LONGEST_HEAD));
        if (!status.matches()) {
            return new Unseen("it does not answer in HTTP");
        }
        var code = Integer.parseInt(status.group(1));
        if (text.isEmpty()) {
            return new Answered(code, Optional.empty());
        }
        var left = LONGEST_HEAD;
        for (var header = line(in, left); !header.isEmpty(); header = line(in, left)) {
            left -= header.length();
        }
        var content = Content.of(Channels.newChannel(in), text, readAtMost);
        return new Answered(code, content.complete() ? Optional.of(content.holdsText()) : Optional.empty());
    }

    private static String line(InputStream in, int atMost) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() >= atMost) {
                throw new IOException("the head of the answer has no end");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
