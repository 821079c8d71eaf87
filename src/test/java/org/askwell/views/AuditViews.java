package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.UserTransaction;
import java.util.List;
import org.askwell.audit.AuditFilter;
import org.askwell.audit.AuditRow;
import org.askwell.audit.AuditTrail;
import org.askwell.common.Deed.Kind;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.inside.Ground;
import org.askwell.inside.Neighbours;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.people.Directory;
import org.askwell.people.Particulars;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.people.SignIn;
import org.askwell.routing.RoutingService;
import org.junit.jupiter.api.Test;

/** Who changed what, and who read what is confidential. */
interface AuditViews extends PageCase {

    int DOUBLINGS = 17;
    long FIRST = 500_000_000_000L;

    @Test
    default void what_is_done_to_a_person_is_noted_with_who_did_it_and_never_a_secret() {
        var id = new PersonId("audited");
        as(SmallCompany.ADMIN, () -> {
            the(Directory.class).admit(id, Particulars.of(Profile.named("Before", "en")));
            the(Directory.class).change(id, null, Particulars.of(Profile.named("=cmd|' /C calc'!A0", "en")));
            the(PeopleService.class).grant(id, Role.AGENT, SmallCompany.DESK);
            the(PeopleService.class).grant(id, Role.AGENT, SmallCompany.DESK);
            the(SignIn.class).givePassword(id, "not for the audit");
            the(PeopleService.class).revoke(id, Role.AGENT, SmallCompany.DESK);
            the(Directory.class).close(id);
        });

        var rows = about(id.value());
        assertThat(rows)
                .filteredOn(it -> !it.part().equals("pinyin"))
                .extracting(AuditRow::what)
                .containsExactly(
                        What.CLOSED, What.REVOKED, What.PASSWORD_GIVEN, What.GRANTED, What.CHANGED, What.ADDED);
        assertThat(rows).allMatch(it -> it.by().equals(SmallCompany.ADMIN));
        assertThat(rows)
                .filteredOn(it -> it.part().equals("name"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo("Before");
                    assertThat(it.to()).isEqualTo("=cmd|' /C calc'!A0");
                });
        assertThat(rows.get(1).from()).isEqualTo(SmallCompany.DESK);
        assertThat(rows.toString()).doesNotContain("not for the audit");
        assertThat(fetch(SmallCompany.ADMIN, "/api/audit/export?object=audited").body())
                .contains("Before,'=cmd|' /C calc'!A0")
                .doesNotContain(",=cmd", ",\"=cmd");
    }

    @Test
    default void what_was_refused_or_taken_back_is_not_noted() throws Exception {
        var transaction = the(UserTransaction.class);
        transaction.begin();
        as(
                SmallCompany.ADMIN,
                () -> the(PeopleService.class).put(new PersonId("taken.back"), Profile.named("X", "en")));
        transaction.rollback();
        assertThatThrownBy(() -> as(
                        SmallCompany.EMPLOYEE,
                        () -> the(DeskService.class).addQueue(SmallCompany.DESK, "not-mine", "别人的", "Not mine")))
                .isInstanceOf(Refusal.class);

        assertThat(about("taken.back")).isEmpty();
        assertThat(about("not-mine")).isEmpty();
    }

