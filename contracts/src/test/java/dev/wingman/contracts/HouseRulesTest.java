package dev.wingman.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.wingman.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule CONTRACTS_ARE_PLAIN_JAVA = classes().should().onlyDependOnClassesThat().resideInAnyPackage(
            "java..", "org.jspecify..", "com.fasterxml.jackson..", "org.erdtman.jcs", "org.jose4j..",
            "dev.wingman.contracts..");
}
