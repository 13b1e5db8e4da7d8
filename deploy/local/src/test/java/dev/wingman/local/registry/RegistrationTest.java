package dev.wingman.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.local.LocalFault;

class RegistrationTest {

    @Test
    void listsAWorkerWithItsOwner() {
        var entry = Registration.fresh("acme", "local", List.of("/tmp"));

        var added = Registration.add(entry, new Subject("acme", "coder-1", "worker", Optional.of("ann")));

        assertThat(added).isTrue();
        assertThat(entry.path("workers")).hasToString("[{\"worker\":\"coder-1\",\"owner\":\"ann\"}]");
        assertThat(entry.at("/sites/0/roots/0").asText()).isEqualTo("/tmp");
    }

    @Test
    void listsNobodyTwice() {
        var entry = Registration.fresh("acme", "local", List.of("/tmp"));
        var subject = new Subject("acme", "ann", "operator", Optional.empty());
        Registration.add(entry, subject);

        assertThat(Registration.add(entry, subject)).isFalse();
        assertThat(entry.path("operators")).hasSize(1);
    }

    @Test
    void makesAContainerTheTenantsOwnOnce() {
        var entry = Registration.fresh("acme", "local", List.of("/tmp"));

        assertThat(Registration.own(entry, "local", Target.container("shop-db"))).isTrue();
        assertThat(Registration.own(entry, "local", Target.container("shop-db"))).isFalse();
        assertThat(Registration.own(entry, "local", Target.project("shop"))).isTrue();
        assertThat(entry.at("/sites/0/containers")).hasToString("[\"shop-db\"]");
        assertThat(entry.at("/sites/0/projects")).hasToString("[\"shop\"]");
    }

    @Test
    void addsASiteThatTheTenantHasNot() {
        var entry = Registration.fresh("acme", "elsewhere", List.of("/tmp"));

        assertThat(Registration.own(entry, "local", Target.container("shop-db"))).isTrue();
        assertThat(entry.at("/sites/1/name").asText()).isEqualTo("local");
        assertThat(entry.at("/sites/1/default").asBoolean()).isFalse();
        assertThat(entry.at("/sites/0/containers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a b", "-v", "a/b"})
    void refusesWhatIsNoContainersName(String name) {
        assertThatThrownBy(() -> Target.container(name)).isInstanceOf(LocalFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a b", "-a", "../etc"})
    void refusesWhatIsNoId(String id) {
        assertThatThrownBy(() -> new Subject(id, "coder-1", "worker", Optional.empty()))
                .isInstanceOf(LocalFault.class).hasMessageContaining("cannot be a tenant");
    }

    @Test
    void refusesARoleThatDoesNotExist() {
        assertThatThrownBy(() -> new Subject("acme", "coder-1", "root", Optional.empty()))
                .isInstanceOf(LocalFault.class).hasMessageContaining("no role `root`");
    }
}
