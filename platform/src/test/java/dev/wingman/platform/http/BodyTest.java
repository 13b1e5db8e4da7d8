package dev.wingman.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Violation;

class BodyTest {

    private static final int BYTES_AT_MOST = 200;

    record Item(int count) {
        Item {
            if (count < 1) {
                throw new IllegalArgumentException("count is 1 or more");
            }
        }
    }

    record Order(String name, List<Item> items, Optional<String> note) {}

    enum Colour {
        @JsonProperty("red")
        RED, @JsonProperty("dark-green")
        DARK_GREEN
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "sort")
    @JsonSubTypes({@JsonSubTypes.Type(value = Part.Leaf.class, name = "leaf"),
            @JsonSubTypes.Type(value = Part.Branch.class, name = "branch")})
    sealed interface Part {
        record Leaf(Optional<Colour> colour) implements Part {}

        record Branch(Optional<Integer> leaves, Optional<String> name, List<Leaf> twigs) implements Part {}
    }

    @Test
    void readsWhatHasTheAskedShape() {
        var body = read("{\"name\":\"a\",\"items\":[{\"count\":1}]}");

        assertThat(body).isEqualTo(new Body.Read<>(new Order("a", List.of(new Item(1)), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"name\":\"a\",\"items\":[],\"more\":1}|400|json/unknown-field|/more",
            "{\"name\":\"a\",\"items\":[{\"count\":1},{\"count\":0}]}|400|json/invalid-value|/items/1",
            "{\"name\":\"a\",\"items\":\"none\"}|400|json/wrong-type|/items",
            "{\"name\":\"a\",\"name\":\"b\",\"items\":[]}|400|json/malformed|``",
            "{\"name\":\"a\",|400|json/malformed|``"})
    void refusesWithRuleAndPlace(String json, int status, String rule, String pointer) {
        var problem = refused(json);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.pointer()).isEqualTo(pointer == null ? "" : pointer);
        });
    }

    @Test
    void namesEachFaultOfTheShapeAtItsPlace() {
        var problem = refused("""
                {"nme":"a","items":[{"count":1,"size":2},{"count":"x"},{"cuont":1}],"note":{}}""");

        assertThat(problem.violations()).extracting(Violation::rule, Violation::pointer).containsExactlyInAnyOrder(
                tuple("json/unknown-field", "/nme"), tuple("json/unknown-field", "/items/0/size"),
                tuple("json/wrong-type", "/items/1/count"),
                tuple("json/wrong-type", "/note"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"sort\":\"folder\"}|/|an object is asked for here whose sort is one of leaf, branch",
            "{\"colour\":\"red\"}|/|an object is asked for here whose sort is one of leaf, branch",
            "{\"sort\":\"leaf\",\"colour\":\"blue\"}|/colour|this is one of red, dark-green",
            "{\"sort\":\"leaf\",\"colour\":{}}|/colour|this is one of red, dark-green",
            "{\"sort\":\"branch\",\"leaves\":\"many\"}|/leaves|a whole number is asked for here",
            "{\"sort\":\"branch\",\"name\":7}|/name|a text is asked for here",
            "{\"sort\":\"branch\",\"twigs\":7}|/twigs|this value has another type or is missing"})
    void saysWhatIsAskedWhereAnotherValueStands(String json, String pointer, String message) {
        var body = Body.json(json.getBytes(StandardCharsets.UTF_8), Part.class, BYTES_AT_MOST);

        assertThat(((Body.Refused<Part>) body).problem().violations()).singleElement()
                .isEqualTo(new Violation("json/wrong-type", pointer.equals("/") ? "" : pointer, message));
    }

    @Test
    void leavesTheRestOfABodyWithoutItsFaults() {
        var rest = Remainder.of("""
                {"name":"a","more":1,"items":[{"count":0}],"note":"n"}""".getBytes(StandardCharsets.UTF_8),
                Order.class);

        assertThat(rest.faults()).extracting(Violation::pointer).containsExactlyInAnyOrder("/more", "/items/0");
        assertThat(rest.value()).get().extracting(Order::name, Order::note).containsExactly("a", Optional.of("n"));
    }

    @Test
    void looksForNoMoreFaultsThanAnybodyMends() {
        var rest = Remainder.of(("{" + IntStream.range(0, 99).mapToObj("\"x%d\":1"::formatted)
                .collect(Collectors.joining(",")) + "}").getBytes(StandardCharsets.UTF_8), Order.class);

        assertThat(rest.faults()).hasSize(16);
        assertThat(rest.value()).isEmpty();
    }

    @Test
    void refusesNullAndWhatComesAfterTheObject() {
        assertThat(refused("null").status()).isEqualTo(400);
        assertThat(refused("{\"name\":\"a\",\"items\":[]} {}").status()).isEqualTo(400);
    }

    @Test
    void refusesOneByteTooMany() {
        assertThat(refused("\"" + "x".repeat(BYTES_AT_MOST - 1) + "\"").status()).isEqualTo(413);
    }

    @Test
    void repeatsNothingOfWhatWasSent() {
        var problem = refused("{\"name\":{\"AKIAIOSFODNN7EXAMPLE\":1},\"items\":[]}");

        assertThat(problem.toString()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    private static Problem refused(String json) {
        return ((Body.Refused<Order>) read(json)).problem();
    }

    private static Body<Order> read(String json) {
        return Body.json(json.getBytes(StandardCharsets.UTF_8), Order.class, BYTES_AT_MOST);
    }
}
