package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleAccessTest {

    final ArticleAccess access = new ArticleAccess();
    final Space open = space("it", "everyone");
    final Space hrOnly = space("hr-internal", "department:hr");

    @Test
    void everyone_reads_what_is_open_to_everyone() {
        assertThat(access.mayRead(caller("sales", Set.of()), open)).isTrue();
        assertThat(access.mayWrite(caller("sales", Set.of()), open)).isFalse();
    }

    @Test
    void a_department_reads_its_own_space_and_others_do_not_learn_that_it_exists() {
        assertThat(access.mayRead(caller("hr", Set.of()), hrOnly)).isTrue();
        var stranger = caller("sales", Set.of());
        assertThat(access.mayRead(stranger, hrOnly)).isFalse();
        assertThatThrownBy(() -> access.requireMayRead(stranger, hrOnly))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> access.requireMayWrite(stranger, hrOnly))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> access.requireMayWrite(stranger, open))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void groups_and_employment_types_open_a_space_too() {
        var managers = space("managers", "group:managers");
        var interns = space("interns", "type:INTERN");
        var manager = caller("sales", Set.of("managers"));
        assertThat(access.mayRead(manager, managers)).isTrue();
        assertThat(access.mayRead(manager, interns)).isFalse();
    }

    @Test
    void a_curator_reads_and_writes_even_where_the_space_is_closed() {
        var curator = caller("sales", Set.of(), new Caller.Grant(Role.CURATOR, "hr-internal"));
        assertThat(access.mayRead(curator, hrOnly)).isTrue();
        assertThat(access.mayWrite(curator, hrOnly)).isTrue();
        assertThat(access.mayWrite(curator, open)).isFalse();
    }

    @Test
    void an_administrator_arranges_spaces_without_reading_what_is_in_them() {
        var admin = caller("it", Set.of(), new Caller.Grant(Role.ADMIN, ""));
        assertThat(access.mayArrangeSpaces(admin)).isTrue();
        assertThat(access.mayRead(admin, hrOnly)).isFalse();
        assertThat(access.mayWrite(admin, hrOnly)).isFalse();
    }

    @Test
    void readers_see_only_revisions_that_were_published_of_articles_that_still_are() {
        var reader = caller("sales", Set.of());
        var curator = caller("sales", Set.of(), new Caller.Grant(Role.CURATOR, "it"));
        var article = new Article(
                ArticleId.numbered(1), "it", "en", ArticleDetails.ownedBy(ArticleTest.CURATOR), ArticleTest.MONDAY);
        var first = article.write(0, ArticleTest.text("One"), ArticleTest.CURATOR, ArticleTest.MONDAY, "");
        assertThat(access.mayRead(reader, open, article, first)).isFalse();
        assertThat(access.mayRead(curator, open, article, first)).isTrue();

        article.publish(first, ArticleTest.MONDAY);
        var second = article.write(1, ArticleTest.text("Two"), ArticleTest.CURATOR, ArticleTest.MONDAY, "");
        assertThat(access.mayRead(reader, open, article, first)).isTrue();
        assertThat(access.mayRead(reader, open, article, second)).isFalse();

        article.withdraw(ArticleTest.MONDAY);
        assertThat(access.mayRead(reader, open, article, first)).isFalse();
        assertThat(access.mayRead(curator, open, article, second)).isTrue();
    }

    @Test
    void visibility_names_only_those_who_can_exist() {
        assertThat(Visibility.of(List.of("department:hr", "everyone"))).isEqualTo(Visibility.EVERYONE);
        assertThatThrownBy(() -> Visibility.of(List.of("space:hr"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Visibility.of(List.of("type:ROBOT"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Visibility.of(List.of("department:HR\neveryone")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_slug_of_a_space_fits_into_an_address() {
        assertThatThrownBy(() -> space("HR", "everyone")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> space("gaps", "everyone")).isInstanceOf(Refusal.class);
    }

    static Space space(String slug, String... visibility) {
        return new Space(slug, SpaceSettings.of("名称", "Name", "", "", List.of(visibility)));
    }

    static Caller caller(String department, Set<String> groups, Caller.Grant... grants) {
        return new Caller(
                new PersonId("li.wei"),
                "李伟",
                "zh",
                ZoneId.of("Asia/Shanghai"),
                "Shanghai",
                department,
                EmploymentType.FULL_TIME,
                groups,
                Set.of(grants));
    }
}
