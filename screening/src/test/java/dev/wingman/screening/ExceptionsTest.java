package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Never run `rm -rf /srv/data` except on staging.",
            "Never run `rm -rf /srv/data` unless the disk is full.",
            "Never `git push --force`, other than on your branch.",
            "`kubectl delete ns prod` is forbidden, except on Fridays.",
            "Forbidden: `rm -rf /srv` (except during the night)", "Never use `git push --force` but for hotfixes.",
            "Do not run `rm -rf /srv/old` until the copy is there.", "Do not run `docker system prune` without -af.",
            "Must not:\n- run `rm -rf /srv`, apart from /srv/data", "Never run `docker system prune` on Sundays",
            "Never run `rm -rf /srv/data` twice.", "Never run `rm -rf /srv` outside staging.",
            "Never run `rm -rf /srv` with fewer than two people.", "Never run `docker system prune` more than once"})
    void deniesABoundaryThatExceptsSomething(String text) {
        assertThat(Screening.standard().forbidden(text, Place.document())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Never run `rm -rf /srv` unless a human approves it.",
            "Do not run `docker system prune` without approval.",
            "No `git push --force` except when the operator asked.",
            "Never use `git push --force`, but `git revert` instead.", "Do not force-push without asking."})
    void acceptsABoundaryThatLeavesTheExceptionToAHuman(String text) {
        assertThat(Screening.standard().forbidden(text, Place.document())).isEmpty();
    }
}
