package dev.wingman.gatekeeper;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import dev.wingman.contracts.HouseRules;

@AnalyzeClasses(packages = "dev.wingman.gatekeeper")
class HouseRulesTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
