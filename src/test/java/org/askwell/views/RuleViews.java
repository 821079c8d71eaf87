package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.inside.Depot;
import org.askwell.inside.SmallCompany;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.ReplayId;
import org.askwell.routing.ReplayResult;
import org.askwell.routing.ReplaySource;
import org.askwell.routing.ReplayState;
import org.askwell.routing.Replays;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.askwell.routing.RuleChange;
import org.askwell.routing.RuleSets;
import org.askwell.routing.RuleVersion;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rules: drafted, tried on the past, published, taken back; and what would have sent a ticket elsewhere. */
interface RuleViews extends PageCase {

    /** Only these cases open tickets at it. */
    String YARD = Depot.YARD;

    private RuleSets ruleSets() {
        return the(RuleSets.class);
    }

    private static RoutingRule rule(String name, String queue, String... words) {
        return RoutingRule.of(name, Condition.test(Field.TEXT, Operator.MENTIONS, words), RuleAction.toQueue(queue));
    }

    private static RoutingRule swallows(String queue) {
        return RoutingRule.of(
                "Swallows all", Condition.test(Field.HOUR, Operator.FROM, "0"), RuleAction.toQueue(queue));
    }

    /** The yard has a queue for timber, a rule for it, and a ticket of each kind. */
    private List<TicketNumber> yard() {
        the(Depot.class).moveIn();
        as(Depot.OWNER, () -> ruleSets().discard(YARD));
        as(SmallCompany.ADMIN, () -> {
            if (the(org.askwell.desk.DeskService.class).findQueue("yard-timber").isEmpty()) {
                the(org.askwell.desk.DeskService.class).addQueue(YARD, "yard-timber", "木材", "Timber");
            }
            the(RoutingService.class).save(YARD, null, List.of(rule("Timber", "yard-timber", "oak", "橡木")));
        });
        return List.of(opened("Some oak, please"), opened("Nothing special"));
    }