    @Test
    default void desks_rules_spaces_and_articles_are_noted_from_what_to_what() {
        as(SmallCompany.ADMIN, () -> {
            the(SpaceService.class)
                    .create("audited-shelf", SpaceSettings.of("书", "Shelf", "", "", List.of("everyone")));
            the(SpaceService.class)
                    .arrange("audited-shelf", SpaceSettings.of("书", "Shelf", "", "", List.of("type:INTERN")));
            the(DeskService.class).addQueue(SmallCompany.DESK, "audited-queue", "旧名", "Old");
            the(DeskService.class).renameQueue(SmallCompany.DESK, "audited-queue", "旧名", "New");
            the(RoutingService.class)
                    .save(
                            SmallCompany.DESK,
                            null,
                            the(RoutingService.class).rules(SmallCompany.DESK).rules());
        });
        var article = written("audited-shelf", "Pay bands");
        as(SmallCompany.ADMIN, () -> {
            the(ArticleArrangement.class).describe(article, null, ArticleDetails.ownedBy(SmallCompany.AGENT));
            the(ArticleService.class).withdraw(article);
        });

        assertThat(about("audited-shelf"))
                .anySatisfy(it -> assertThat(List.of(it.part(), it.from() + "→" + it.to()))
                        .containsExactly("visibility", "everyone→type:INTERN"))
                .noneMatch(it -> it.part().equals("nameZh"));
        assertThat(about("audited-queue"))
                .anySatisfy(it -> assertThat(it.from() + "→" + it.to()).isEqualTo("Old→New"));
        assertThat(about(SmallCompany.DESK))
                .anyMatch(it -> it.kind() == Kind.RULES && it.part().equals("version"));
        assertThat(about(article.value()).stream().filter(it -> it.what() != What.READ))
                .extracting(it -> it.what() + " " + it.from() + "→" + it.to())
                .containsExactly(
                        "WITHDRAWN null→null",
                        "CHANGED " + SmallCompany.ADMIN + "→" + SmallCompany.AGENT,
                        "PUBLISHED null→1");
    }

    @Test
    default void who_opens_what_is_not_for_everybody_is_noted_once_and_common_reading_never() {
        as(
                SmallCompany.ADMIN,
                () -> the(SpaceService.class)
                        .create("closed-shelf", SpaceSettings.of("密", "Closed", "", "", List.of("type:FULL_TIME"))));
        var secret = written("closed-shelf", "Pay bands");
        var common = as(
                        SmallCompany.EMPLOYEE,
                        () -> the(ReadableArticles.class).list(SmallCompany.SPACE, null, null, 1))
                .items()
                .getFirst()
                .id();
        as(SmallCompany.EMPLOYEE, () -> {
            the(ArticleService.class).read(common, null);
            the(ArticleService.class).read(secret, null);
            the(ArticleService.class).read(secret, 1);
        });

        assertThat(about(common.value())).noneMatch(it -> it.what() == What.READ);
        assertThat(about(secret.value()).stream().filter(it -> it.by().equals(SmallCompany.EMPLOYEE)))
                .singleElement()
                .satisfies(it -> assertThat(it.what()).isEqualTo(What.READ));
    }

