/// Measures, never asserts: latencies as ratios to a floor that the same run measured. Run by `./wingman bench`.
@NullMarked
package dev.wingman.endtoend.bench;

import org.jspecify.annotations.NullMarked;