    private TicketNumber opened(String subject) {
        return as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of(subject, "Please look.", YARD))
                        .number());
    }

    private ReplayResult replayed(String desk, ReplaySource source, List<RoutingRule> given) {
        var now = the(Clock.class).instant();
        var id = as(
                SmallCompany.ADMIN,
                () -> the(Replays.class)
                        .start(desk, source, given, now.minus(Duration.ofDays(30)), now.plusSeconds(1)));
        return done(id);
    }

    private ReplayResult done(ReplayId id) {
        Awaitility.await("the replay ends")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(SmallCompany.ADMIN, () -> the(Replays.class).report(id))
                        .state()
                        .isSettled());
        var report = as(SmallCompany.ADMIN, () -> the(Replays.class).report(id));
        assertThat(report.state()).isEqualTo(ReplayState.DONE);
        assertThat(report.result()).isNotNull();
        return report.result();
    }

    @Test
    default void the_rules_as_they_were_send_every_ticket_where_it_came_to() {
        yard();
        openTicket("Opened at the first desk");
        as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("My payslip", "It is wrong.", null))
                        .number());
        as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(NewTicket.of("Nobody's", "No rule fits.", null))
                        .number());

        for (var desk : new String[] {null, YARD, SmallCompany.DESK, Depot.DESK}) {
            var result = replayed(desk, ReplaySource.RECORDED, List.of());

            assertThat(result.unchanged()).as(String.valueOf(desk)).isEqualTo(result.arrivals());
            assertThat(result.moves()).isEmpty();
            assertThat(result.notReplayable()).isZero();
        }
        assertThat(replayed(null, ReplaySource.RECORDED, List.of()).arrivals()).isGreaterThanOrEqualTo(2);
    }

    @Test
    default void what_a_trace_says_of_the_outcome_is_what_the_ticket_became() {
        var numbers = yard();

        assertThat(as(SmallCompany.ADMIN, () -> the(RoutingService.class).rules(YARD))
                        .rules())
                .hasSize(1);
        assertThat(as(Depot.OWNER, () -> tickets().ticket(numbers.getFirst())).queue())
                .isEqualTo("yard-timber");
        var result = replayed(YARD, ReplaySource.GIVEN, List.of());
        assertThat(result.cells()).extracting(ReplayResult.Cell::to).containsOnly("yard-intake");
    }

    @Test
    default void an_owner_tries_a_mistake_on_last_month_sees_it_and_throws_it_away() {
        var numbers = yard();
        as(Depot.OWNER, () -> {
            var rules = new ArrayList<RoutingRule>();
            rules.add(swallows("yard-timber"));
            rules.addAll(ruleSets().draft(YARD).rules());
            return ruleSets().keep(YARD, null, rules);
        });
        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("admin/routing/" + YARD);
            assertThat(screen.text())
                    .contains(
                            "Your draft",
                            "Swallows all",
                            "“Swallows all” fits every ticket",
                            "“Timber” is never asked: “Swallows all” above");
            screen.press("routing.try");
            screen.awaits("the table", () -> !screen.parts("replay-matrix").isEmpty());
            assertThat(screen.texts("replay-ways").getFirst()).contains("from", "to Timber");
            assertThat(screen.texts("replay-rules").getFirst()).contains("Swallows all");
            var way = screen.linksIn("replay-ways").stream()
                    .filter(it -> it.endsWith("?from=yard-intake&to=yard-timber"))
                    .findFirst()
                    .orElseThrow();
            screen.open(way);
            assertThat(screen.texts("replay-moves").getFirst())
                    .contains(numbers.getLast().value(), "Nothing special", "“Swallows all”")
                    .doesNotContain(numbers.getFirst().value());

            screen.open("admin/routing/" + YARD).press("routing.draft.discard");
            assertThat(screen.text()).doesNotContain("Swallows all");
        }
        assertThat(as(Depot.OWNER, () -> tickets().ticket(opened("After it"))).queue())
                .isEqualTo("yard-intake");
    }

    @Test
    default void a_draft_is_published_from_a_day_and_an_earlier_version_is_brought_back() {
        yard();
        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("admin/routing/" + YARD).press("routing.switch-off");
            assertThat(as(Depot.OWNER, () -> tickets().ticket(opened("More oak")))
                            .queue())
                    .isEqualTo("yard-timber");
            screen.press("routing.publish");
            assertThat(screen.texts("rule-form").getFirst()).contains("It is switched off.");
            screen.press("routing.publish.now");
            assertThat(screen.text()).contains("is published.");
        }
        int off = as(Depot.OWNER, () -> the(RoutingService.class).rules(YARD)).version();
        assertThat(as(Depot.OWNER, () -> tickets().ticket(opened("Oak nobody sorts")))
                        .queue())
                .isEqualTo("yard-intake");

        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("admin/rule-history/" + YARD);
            assertThat(screen.text()).contains("Version " + off, "counts now", "It is switched off.");
            assertThat(as(Depot.OWNER, () -> ruleSets().restore(YARD, off - 1, null)))
                    .isEqualTo(off + 1);
        }
        assertThat(as(Depot.OWNER, () -> tickets().ticket(opened("Oak again"))).queue())
                .isEqualTo("yard-timber");
        var latest = as(Depot.OWNER, () -> ruleSets().version(YARD, off + 1));
        assertThat(latest.saved().restores()).isEqualTo(off - 1);
        assertThat(latest.changes()).extracting(RuleChange::kind).containsExactly(RuleChange.Kind.CHANGED);
    }

    @Test
    default void rules_with_a_day_count_from_that_day_only() {
        yard();
        var tomorrow = the(Clock.class).instant().plus(Duration.ofDays(1));
        int planned = as(Depot.OWNER, () -> {
            ruleSets().keep(YARD, null, List.of(swallows("yard-timber")));
            return ruleSets().publish(YARD, tomorrow);
        });

        assertThat(as(Depot.OWNER, () -> ruleSets().version(YARD, planned)).standing())
                .isEqualTo(RuleVersion.Standing.AHEAD);
        assertThat(as(Depot.OWNER, () -> tickets().ticket(opened("Before the day")))
                        .queue())
                .isEqualTo("yard-intake");
        as(Depot.OWNER, () -> ruleSets().restore(YARD, planned - 1, planned));
        assertThat(as(Depot.OWNER, () -> ruleSets().version(YARD, planned)).standing())
                .isEqualTo(RuleVersion.Standing.NEVER);
        assertThatThrownBy(() -> as(Depot.OWNER, () -> {
                    ruleSets().keep(YARD, null, List.of(swallows("yard-timber")));
                    return ruleSets().publish(YARD, tomorrow.minus(Duration.ofDays(3)));
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("rules-counts-from"));
    }

    @Test
    default void of_two_who_publish_the_second_reads_one_sentence_and_keeps_the_draft() {
        yard();
        as(Depot.OWNER, () -> ruleSets().keep(YARD, null, List.of(rule("Mine", "yard-timber", "pine"))));
        int version = as(SmallCompany.ADMIN, () -> {
            ruleSets().keep(YARD, null, List.of(rule("Theirs", "yard-timber", "ash")));
            return ruleSets().publish(YARD, null);
        });
        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("admin/routing/" + YARD);
            assertThat(screen.text())
                    .contains("Version " + version + " was published by Ada since you began", "Theirs");
            screen.press("routing.publish").press("routing.publish.now");
            assertThat(screen.refusals())
                    .anySatisfy(it -> assertThat(it).contains("Your draft is kept as it is: look at what has changed"));
            assertThat(as(Depot.OWNER, () -> ruleSets().draft(YARD)).rules())
                    .extracting(RoutingRule::name)
                    .containsExactly("Mine");
            screen.open("admin/routing/" + YARD)
                    .press("routing.draft.rest")
                    .press("routing.publish")
                    .press("routing.publish.now");
        }
        assertThat(as(Depot.OWNER, () -> the(RoutingService.class).rules(YARD)).rules())
                .extracting(RoutingRule::name)
                .containsExactly("Mine");
    }

    @Test
    default void who_may_not_change_rules_may_not_try_them_either() {
        yard();
        var now = the(Clock.class).instant();
        for (var work : List.<Runnable>of(
                () -> ruleSets().draft(YARD),
                () -> ruleSets().history(YARD, null, 5),
                () -> ruleSets().keep(YARD, null, List.of()),
                () -> ruleSets().restore(YARD, 1, null),
                () -> the(Replays.class).start(YARD, ReplaySource.PUBLISHED, List.of(), now.minusSeconds(60), now))) {
            assertThatThrownBy(() -> as(Depot.AGENT, work))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
        var id = as(
                SmallCompany.ADMIN,
                () -> the(Replays.class).start(YARD, ReplaySource.PUBLISHED, List.of(), now.minusSeconds(60), now));
        assertThatThrownBy(() -> as(Depot.OWNER, () -> the(Replays.class).report(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        for (var address : List.of("admin/rule-history/" + YARD, "admin/rule-replays/" + id)) {
            try (var screen = Screen.of(Depot.AGENT)) {
                assertThat(screen.open(address).status()).as(address).isEqualTo(404);
            }
        }
        try (var screen = Screen.of(SmallCompany.ADMIN)) {
            assertThat(screen.open("admin/rule-replays/RR-999999").status()).isEqualTo(404);
            assertThat(screen.open("admin/rule-history/nowhere").status()).isEqualTo(404);
        }
    }

    @Test
    default void confidential_tickets_are_not_tried() {
        yard();
        long before = replayed(YARD, ReplaySource.PUBLISHED, List.of()).arrivals();
        as(
                SmallCompany.EMPLOYEE,
                () -> tickets()
                        .open(new NewTicket(
                                "Secret oak",
                                "Hush.",
                                YARD,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                true,
                                List.of(),
                                null,
                                Map.of())));
        opened("Open oak");

        assertThat(replayed(YARD, ReplaySource.PUBLISHED, List.of()).arrivals()).isEqualTo((int) before + 1);
    }

    @Test
    default void a_ticket_says_what_would_have_sent_it_elsewhere() {
        var number = yard().getLast();
        try (var screen = Screen.of(Depot.OWNER)) {
            screen.open("tickets/" + number).press("routing.alternatives");
            assertThat(screen.texts("alternatives"))
                    .containsExactly("If the text mentions “oak”: “Timber”, by the rule “Timber”.");
        }
        var answer = fetch(Depot.OWNER, "/api/tickets/" + number + "/trace/alternatives");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"queue\":\"yard-timber\"", "MENTIONS", "oak");
        assertThat(fetch(SmallCompany.EMPLOYEE, "/api/tickets/" + number + "/trace/alternatives")
                        .statusCode())
                .isEqualTo(403);
    }
}
