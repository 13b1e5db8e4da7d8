package dev.wingman.local.demo;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.contracts.Service;
import dev.wingman.local.LocalFault;
import dev.wingman.local.telegram.BotCall;
import dev.wingman.local.telegram.FakeBotApi;

/// What went out to the humans about one alert.
sealed interface Chat {

    /// A message, and when Telegram got it.
    record Told(Instant at, String text) {}

    /// Waits for the message about an alert.
    Optional<Told> await(String alertId, String claimId, Duration patience);

    /// How many messages about it Telegram has.
    long count(String alertId, String claimId);

    /// Our own server: each call was written down as it came.
    record Played(FakeBotApi api) implements Chat {

        @Override
        public Optional<Told> await(String alertId, String claimId, Duration patience) {
            try {
                var call = api.await(patience, one -> isAbout(one, claimId));
                return Optional.of(new Told(call.at(), call.text("text")));
            } catch (AssertionError e) {
                return Optional.empty();
            }
        }

        @Override
        public long count(String alertId, String claimId) {
            return api.calls("sendMessage").stream().filter(call -> isAbout(call, claimId)).count();
        }

        private static boolean isAbout(BotCall call, String claimId) {
            return call.method().equals("sendMessage") && call.succeeded() && call.text("text").contains(claimId);
        }
    }

    /// Telegram itself: what the notifier's book says of it.
    record Real(Playground playground, String sreToken) implements Chat {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final HttpClient HTTP = HttpClient.newHttpClient();
        private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

        @Override
        public Optional<Told> await(String alertId, String claimId, Duration patience) {
            var until = Instant.now().plus(patience);
            while (Instant.now().isBefore(until)) {
                if (count(alertId, claimId) > 0) {
                    return Optional.of(new Told(Instant.now(), "a message of the bot"));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return Optional.empty();
        }

        @Override
        public long count(String alertId, String claimId) {
            return sent().valueStream().filter(one -> one.path("about").asText().equals(alertId)).count();
        }

        private JsonNode sent() {
            var request = HttpRequest
                    .newBuilder(URI.create(playground.addresses().of(Service.NOTIFIER) + "/v1/deliveries?state=SENT"))
                    .header("Authorization", "Bearer " + sreToken).build();
            try {
                return JSON.readTree(HTTP.send(request, ofString()).body()).path("items");
            } catch (JsonProcessingException e) {
                throw new LocalFault("the notifier answers with no JSON", e);
            } catch (IOException e) {
                return JSON.createArrayNode();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFault("interrupted while asking the notifier", e);
            }
        }
    }
}