    @Test
    default void only_administrators_read_the_audit_and_taking_it_out_is_a_line_of_it() {
        for (var somebody : List.of(SmallCompany.EMPLOYEE, SmallCompany.AGENT)) {
            assertThatThrownBy(() -> as(somebody, () -> the(AuditTrail.class).list(AuditFilter.ALL, null, 1)))
                    .isInstanceOf(Refusal.class);
            assertThat(fetch(somebody, "/api/audit").statusCode()).isEqualTo(403);
            assertThat(fetch(somebody, "/api/audit/export").statusCode()).isEqualTo(403);
            try (var screen = Screen.of(somebody)) {
                assertThat(screen.open("admin/audit").status()).isEqualTo(404);
            }
        }
        assertThat(fetch(SmallCompany.ADMIN, "/api/audit?limit=2").body()).contains("\"nextCursor\":\"");
        assertThat(fetch(SmallCompany.ADMIN, "/api/audit?from=yesterday").statusCode())
                .isEqualTo(400);
        assertThat(fetch(SmallCompany.ADMIN, "/api/audit?cursor=rubbish").statusCode())
                .isEqualTo(400);
        var table = fetch(SmallCompany.ADMIN, "/api/audit/export?kind=DESK");
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body()).startsWith("\uFEFF").contains("DESK,it,").doesNotContain(",RIGHT,");
        assertThat(about("audit").getFirst()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.EXPORT);
            assertThat(it.to()).isEqualTo("DESK");
        });
    }

    @Test
    default void the_page_tells_in_words_and_is_filtered_by_its_address() {
        as(SmallCompany.ADMIN, () -> the(DeskService.class).addQueue(SmallCompany.DESK, "shown-queue", "新队列", "New"));
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            screen.open("admin/audit?object=shown-queue&days=7");
            assertThat(screen.title()).isEqualTo("Audit");
            assertThat(screen.typed("audit.object")).isEqualTo("shown-queue");
            assertThat(screen.chosen("audit.when")).isEqualTo("Last 7 days");
            assertThat(screen.link("Save as a table")).isEqualTo("audit-table?days=7&object=shown-queue");
            screen.choose("audit.thing", "Queue");
            assertThat(screen.address()).contains("kind=QUEUE", "object=shown-queue", "days=7");
        }
    }

    @Test
    default void a_hundred_thousand_lines_are_listed_at_once_however_they_are_filtered() throws Exception {
        manyDeeds();
        var filters = List.of(
                AuditFilter.ALL,
                new AuditFilter(new PersonId("colleague1"), null, null, null, null),
                new AuditFilter(null, Kind.EXPORT, null, null, null),
                new AuditFilter(null, null, "rare", null, null),
                new AuditFilter(Neighbours.HR_AGENT, Kind.BACKUP, null, null, null));
        for (var filter : filters) {
            var trail = the(AuditTrail.class);
            assertThat(PageCase.statements(() -> as(SmallCompany.ADMIN, () -> trail.list(filter, null, 50))))
                    .as(filter.toString())
                    .isLessThanOrEqualTo(1);
        }
        var trail = the(AuditTrail.class);
        var first = as(SmallCompany.ADMIN, () -> trail.list(AuditFilter.ALL, null, 50));
        var second = as(SmallCompany.ADMIN, () -> trail.list(AuditFilter.ALL, first.nextCursor(), 50));
        assertThat(second.items()).hasSize(50).doesNotContainAnyElementsOf(first.items());
        long few = PageCase.statements(() -> as(SmallCompany.ADMIN, () -> trail.list(AuditFilter.ALL, null, 5)));
        assertThat(few).isLessThanOrEqualTo(1);
        assertThat(PageCase.statements(() -> as(SmallCompany.ADMIN, () -> trail.page(AuditFilter.ALL, 0, 50))))
                .isEqualTo(few);
    }

    private List<AuditRow> about(String object) {
        return as(
                SmallCompany.ADMIN,
                () -> the(AuditTrail.class).page(new AuditFilter(null, null, object, null, null), 0, 100));
    }

    private ArticleId written(String space, String title) {
        return as(SmallCompany.ADMIN, () -> {
            var text = ArticleText.of(title, "# " + title + "\n\nFrom 1 to 9.\n", List.of());
            var article = the(ArticleService.class).create(NewArticle.of(space, "en", text));
            the(ArticleService.class).publish(article, null);
            return article;
        });
    }

    private void manyDeeds() throws Exception {
        var transaction = the(UserTransaction.class);
        var em = the(Ground.class).entities();
        transaction.begin();
        em.createNativeQuery("insert into audit_entry (id, at, by_person, kind, what, object, part) values (?1,"
                        + " cast('2026-01-01T00:00:00Z' as timestamp with time zone), 'colleague1', 'EXPORT',"
                        + " 'DOWNLOADED', 'rare', '')")
                .setParameter(1, FIRST)
                .executeUpdate();
        for (int i = 0; i < DOUBLINGS; i++) {
            long ahead = 1L << i;
            em.createNativeQuery("insert into audit_entry (id, at, by_person, kind, what, object, part) select id + "
                            + ahead + ", at + interval '1' second, 'colleague2', 'ARTICLE', 'READ', 'A-1', '' from"
                            + " audit_entry where id >= " + FIRST)
                    .executeUpdate();
        }
        transaction.commit();
    }
}
