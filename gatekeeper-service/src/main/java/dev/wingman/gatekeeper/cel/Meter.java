package dev.wingman.gatekeeper.cel;

import java.util.Collection;
import java.util.Map;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;

/// Counts what an evaluation costs: each value that is computed costs its length. Every operation is linear in its operands, so that the count bounds the
/// time; and the same rule on the same instruction always costs the same.
final class Meter implements CelEvaluationListener {

    private long left;

    /// @param budget how many values and characters may be gone through
    Meter(long budget) {
        left = budget;
    }

    /// CEL may swallow what is thrown where the other side of an `||` is true: whoever asks for the result asks here, too.
    boolean isExceeded() {
        return left < 0;
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        left -= weight(value);
        if (isExceeded()) {
            throw new IllegalStateException("too costly");
        }
    }

    private static long weight(Object value) {
        return switch (value) {
            case CharSequence text -> 1 + text.length();
            case Collection<?> all -> 1 + all.stream().mapToLong(Meter::weight).sum();
            case Map<?, ?> map -> 1 + weight(map.keySet()) + weight(map.values());
            default -> 1;
        };
    }
}
