package dev.wingman.endtoend.bench;

import java.util.List;

/// Latencies of one round, in nanoseconds, in rising order.
record Latencies(List<Long> nanos) {
    Latencies {
        nanos = nanos.stream().sorted().toList();
    }

    double millis(double quantile) {
        var index = (int) Math.min(nanos.size() - 1L, Math.round(quantile * nanos.size()));
        return nanos.get(index) / 1e6;
    }

    /// The median of some rounds' quantiles.
    static double median(List<Latencies> rounds, double quantile) {
        var values = rounds.stream().map(round -> round.millis(quantile)).sorted().toList();
        return values.get(values.size() / 2);
    }
}
