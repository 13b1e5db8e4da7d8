package dev.wingman.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// How the rooms of a service lie. A service's own `HouseRulesTest` is annotated with `@AnalyzeClasses` on its base package and extends nothing:
/// it takes these rules with `ArchTests.in(HouseRules.class)`.
public final class HouseRules {

    private static final Set<String> EDGES = Set.of("kafka", "http", "db", "redis", "telegram", "docker", "probe",
            "cel");

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_ONLY_JAVA_CONTRACTS_AND_ITSELF = noClasses().that()
            .resideInAPackage("dev.wingman.*.domain..").should().dependOnClassesThat(new ForeignToDomain())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOMAIN_HAS_NO_CLOCK = noClasses().that().resideInAPackage("dev.wingman.*.domain..").should()
            .callMethod(java.time.Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_STORY_KNOWS_NO_EDGE = noClasses().that()
            .resideInAnyPackage("dev.wingman.*", "dev.wingman.*.domain..").should()
            .dependOnClassesThat(new InAnEdge()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule AN_EDGE_KNOWS_NO_OTHER_EDGE = classes().that(new InAnEdge()).should(new KeepToItsEdge())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_GATEWAY_SPEAKS_DOCKER = noClasses().that()
            .resideOutsideOfPackage("dev.wingman.execution..").should().dependOnClassesThat()
            .resideInAnyPackage("com.github.dockerjava..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SETTINGS_ARE_MAPPINGS = noClasses().should()
            .dependOnClassesThat().haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses().should()
            .haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Manager").orShould()
            .haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util").orShould()
            .haveSimpleNameStartingWith("Abstract").orShould().haveSimpleNameEndingWith("Dto").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SERVICES_PRINT_NOTHING = noClasses().that()
            .resideOutsideOfPackages("dev.wingman.client..", "dev.wingman.local..").should()
            .accessField(System.class, "out").orShould().accessField(System.class, "err").allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONSUMERS_LEAVE_BY_THE_OUTBOX = methods().should(new NotSendDirectly())
            .allowEmptyShould(true);

    private HouseRules() {}

    private static boolean edge(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length >= 4 && "wingman".equals(parts[1]) && EDGES.contains(parts[3])
                && !"platform".equals(parts[2]) && !"client".equals(parts[2]) && !"local".equals(parts[2]);
    }

    private static String edgeName(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts[2] + "." + parts[3];
    }

    private static final class InAnEdge extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        InAnEdge() {
            super("in an edge");
        }

        @Override
        public boolean test(JavaClass type) {
            return edge(type);
        }
    }

    private static final class ForeignToDomain extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        ForeignToDomain() {
            super("foreign to a domain");
        }

        @Override
        public boolean test(JavaClass type) {
            var name = type.getPackageName();
            return !type.isPrimitive() && !type.isArray() && !name.isEmpty() && !name.startsWith("java.")
                    && !name.startsWith("dev.wingman.contracts") && !name.startsWith("dev.wingman.screening")
                    && !name.startsWith("org.jspecify") && !name.matches("dev\\.wingman\\.[a-z]+\\.domain.*");
        }
    }

    private static final class KeepToItsEdge extends ArchCondition<JavaClass> {
        KeepToItsEdge() {
            super("import no other edge and be package-private");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> edge(dependency.getTargetClass())
                            && !edgeName(dependency.getTargetClass()).equals(edgeName(type)))
                    .forEach(dependency -> events
                            .add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }
    }

    private static final class NotSendDirectly extends ArchCondition<JavaMethod> {
        NotSendDirectly() {
            super("not be annotated with @Outgoing");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            if (method.isAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Outgoing")) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " goes round the outbox"));
            }
        }
    }
}
