package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.askwell.people.PeoplePlan.Step;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeoplePlanTest {

    static final PersonId ADA = new PersonId("ada");
    static final PersonId BO = new PersonId("bo");
    static final PersonId CHEN = new PersonId("chen");
    static final PeoplePlan.Options PLAIN = new PeoplePlan.Options(false, false, ADA);

    final Map<PersonId, Staff.Known> here = new HashMap<>();

    @TempDir
    Path folder;

    PeoplePlanTest() {
        here(ADA, "Ada", "M1", "ada@mapleford.example", null, true, false);
        here(BO, "Bo", "M2", "bo@mapleford.example", ADA, true, true);
        here(CHEN, "陈晨", "M3", null, BO, true, true);
    }

    @Test
    void who_is_not_here_is_new_and_who_is_here_is_changed_or_left_alone() throws IOException {
        var plan = plan("""
                login,name,staff number,mail,manager
                dora,Dora,M4,dora@mapleford.example,ada
                bo,Bo,M2,bo@mapleford.example,ada
                chen,陈晨,M3,chen@mapleford.example,ada
                """);

        assertThat(outcomes(plan)).containsExactly(LineOutcome.NEW, LineOutcome.UNCHANGED, LineOutcome.CHANGED);
        assertThat(plan.steps().getLast().changes())
                .containsExactly(
                        new FieldChange("mail", null, "chen@mapleford.example"),
                        new FieldChange("manager", "bo", "ada"));
        assertThat(plan.steps().getLast().line()).isEqualTo(4);
    }

    @Test
    void a_column_that_is_not_there_changes_nothing_and_an_empty_cell_clears() throws IOException {
        assertThat(outcomes(plan("login,name\nbo,Bo\n"))).startsWith(LineOutcome.UNCHANGED);
        assertThat(plan("login,name,mail\nbo,Bo,\n").steps().getFirst().changes())
                .containsExactly(new FieldChange("mail", "bo@mapleford.example", null));
        assertThat(plan("login,name,time zone,language,employment type,pinyin\nchen,陈晨,,,,\n")
                        .steps()
                        .getFirst()
                        .outcome())
                .isEqualTo(LineOutcome.UNCHANGED);
    }

    @Test
    void without_sign_in_names_people_are_found_by_staff_number_then_by_mail_and_newcomers_get_a_name()
            throws IOException {
        here(new PersonId("eve"), "Eve", null, "eve@mapleford.example", null, true, false);
        var plan = plan("""
                工号,姓名,邮箱
                m2,Bo,bo@mapleford.example
                M5,Eve,eve@mapleford.example
                M6,Finn,finn.foe@mapleford.example
                M7,古月,
                M8,Ada,ada@elsewhere.example
                ,Nobody,
                """);

        assertThat(plan.steps().stream().limit(5).map(Step::person))
                .containsExactly(BO, new PersonId("eve"), new PersonId("finn.foe"), new PersonId("m7"), ADA);
        assertThat(outcomes(plan).subList(2, 6))
                .containsExactly(LineOutcome.NEW, LineOutcome.NEW, LineOutcome.REFUSED, LineOutcome.REFUSED);
        assertThat(codes(plan)).contains("login-taken", "people-import-nobody");
    }

    @Test
    void the_same_person_twice_is_refused_the_second_time_and_told_where_the_first_stands() throws IOException {
        var plan = plan("""
                login,name,staff number,mail
                dora,Dora,M4,dora@mapleford.example
                dora,Dora,M9,
                emil,Emil,m4,
                finn,Finn,M8,DORA@mapleford.example
                """);

        assertThat(outcomes(plan))
                .startsWith(LineOutcome.NEW, LineOutcome.REFUSED, LineOutcome.REFUSED, LineOutcome.REFUSED);
        for (var step : plan.steps().subList(1, 4)) {
            assertThat(sentence(step)).contains("line 2");
        }
    }

    @Test
    void what_belongs_to_somebody_else_is_refused() throws IOException {
        var plan = plan("""
                login,name,staff number,mail
                dora,Dora,M1,dora@mapleford.example
                emil,Emil,M5,BO@mapleford.example
                """);

        assertThat(codes(plan)).containsExactly("staff-number-taken", "mail-taken");
    }

    @Test
    void a_manager_may_stand_further_down_and_comes_first_when_it_is_done() throws IOException {
        var plan = plan("""
                login,name,staff number,manager
                dora,Dora,M4,M6
                emil,Emil,M5,dora
                finn,Finn,M6,ada
                """);

        assertThat(outcomes(plan)).startsWith(LineOutcome.NEW, LineOutcome.NEW, LineOutcome.NEW);
        assertThat(plan.steps().stream()
                        .limit(3)
                        .sorted(java.util.Comparator.comparing(Step::order))
                        .map(it -> Objects.requireNonNull(it.person()).value()))
                .containsExactly("finn", "dora", "emil");
    }

    @Test
    void a_manager_who_is_nowhere_is_refused_and_so_is_who_reports_to_somebody_new_who_is_refused() throws IOException {
        var plan = plan("""
                login,name,manager,time zone
                dora,Dora,nobody,
                emil,Emil,finn,
                finn,Finn,ada,Mars/Olympus
                gil,Gil,emil,
                """);

        assertThat(codes(plan))
                .containsExactly(
                        "manager-unknown",
                        "people-import-manager-refused",
                        "zone-unknown",
                        "people-import-manager-refused");
        assertThat(sentence(plan.steps().get(1))).contains("finn").contains("line 4");
    }

    @Test
    void managers_in_a_circle_are_named_and_those_below_the_circle_are_not_blamed() throws IOException {
        var plan = plan("""
                login,name,manager
                ada,Ada,chen
                dora,Dora,emil
                emil,Emil,dora
                bo,Bo,ada
                gil,Gil,bo
                """);

        assertThat(codes(plan))
                .containsExactly(
                        "people-import-circle", "people-import-circle", "people-import-circle", "people-import-circle");
        assertThat(sentence(plan.steps().get(0))).contains("ada → chen → bo → ada");
        assertThat(sentence(plan.steps().get(1))).contains("dora → emil → dora");
        assertThat(plan.steps().get(4).outcome()).isEqualTo(LineOutcome.NEW);
        assertThat(codes(plan("login,name,manager\ndora,Dora,dora\n"))).containsExactly("manager-circle");
    }

    @Test
    void a_line_whose_refusal_leaves_the_others_in_a_circle_takes_them_with_it() throws IOException {
        var plan = plan("""
                login,name,manager,time zone
                bo,Bo,,Mars/Olympus
                ada,Ada,bo,
                """);

        assertThat(codes(plan)).containsExactly("zone-unknown", "people-import-circle");
    }

    @Test
    void a_department_is_found_by_any_of_its_names_and_missing_ones_are_made_when_that_is_wanted() throws IOException {
        var table = """
                login,name,department
                dora,Dora,信息技术部
                emil,Emil,it
                finn,Finn,法务部
                gil,Gil,Legal & Risk
                """;
        var plan = plan(table);
        var making = plan(table, new PeoplePlan.Options(true, false, ADA));

        assertThat(codes(plan)).containsExactly("department-unknown", "department-unknown");
        assertThat(plan.unknownDepartments()).containsExactly("法务部", "Legal & Risk");
        assertThat(plan.newDepartments()).isEmpty();
        assertThat(outcomes(making)).doesNotContain(LineOutcome.REFUSED);
        assertThat(making.newDepartments()).isEqualTo(Map.of("fa-wu-bu", "法务部", "legal-risk", "Legal & Risk"));
    }

    @Test
    void words_are_understood_in_both_languages() throws IOException {
        var plan = plan("""
                login,name,employment type,language,time zone
                dora,Dora,实习,中文,Europe/Berlin
                emil,Emil,part-time,English,
                finn,Finn,wizard,,
                gil,Gil,,Elvish,
                hu,胡一,,,
                """);

        var dora = Objects.requireNonNull(plan.steps().get(0).profile());
        assertThat(dora.employmentType()).isEqualTo(EmploymentType.INTERN);
        assertThat(dora.language()).isEqualTo("zh");
        assertThat(Objects.requireNonNull(plan.steps().get(1).profile()).employmentType())
                .isEqualTo(EmploymentType.PART_TIME);
        assertThat(codes(plan)).containsExactly("employment-type-unknown", "language-unknown");
        assertThat(Objects.requireNonNull(plan.steps().get(4).profile()).language())
                .isEqualTo("zh");
    }

    @Test
    void only_who_came_by_a_table_can_be_missing_in_one_and_nobody_closes_the_own_account() throws IOException {
        here(ADA, "Ada", "M1", "ada@mapleford.example", null, true, true);
        var kept = plan("login,name\nbo,Bo\n");
        var closed = plan("login,name\nbo,Bo\n", new PeoplePlan.Options(false, true, ADA));

        assertThat(outcomes(kept)).containsExactly(LineOutcome.UNCHANGED, LineOutcome.MISSING, LineOutcome.MISSING);
        assertThat(outcomes(closed)).containsExactly(LineOutcome.UNCHANGED, LineOutcome.REFUSED, LineOutcome.CLOSED);
        assertThat(codes(closed)).containsExactly("not-yourself");
    }

    @Test
    void whoever_a_refused_line_may_mean_is_not_missing() throws IOException {
        var plan = plan("login,name,staff number\nbo bo,Bo,M2\nchen,,M3\n");

        assertThat(outcomes(plan)).containsExactly(LineOutcome.REFUSED, LineOutcome.REFUSED);
        assertThat(codes(plan)).containsExactly("login-shape", "person-name");
    }

    @Test
    void a_closed_account_is_not_opened_by_a_table() throws IOException {
        here(BO, "Bo", "M2", null, null, false, true);

        assertThat(codes(plan("login,name\nbo,Bo\nimport,Import\n")))
                .containsExactly("account-closed", "login-reserved");
    }

    @Test
    void ten_thousand_lines_are_planned_within_seconds() throws IOException {
        var table = new StringBuilder("login,name,staff number,mail,manager,department\n");
        for (int i = 0; i < 10_000; i++) {
            table.append("p%d,王小%d,S%d,p%d@mapleford.example,%s,it\n"
                    .formatted(i, i, i, i, i == 0 ? "" : "p" + (i - 1) / 8));
        }
        long before = System.nanoTime();

        var plan = plan(table.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(plan.steps().stream().filter(it -> it.outcome() == LineOutcome.NEW))
                .hasSize(10_000);
    }

    private void here(
            PersonId id,
            String name,
            String staffNumber,
            String mail,
            PersonId manager,
            boolean active,
            boolean imported) {
        var plain = Profile.named(name, "en");
        here.put(
                id,
                new Staff.Known(
                        new Profile(
                                name,
                                null,
                                null,
                                staffNumber,
                                mail,
                                null,
                                manager,
                                null,
                                plain.zone(),
                                "en",
                                EmploymentType.FULL_TIME),
                        active,
                        imported));
    }

    private PeoplePlan plan(String table) throws IOException {
        return plan(table, PLAIN);
    }

    private PeoplePlan plan(String table, PeoplePlan.Options options) throws IOException {
        var file = folder.resolve("people.csv");
        Files.writeString(file, table);
        return PeoplePlan.of(
                PeopleFile.read(file), new Staff(here, List.of(new Staff.Part("it", "信息技术部", "IT"))), options);
    }

    private static List<LineOutcome> outcomes(PeoplePlan plan) {
        return plan.steps().stream().map(Step::outcome).toList();
    }

    private static List<String> codes(PeoplePlan plan) {
        return plan.steps().stream()
                .map(Step::reason)
                .filter(Objects::nonNull)
                .map(it -> it.code())
                .toList();
    }

    private static String sentence(Step step) {
        return Objects.requireNonNull(step.reason()).sentence(Locale.ENGLISH);
    }
}
