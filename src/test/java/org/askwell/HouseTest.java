package org.askwell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules that a compiler does not know. */
@AnalyzeClasses(packages = "org.askwell", importOptions = DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule windows_never_touch_the_database = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..rest..")
            .and()
            .resideOutsideOfPackage("org.askwell.common.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..")
            .because(
                    "rights are asked and transactions begin in the services; a window that reads by itself skips both");

    @ArchTest
    static final ArchRule only_windows_know_the_page_framework = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("the rooms must work for programs, jobs and tests without a page");

    @ArchTest
    static final ArchRule rooms_have_no_circular_corridors = slices().matching("org.askwell.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a question walks downstairs; what must go up travels as an event");

    @ArchTest
    static final ArchRule no_room_leans_on_the_roof = noClasses()
            .that()
            .resideOutsideOfPackage("org.askwell.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.askwell.shell..")
            .because("the shell puts the rooms together; a room that knows it cannot be tested or moved alone");

    @ArchTest
    static final ArchRule a_room_does_not_look_out_of_its_own_windows = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..rest..", "org.askwell.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.askwell..ui..", "org.askwell..rest..")
            .because("what a room does may not depend on how it is shown");

    @ArchTest
    static final ArchRule nobody_reads_the_clock_past_the_house = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.askwell.common.Time")
            .and()
            .doNotHaveFullyQualifiedName("org.askwell.common.Time$HouseClock")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("the demo company and the tests live in another time");

    @ArchTest
    static final ArchRule entities_have_no_setters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(jakarta.persistence.Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("every change has a verb that checks, changes and tells");

    @ArchTest
    static final ArchRule time_is_reckoned_without_server_or_database = noClasses()
            .that()
            .resideInAPackage("org.askwell.sla..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "com.vaadin..")
            .because("what was promised must be recomputable anywhere, from the ledger alone");

    @ArchTest
    static final ArchRule only_rules_and_roof_know_what_was_promised = noClasses()
            .that()
            .resideOutsideOfPackages("org.askwell.target..", "org.askwell.routing..", "org.askwell.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.askwell.target..")
            .because("the targets tell the ticket its due time by one verb; the ticket knows nothing of targets");

    @ArchTest
    static final ArchRule ground_floor_knows_nobody_above = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.askwell.common..",
                    "org.askwell.people..",
                    "org.askwell.audit..",
                    "org.askwell.expression..",
                    "org.askwell.sla..",
                    "org.askwell.ai..",
                    "org.askwell.notification..",
                    "org.askwell.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.askwell.ask..",
                    "org.askwell.routing..",
                    "org.askwell.target..",
                    "org.askwell.ticket..",
                    "org.askwell.desk..",
                    "org.askwell.learning..",
                    "org.askwell.knowledge..")
            .because("the ground floor carries everything and would fall with what it carries");
}
