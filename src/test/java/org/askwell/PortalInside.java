package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.askwell.ask.AskService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.db.StatementCount;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.OwnField;
import org.askwell.inside.Careless;
import org.askwell.inside.Depot;
import org.askwell.inside.Ground;
import org.askwell.inside.Neighbours;
import org.askwell.inside.Promise;
import org.askwell.inside.SmallCompany;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportService;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.notification.Inbox;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Directory;
import org.askwell.people.Particulars;
import org.askwell.people.PeopleFilter;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.people.SignIn;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RoutingTrace;
import org.askwell.routing.RuleAction;
import org.askwell.search.Changes;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the server can prove: transactions, threads, the database's own types. The subclasses name the database. */
@ExtendWith(ArquillianExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PortalInside {

    private static final int FEW = 5;
    private static final int MORE = 50;

    @Inject
    Neighbours neighbours;

    @Inject
    TicketService tickets;

    @Inject
    TicketFields ticketFields;

    @Inject
    DeskSchemas schemas;

    @Inject
    Depot depot;

    @Inject
    Inbox inbox;

    @Inject
    DeskService desks;

    @Inject
    ArticleService articles;

    @Inject
    ArticleArrangement arrangement;

    @Inject
    ReadableArticles readable;

    @Inject
    SpaceService spaces;

    @Inject
    ImportDesk importDesk;

    @Inject
    ImportService imports;

    @Inject
    AskService questions;

    @Inject
    PeopleService people;

    @Inject
    Directory directory;

    @Inject
    RoutingService routing;

    @Inject
    CurrentPerson current;

    @Inject
    SignIn signIn;

    @Inject
    Careless careless;

    @Inject
    Promise promise;

    @Inject
    Changes changes;

    @Inject
    HttpServletRequest request;

    @Inject
    Ground ground;

    @BeforeEach
    void people_are_here() {
        // Arquillian also calls this on the client, where nothing is injected.
        if (neighbours != null) {
            neighbours.moveIn();
        }
    }

    @Test
    void a_list_of_tickets_costs_the_same_for_five_and_for_fifty() {
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.AGENT,
                        () -> tickets.list(TicketFilter.ALL, null, limit).items()));
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.AGENT,
                        () -> tickets.page(
                                TicketFilter.ALL.inQueue(SmallCompany.INTAKE).oldestFirst(), 0, limit)));
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.EMPLOYEE,
                        () -> tickets.list(TicketFilter.ALL, null, limit).items()));
    }

    @Test
    void a_list_filtered_by_fields_and_their_values_in_it_cost_the_same_for_five_and_for_fifty() {
        depot.moveIn();
        as(SmallCompany.EMPLOYEE, () -> {
            for (int i = 0; i <= MORE; i++) {
                tickets.open(atDepot("Counted " + i, "SO-COUNT"));
            }
            return MORE;
        });
        var counted = TicketFilter.ALL.where(Map.of("orderNumber", "so-count"));
        costsTheSame(2, limit -> as(Depot.AGENT, () -> tickets.page(counted, 0, limit)));
        costsTheSame(
                3,
                limit -> as(Depot.AGENT, () -> {
                    var rows = tickets.list(counted.inQueue("depot-intake"), null, limit)
                            .items();
                    assertThat(ticketFields.of(rows)).hasSize(limit);
                    return rows;
                }));
    }

    @Test
    void a_ticket_without_fields_costs_no_statement_more_at_a_desk_that_has_some() {
        depot.moveIn();
        var words = NewTicket.of("Nothing to fill in", "Really.", Depot.YARD);
        long before = statements(() -> as(SmallCompany.EMPLOYEE, () -> tickets.open(words)));
        as(SmallCompany.ADMIN, () -> {
            schemas.put(Depot.YARD, new Category("empty", null, "空", "Empty", false));
            schemas.put(
                    Depot.YARD,
                    new OwnField(
                            "unasked",
                            "未填",
                            "Unasked",
                            OwnField.FieldType.TEXT,
                            List.of(),
                            OwnField.FilledBy.EMPLOYEE,
                            false,
                            false,
                            "",
                            "",
                            true));
            return before;
        });

        assertThat(statements(() -> as(SmallCompany.EMPLOYEE, () -> tickets.open(words))))
                .isEqualTo(before);
    }

    private static NewTicket atDepot(String subject, String order) {
        return new NewTicket(
                subject,
                "Please look.",
                Depot.DESK,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                List.of(),
                null,
                Map.of("orderNumber", order));
    }

    @Test
    void counting_the_queues_is_one_statement_however_many_there_are() {
        var queues = as(SmallCompany.ADMIN, desks::queues);
        var agents = as(SmallCompany.AGENT, desks::myQueues);
        assertThat(queues).hasSizeGreaterThan(2);

        assertThat(statements(() -> as(SmallCompany.AGENT, () -> tickets.counts(agents.subList(0, 1)))))
                .isEqualTo(1);
        assertThat(statements(() -> as(SmallCompany.AGENT, () -> tickets.counts(agents))))
                .isEqualTo(1);
        assertThat(as(SmallCompany.AGENT, () -> tickets.counts(agents))).isNotEmpty();
    }

    @Test
    void a_list_of_articles_costs_the_same_for_five_and_for_fifty() {
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.EMPLOYEE,
                        () -> readable.list(SmallCompany.SPACE, ArticleStatus.PUBLISHED, null, limit)
                                .items()));
        costsTheSame(2, limit -> as(SmallCompany.EMPLOYEE, () -> readable.newest(limit)));
    }

    @Test
    void the_tree_of_a_space_costs_the_same_for_five_and_for_fifty() {
        costsTheSame(3, limit -> as(SmallCompany.EMPLOYEE, () -> readable.tree(SmallCompany.SPACE, null, 0, limit)));
    }

    @Test
    void choosing_a_place_for_an_article_costs_the_same_for_five_and_for_fifty() {
        costsTheSame(
                2, limit -> as(SmallCompany.ADMIN, () -> arrangement.titled(SmallCompany.SPACE, "printer", 0, limit)));
    }

    @Test
    void the_spaces_cost_the_same_for_few_and_for_many() {
        long few = statements(() -> as(SmallCompany.ADMIN, spaces::readable));
        as(SmallCompany.ADMIN, () -> {
            for (int i = 0; i < MORE; i++) {
                spaces.create("shelf-" + i, SpaceSettings.of("书架", "Shelf " + i, "", "", List.of("everyone")));
            }
            return MORE;
        });
        assertThat(as(SmallCompany.ADMIN, spaces::readable)).hasSizeGreaterThan(MORE);
        assertThat(few).isEqualTo(1);
        assertThat(statements(() -> as(SmallCompany.ADMIN, spaces::readable))).isEqualTo(few);
        assertThat(statements(() -> as(SmallCompany.ADMIN, spaces::all))).isEqualTo(few);
    }

    @Test
    void the_imports_of_a_space_cost_the_same_for_five_and_for_fifty() {
        as(SmallCompany.ADMIN, () -> {
            spaces.create("imported", SpaceSettings.of("导入", "Imported", "", "", List.of("everyone")));
            for (int i = 0; i <= MORE; i++) {
                var text = ("# Sheet " + i).getBytes(StandardCharsets.UTF_8);
                importDesk.receive("imported", "sheet-" + i + ".md", new ByteArrayInputStream(text), false);
            }
            return MORE;
        });
        costsTheSame(
                3,
                limit -> as(
                        SmallCompany.ADMIN,
                        () -> imports.recent("imported", null, limit).items()));
    }

    @Test
    void the_history_of_an_article_costs_the_same_for_five_and_for_fifty_revisions() {
        var article = as(
                SmallCompany.ADMIN,
                () -> readable.list(SmallCompany.SPACE, null, null, 1)
                        .items()
                        .getFirst()
                        .id());
        as(SmallCompany.ADMIN, () -> {
            for (int i = 1; i <= MORE; i++) {
                articles.saveDraft(
                        article, i, ArticleText.of("Printer", "Version " + i + ".\n", List.of()), "once more");
                articles.publish(article, null);
            }
            return article;
        });
        costsTheSame(
                3,
                limit -> as(
                        SmallCompany.ADMIN,
                        () -> articles.history(article, null, limit).items()));
    }

    @Test
    void the_history_of_a_ticket_costs_the_same_for_few_and_for_many_entries() {
        var quiet = openTicket("Nothing happens to it").number();
        var busy = openTicket("Much happens to it").number();
        for (int i = 0; i < MORE; i++) {
            var text = "And " + i;
            as(SmallCompany.EMPLOYEE, () -> tickets.reply(busy, text, List.of()));
        }
        assertThat(as(SmallCompany.AGENT, () -> tickets.history(busy))).hasSizeGreaterThan(MORE);

        long few = statements(() -> as(SmallCompany.AGENT, () -> tickets.history(quiet)));
        assertThat(few).isLessThanOrEqualTo(2);
        assertThat(statements(() -> as(SmallCompany.AGENT, () -> tickets.history(busy))))
                .isEqualTo(few);

        long sheet = statements(() -> as(SmallCompany.AGENT, () -> tickets.ticket(quiet)));
        assertThat(sheet).isLessThanOrEqualTo(3);
        assertThat(statements(() -> as(SmallCompany.AGENT, () -> tickets.ticket(busy))))
                .isEqualTo(sheet);
    }

    @Test
    void a_list_of_questions_costs_the_same_for_five_and_for_fifty() {
        as(SmallCompany.EMPLOYEE, () -> {
            for (int i = 0; i < MORE; i++) {
                questions.ask("Why does printer " + i + " eat paper?", null, null);
            }
            return MORE;
        });
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.EMPLOYEE, () -> questions.mine(null, limit).items()));
    }

    @Test
    void a_search_for_people_costs_the_same_for_five_and_for_fifty() {
        costsTheSame(2, limit -> as(SmallCompany.ADMIN, () -> people.search("Colleague", 0, limit)));
    }

    @Test
    void an_inbox_costs_the_same_for_five_and_for_fifty() {
        for (int i = 0; i < MORE; i++) {
            var number = openTicket("Inbox " + i).number();
            as(SmallCompany.AGENT, () -> tickets.reply(number, "Looked at.", List.of()));
        }

        costsTheSame(
                6,
                limit -> as(
                        SmallCompany.EMPLOYEE,
                        () -> inbox.lines(Inbox.Show.OPEN, null, limit).items()));
        assertThat(statements(() -> as(SmallCompany.EMPLOYEE, inbox::badge))).isEqualTo(1);
    }

    @Test
    void after_a_rollback_nobody_has_been_told() {
        Supplier<Integer> told = () -> as(SmallCompany.AGENT, () -> inbox.lines(Inbox.Show.ALL, null, Slice.MAX_LIMIT))
                .items()
                .size();
        int before = told.get();
        var inTheMiddle = new ArrayList<Integer>();

        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> {
                    promise.takeBack(
                            "article-import",
                            "told-in-vain",
                            Instant.parse("2099-01-01T00:00:00Z"),
                            () -> {},
                            () -> inTheMiddle.add(told.get()));
                    return null;
                }))
                .hasStackTraceContaining("thought better of it");

        assertThat(inTheMiddle).containsExactly(before + 1);
        assertThat(told.get()).isEqualTo(before);
    }

    @Test
    void a_list_of_people_costs_the_same_for_five_and_for_fifty() {
        var colleagues = PeopleFilter.ACTIVE.about("Colleague");
        costsTheSame(2, limit -> as(SmallCompany.ADMIN, () -> directory.page(colleagues, 0, limit)));
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.ADMIN,
                        () -> directory.list(colleagues, null, limit).items()));
        costsTheSame(
                3,
                limit -> as(
                        SmallCompany.AGENT,
                        () -> directory.list(colleagues, "colleague1", limit).items()));
    }

    @Test
    void people_are_sorted_by_pinyin_syllable_by_syllable_and_read_on_from_anybody() {
        var names = List.of("李艾", "李爱国", "李伟", "连一");
        as(SmallCompany.ADMIN, () -> {
            for (int i = names.size() - 1; i >= 0; i--) {
                people.put(new PersonId("sorted" + (9 - i)), Profile.named(names.get(i), "zh"));
            }
            return names;
        });

        var all = PeopleFilter.ACTIVE.about("sorted");
        var first = as(SmallCompany.ADMIN, () -> directory.list(all, null, 2));
        var rest = as(SmallCompany.ADMIN, () -> directory.list(all, first.nextCursor(), 5));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()).map(PersonRow::name))
                .containsExactlyElementsOf(names);
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void who_saves_what_somebody_else_has_changed_meanwhile_is_refused() {
        var id = new PersonId("contested");
        as(SmallCompany.ADMIN, () -> {
            directory.admit(id, Particulars.of(Profile.named("欧阳新人", "zh")));
            return id;
        });
        var read = as(SmallCompany.ADMIN, () -> directory.sheet(id));
        var mine = new Particulars(Profile.named("欧阳一", "zh"), Set.of(), true);
        var yours = new Particulars(Profile.named("欧阳二", "zh"), Set.of(), true);

        as(SmallCompany.ADMIN, () -> {
            directory.change(id, read.edition(), mine);
            return id;
        });

        assertThatThrownBy(() -> as(SmallCompany.ADMIN, () -> {
                    directory.change(id, read.edition(), yours);
                    return id;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("changed-meanwhile"));
        assertThat(as(SmallCompany.ADMIN, () -> directory.sheet(id)).profile().name())
                .isEqualTo("欧阳一");
    }

    @Test
    void two_administrators_cannot_dismiss_each_other_at_the_same_time() throws Exception {
        var other = new PersonId("colleague7");
        as(SmallCompany.ADMIN, () -> {
            people.grant(other, Role.ADMIN, "");
            return other;
        });
        var begin = new CountDownLatch(1);
        var one = ground.executor().submit(() -> dismissed(begin, SmallCompany.ADMIN, other));
        var two = ground.executor().submit(() -> dismissed(begin, other, SmallCompany.ADMIN));
        begin.countDown();

        assertThat(List.of(one.get(20, TimeUnit.SECONDS), two.get(20, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder(true, false);

        var left = people.holders(Role.ADMIN, "");
        assertThat(left).hasSize(1);
        if (left.getFirst().id().equals(other)) {
            as(other, () -> {
                people.grant(SmallCompany.ADMIN, Role.ADMIN, "");
                return other;
            });
            assertThat(dismissed(begin, SmallCompany.ADMIN, other)).isTrue();
        }
    }

    @Test
    void a_write_that_a_swallowed_exception_has_doomed_is_told_and_not_lost_in_silence() {
        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> careless.open("The doomed ticket")))
                .hasStackTraceContaining("an exception was swallowed on the way");

        assertThat(as(
                        SmallCompany.EMPLOYEE,
                        () -> tickets.list(TicketFilter.ALL.about("The doomed ticket"), null, 10)
                                .items()))
                .isEmpty();
    }

    @Test
    void work_is_asked_for_together_with_what_is_written_beside_it_or_not_at_all() {
        var seen = new ArrayList<Integer>();
        Runnable lookFromOutside = () -> seen.add(waitingWork("nothing-yet"));

        assertThatThrownBy(() -> as(SmallCompany.EMPLOYEE, () -> {
                    promise.takeBack(
                            "article-import",
                            "nothing-yet",
                            Instant.parse("2099-01-01T00:00:00Z"),
                            lookFromOutside,
                            lookFromOutside);
                    return null;
                }))
                .hasStackTraceContaining("thought better of it");

        assertThat(seen).containsExactly(0, 0);
        assertThat(waitingWork("nothing-yet")).isZero();
    }

    @Test
    void a_broken_rule_leaves_the_ticket_in_the_default_queue_and_says_so() {
        var broken = new RoutingRule(
                "divides by nothing",
                true,
                null,
                null,
                "1 / (hour - hour) > 0",
                false,
                RuleAction.toQueue("it-hardware"));
        as(SmallCompany.ADMIN, () -> routing.save(SmallCompany.DESK, null, List.of(broken)));
        TicketNumber number;
        try {
            number = openTicket("Opened under a broken rule").number();
        } finally {
            as(SmallCompany.ADMIN, () -> routing.save(SmallCompany.DESK, null, List.of()));
        }

        var ticket = as(SmallCompany.AGENT, () -> tickets.ticket(number));
        assertThat(ticket.queue()).isEqualTo(SmallCompany.INTAKE);
        assertThat(ticket.conversation()).hasSize(1);
        var trace = as(SmallCompany.AGENT, () -> routing.trace(number)).orElseThrow();
        assertThat(trace.reason()).isEqualTo(RoutingTrace.Reason.BROKEN_RULE);
        assertThat(trace.tried().getLast().broken()).isNotBlank();
    }

    @Test
    void a_change_that_is_committed_second_is_not_skipped() throws Exception {
        var reader = changes.reader();
        var read = new ArrayList<String>();
        var recorded = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = ground.executor().submit(() -> {
            changes.recordAnd("slow", () -> {
                recorded.countDown();
                return mayCommit.await(10, TimeUnit.SECONDS);
            });
            return "slow";
        });
        recorded.await(10, TimeUnit.SECONDS);
        var quick = ground.executor().submit(() -> {
            changes.recordAnd("quick", () -> "at once");
            return "quick";
        });
        try {
            // With a sequence it would be through by now, and its number would hide the slower one.
            quick.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            // As it should: it stands in line.
        }
        read.addAll(reader.next());
        mayCommit.countDown();
        slow.get(10, TimeUnit.SECONDS);
        quick.get(10, TimeUnit.SECONDS);
        read.addAll(reader.next());

        assertThat(read).containsExactlyInAnyOrder("slow", "quick");
    }

    @Test
    void a_change_that_is_rolled_back_is_never_read() {
        var reader = changes.reader();

        assertThatThrownBy(() -> changes.recordAnd("undone", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(reader.next()).isEmpty();
    }

    @Test
    void a_moment_is_a_timestamp_in_the_database_and_comes_back_equal() {
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var row = openTicket("When was that?");

        var type = ground.entities()
                .createNativeQuery("select data_type from information_schema.columns"
                        + " where lower(table_name) = 'ticket' and lower(column_name) = 'opened_at'")
                .getSingleResult();
        assertThat(String.valueOf(type)).isEqualToIgnoringCase("timestamp with time zone");
        var stored = ground.entities()
                .createNativeQuery("select opened_at from ticket where number = ?1")
                .setParameter(1, row.number().value())
                .getSingleResult();
        assertThat(moment(stored)).isEqualTo(row.openedAt());
        assertThat(row.openedAt()).isBetween(before, Instant.now());
        assertThat(as(SmallCompany.EMPLOYEE, () -> tickets.ticket(row.number())).openedAt())
                .isEqualTo(row.openedAt());
    }

    @Test
    void ids_come_from_sequences_in_blocks_as_large_as_the_schema_says() {
        for (var entity : ground.entities().getMetamodel().getEntities()) {
            for (Class<?> type = entity.getJavaType(); type != Object.class; type = type.getSuperclass()) {
                for (var field : type.getDeclaredFields()) {
                    var generated = field.getAnnotation(GeneratedValue.class);
                    if (generated != null) {
                        assertThat(generated.strategy()).as(field.toString()).isEqualTo(GenerationType.SEQUENCE);
                        var sequence = field.getAnnotation(SequenceGenerator.class) == null
                                ? type.getAnnotation(SequenceGenerator.class)
                                : field.getAnnotation(SequenceGenerator.class);
                        assertThat(sequence.allocationSize())
                                .as(field.toString())
                                .isGreaterThanOrEqualTo(50)
                                .isEqualTo(stepOf(sequence.sequenceName()));
                    }
                }
            }
        }
        assertThat(ground.entities()
                        .createNativeQuery("select table_name from information_schema.tables"
                                + " where lower(table_name) in ('sequence', 'sequence_table', 'seq_table')")
                        .getResultList())
                .isEmpty();
        openTicket("Takes a block");
        long idsBefore = nextId();
        for (int i = 0; i < FEW; i++) {
            openTicket("Takes an id of the block");
        }
        assertThat(nextId() - idsBefore).isLessThanOrEqualTo(2L * stepOf("ticket_seq"));
    }

    @Test
    void where_nobody_acts_nothing_is_done() throws Exception {
        assertThat(current.find()).isEmpty();
        assertThatThrownBy(() -> tickets.list(TicketFilter.ALL, null, 10)).isInstanceOf(Refusal.class);

        var elsewhere = as(SmallCompany.AGENT, () -> ground.executor().submit(() -> current.findId()));

        assertThat(elsewhere.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void whom_the_container_recognised_does_not_act_by_that() throws Exception {
        var token = as(SmallCompany.AGENT, () -> signIn.issueToken("a test"));
        var url = URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + "/who");
        var reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(reply.body()).isEqualTo(SmallCompany.AGENT + " nobody");
    }

    private boolean dismissed(CountDownLatch begin, PersonId by, PersonId administrator) {
        try {
            begin.await(10, TimeUnit.SECONDS);
            return as(by, () -> {
                people.revoke(administrator, Role.ADMIN, "");
                return true;
            });
        } catch (Refusal no) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private org.askwell.ticket.TicketRow openTicket(String subject) {
        return as(SmallCompany.EMPLOYEE, () -> tickets.open(NewTicket.of(subject, "Please look.", SmallCompany.DESK)));
    }

    /** A list must give what was asked for, and must not ask the database once more for each row. */
    private static void costsTheSame(int atMost, IntFunction<List<?>> list) {
        assertThat(list.apply(FEW)).hasSize(FEW);
        assertThat(list.apply(MORE)).hasSize(MORE);
        long few = statements(() -> list.apply(FEW));
        assertThat(few).isBetween(1L, (long) atMost);
        assertThat(statements(() -> list.apply(MORE))).isEqualTo(few);
    }

    /** The least of three: who is acting is read anew every two seconds, and that is not the list's doing. */
    private static long statements(Supplier<?> something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.get();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }

    /** As another thread sees it, outside of whatever this one has begun. */
    private int waitingWork(String about) {
        try {
            return ground.executor()
                    .submit(() -> ((Number) ground.entities()
                                    .createNativeQuery("select count(*) from scheduled_tasks where task_instance = ?1")
                                    .setParameter(1, about)
                                    .getSingleResult())
                            .intValue())
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T as(PersonId person, Supplier<T> something) {
        return CurrentPerson.as(person, something);
    }

    private int stepOf(String sequence) {
        return Integer.parseInt(String.valueOf(ground.entities()
                .createNativeQuery("select increment from information_schema.sequences where sequence_name = ?1")
                .setParameter(1, sequence)
                .getSingleResult()));
    }

    private long nextId() {
        return ((Number) ground.entities()
                        .createNativeQuery("select nextval('ticket_seq')")
                        .getSingleResult())
                .longValue();
    }

    private static Instant moment(Object stored) {
        return switch (stored) {
            case OffsetDateTime it -> it.toInstant();
            case Timestamp it -> it.toInstant();
            default -> throw new AssertionError("Neither is a moment: " + stored.getClass());
        };
    }

    @Inject
    org.askwell.people.PeopleImportDesk peopleDesk;

    @Inject
    org.askwell.people.PeopleImports peopleImports;

    @Test
    void the_lines_of_a_table_of_people_cost_the_same_for_five_and_for_fifty() {
        var table = new StringBuilder("login,name\n");
        for (int i = 0; i <= MORE; i++) {
            table.append("tabled").append(i).append(",Tabled ").append(i).append('\n');
        }
        var id = as(
                SmallCompany.ADMIN,
                () -> peopleDesk.receive(
                        "people.csv", new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8))));
        org.awaitility.Awaitility.await("the table has been compared")
                .until(() ->
                        as(SmallCompany.ADMIN, () -> peopleImports.report(id).lines()) > MORE
                                && as(
                                                SmallCompany.ADMIN,
                                                () -> peopleImports.report(id).state())
                                        == org.askwell.people.PeopleImportState.READY);

        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.ADMIN,
                        () -> peopleImports.lines(id, null, null, limit).items()));
        costsTheSame(
                2,
                limit -> as(
                        SmallCompany.ADMIN,
                        () -> peopleImports
                                .lines(id, org.askwell.people.LineOutcome.NEW, "0", limit)
                                .items()));
        assertThat(statements(() -> as(SmallCompany.ADMIN, () -> peopleImports.report(id))))
                .isEqualTo(2);
        assertThat(statements(() -> as(SmallCompany.ADMIN, () -> peopleImports.recent(null, MORE))))
                .isEqualTo(2);
    }
}
