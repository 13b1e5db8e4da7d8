package dev.wingman.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private static final long SECOND = 1_000_000;
    private static final Bucket WORKER = new Bucket("acme/coder-1", 6);
    private static final Bucket TENANT = new Bucket("acme", 10);

    private final LocalBuckets buckets = new LocalBuckets();

    @Test
    void givesASmallQuotaAtOnceAndThenOneByOne() {
        for (var call = 0; call < 6; call++) {
            assertThat(buckets.take(List.of(WORKER), 0)).isEmpty();
        }

        assertThat(buckets.take(List.of(WORKER), 0)).contains(Duration.ofSeconds(10));
        assertThat(buckets.take(List.of(WORKER), 4 * SECOND)).contains(Duration.ofSeconds(6));
        assertThat(buckets.take(List.of(WORKER), 10 * SECOND)).isEmpty();
        assertThat(buckets.take(List.of(WORKER), 10 * SECOND)).isPresent();
    }

    @Test
    void givesALargeQuotaNotAllAtOnce() {
        var large = new Bucket("acme/coder-1", 600);
        for (var call = 0; call < 100; call++) {
            assertThat(buckets.take(List.of(large), 0)).isEmpty();
        }

        assertThat(buckets.take(List.of(large), 0)).contains(Duration.ofMillis(100));
    }

    @Test
    void weighsACallByTheBytesOfItsBody() {
        assertThat(LongStream.of(0, 1, 32_768, 32_769, 262_144, 262_145, Long.MAX_VALUE, -1).mapToObj(Bucket::weight))
                .containsExactly(1, 1, 1, 2, 8, 8, 8, 8);
        for (var call = 0; call < 15; call++) {
            assertThat(buckets.take(List.of(new Bucket("heavy", 120, 4)), 0)).isEmpty();
        }

        assertThat(buckets.take(List.of(new Bucket("heavy", 120, 4)), 0)).contains(Duration.ofSeconds(2));
    }

    @Test
    void letsAHeavyCallThroughWhereTheQuotaIsSmallerThanItsWeight() {
        assertThat(buckets.take(List.of(new Bucket("few", 2, 8)), 0)).isEmpty();
        assertThat(buckets.take(List.of(new Bucket("few", 2)), 0)).contains(Duration.ofSeconds(30));
    }

    @Test
    void holdsATenantsWorkersTogether() {
        for (var call = 0; call < 5; call++) {
            assertThat(take("acme/coder-1")).isEmpty();
            assertThat(take("acme/coder-2")).isEmpty();
        }

        assertThat(take("acme/coder-3")).contains(Duration.ofSeconds(6));
    }

    @Test
    void takesNothingFromTheTenantForACallThatItsWorkerMayNotMake() {
        for (var call = 0; call < 50; call++) {
            take("acme/coder-1");
        }

        for (var call = 0; call < 4; call++) {
            assertThat(take("acme/coder-2")).isEmpty();
        }
        assertThat(take("acme/coder-2")).isPresent();
    }

    @Test
    void forgetsWhoIsFullAgain() {
        for (var worker = 0; worker < 20_001; worker++) {
            assertThat(buckets.take(List.of(new Bucket("w" + worker, 60)), worker * 2L * SECOND)).isEmpty();
        }

        assertThat(buckets.size()).isLessThan(10_001);
    }

    private Optional<Duration> take(String worker) {
        return buckets.take(List.of(new Bucket(worker, 6), TENANT), 0);
    }
}
