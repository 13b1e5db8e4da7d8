package dev.wingman.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    /// What the registry sets itself, or takes from the tier.
    private static final Set<String> MAY_BE_LEFT_OUT = Set.of("status", "version", "policy", "approvals", "isDefault");
    /// What may stand where the record has a text. On the topic a reader takes more: a newer writer may know it.
    private static final Map<String, List<String>> CHOICES = Map.of("low", TenantSet.Approvals.VOICES, "high",
            List.of("one", "two"), "critical", List.of("one", "two"), "effect", TenantSet.Rule.EFFECTS);
    private static final Map<String, String> FORMS = Map.of("id", "^[a-z][a-z0-9-]{0,62}$", "level",
            "^[a-z][a-z0-9-]{0,31}$", "sha256", "^[0-9a-f]{64}$", "source", "^https://\\S{1,500}$");

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSchemaIsWhatItsRecordSays(EventType type) throws IOException {
        var schema = generator().generateSchema(type.record());
        schema.put("$id", "urn:wingman:schema:" + type.name() + ":v1");
        schema.put("title", type.name());

        Generated.check("schemas/" + type.name() + ".v1.json", schema.toPrettyString() + "\n");
    }

    @Test
    void aRegistryEntryIsWhatAnAdminMayLeaveOutAndNothingElse() throws IOException {
        var schema = generator(field -> !MAY_BE_LEFT_OUT.contains(field.getDeclaredName())
                && field.getRawMember().getType() != List.class && !optional(field.getRawMember().getGenericType()),
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT).generateSchema(TenantSet.class);
        narrow(schema);
        schema.put("$id", "urn:wingman:schema:registry-entry:v1");
        schema.put("title", "registry entry, as PUT /v1/tenants/{tenant_id} takes it");

        assertThat(schema.path("required").valueStream().map(name -> name.asText())).containsExactlyInAnyOrder(
                "tenant_id", "tier");
        assertThat(schema.at("/properties/policy/properties/rules/items/properties/effect/enum").valueStream()
                .map(name -> name.asText())).containsExactlyElementsOf(TenantSet.Rule.EFFECTS);
        assertThat(schema.at("/properties/policy/properties/approvals/properties/high/enum").valueStream()
                .map(name -> name.asText(null))).containsExactly("one", "two", null);
        Generated.check("schemas/registry-entry.v1.json", schema.toPrettyString() + "\n");
    }

    @Test
    void aSchemaNamesWhatIsOnTheWire() {
        var schema = generator().generateSchema(ClaimRecorded.class);

        assertThat(schema.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrder("claim_id", "worker",
                "instruction_id", "completes", "statement", "predicates", "site", "while_locked");
        assertThat(schema.path("required").valueStream().map(name -> name.asText())).containsExactlyInAnyOrder(
                "claim_id", "worker", "completes", "predicates", "while_locked");
        assertThat(schema.at("/properties/worker/pattern").asText()).contains("[a-z0-9]");
    }

    /// Writes into each text of a known name what may stand there.
    private static void narrow(JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode text && text.path("type").toString().contains("\"string\"")) {
                Optional.ofNullable(CHOICES.get(property.getKey())).ifPresent(choices -> {
                    var all = text.putArray("enum");
                    choices.forEach(all::add);
                    if (text.path("type").isArray()) {
                        all.addNull();
                    }
                });
                Optional.ofNullable(FORMS.get(property.getKey())).ifPresent(form -> text.put("pattern", form));
            }
        });
        schema.forEach(SchemasTest::narrow);
    }

    private static SchemaGenerator generator() {
        return generator(field -> !optional(field.getRawMember().getGenericType())
                && field.getAnnotation(JsonInclude.class) == null);
    }

    private static SchemaGenerator generator(java.util.function.Predicate<FieldScope> required, Option... more) {
        var builder = new SchemaGeneratorConfigBuilder(Json.tolerant(), SchemaVersion.DRAFT_2020_12,
                OptionPreset.PLAIN_JSON).with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.FLATTENED_OPTIONALS, Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        Stream.of(more).forEach(builder::with);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var node = string(type.getErasedType());
            return node.isPresent() ? new CustomDefinition(node.get(), true) : null;
        });
        builder.forFields().withPropertyNameOverrideResolver(SchemasTest::wireName)
                .withRequiredCheck(required)
                .withNullableCheck(_ -> false);
        return new SchemaGenerator(builder.build());
    }

    private static Optional<ObjectNode> string(Class<?> type) {
        if (type == Identifier.class) {
            return Optional.of(Json.tolerant().createObjectNode().put("type", "string").put("pattern",
                    "^[a-z0-9][a-z0-9._-]{0,62}$"));
        }
        return type == java.time.Duration.class
                ? Optional.of(Json.tolerant().createObjectNode().put("type", "string").put("format", "duration"))
                : Optional.empty();
    }

    private static String wireName(FieldScope field) {
        return field.getDeclaredName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static boolean optional(Type type) {
        return type.getTypeName().startsWith("java.util.Optional<");
    }
}
