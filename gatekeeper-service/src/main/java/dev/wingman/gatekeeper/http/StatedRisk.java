package dev.wingman.gatekeeper.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Risk;

/// The level that a text states: "high: it touches the database" says one, "the risk is ..." says none.
final class StatedRisk {

    private StatedRisk() {}

    static Optional<Risk> in(@Nullable String text) {
        var first = text == null ? "" : text.strip().toUpperCase(Locale.ROOT).split("[^A-Z]+", 2)[0];
        return List.of(Risk.values()).stream().filter(risk -> risk.name().equals(first)).findFirst();
    }
}
