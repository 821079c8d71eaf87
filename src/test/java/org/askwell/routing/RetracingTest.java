package org.askwell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.Category;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Requester;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetracingTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T01:00:00Z");
    private static final DeskSchema SCHEMA = new DeskSchema(
            "it",
            List.of(
                    new Category("money", null, "钱", "Money", false),
                    new Category("invoice", "money", "发票", "Invoice", false)),
            List.of(new OwnField(
                    "amount",
                    "金额",
                    "Amount",
                    OwnField.FieldType.NUMBER,
                    List.of(),
                    OwnField.FilledBy.EMPLOYEE,
                    false,
                    false,
                    "",
                    "",
                    false)),
            false);

    private static final List<RoutingRule> COMPANY = List.of(
            RoutingRule.of("Pay", Condition.test(Field.TEXT, Operator.MENTIONS, "payslip"), RuleAction.toDesk("hr")),
            RoutingRule.of(
                    "Machines",
                    Condition.test(Field.TEXT, Operator.MENTIONS, "printer", "vpn"),
                    RuleAction.toDesk("it")));

    private static final List<RoutingRule> IT = List.of(
            new RoutingRule(
                    "Evening",
                    true,
                    null,
                    Condition.test(Field.HOUR, Operator.FROM, "18"),
                    null,
                    true,
                    new RuleAction(null, null, Priority.HIGH, List.of("late"), "anna", null, null)),
            RoutingRule.of(
                    "Invoices", Condition.test(Field.CATEGORY, Operator.IS, "money"), RuleAction.toQueue("it-money")),
            RoutingRule.of(
                    "Hardware",
                    Condition.all(List.of(
                            Condition.test(Field.TEXT, Operator.MENTIONS, "printer"),
                            Condition.test(Field.OFFICE, Operator.IS, "shanghai"))),
                    RuleAction.toQueue("it-hardware")),
            RoutingRule.of("Big", Condition.testOwn("amount", Operator.FROM, "100"), RuleAction.toQueue("it-big")));

    /** Opens a ticket as the router does, and keeps what it saw. */
    private static Retracing.Arrival opened(String subject, String office, int hour, String category, boolean byRule) {
        var who = new Requester(new PersonId("wang"), office, "sales", EmploymentType.INTERN, "zh");
        var rules = rules(COMPANY, IT);
        var company = byRule
                ? rules.of("", 4)
                        .judge(Facts.of(
                                who, subject, "Please look.", null, Priority.NORMAL, List.of(), null, hour, false))
                : null;
        var desk = company == null ? "it" : company.desk();
        var about = new TicketEvent.Facts(
                who, subject, "Please look.", Priority.NORMAL, List.of(), null, hour, false, category, Map.of());
        if (desk == null) {
            return new Retracing.Arrival(
                    Snapshot.of(
                            about,
                            hour,
                            4,
                            0,
                            null,
                            "unrouted",
                            DeskSchema.none(""),
                            Set.of(),
                            Snapshot.Outcome.of(
                                    null, "unrouted", org.askwell.ticket.Placement.NOWHERE, null, null, false)),
                    MONDAY,
                    subject,
                    "Please look.");
        }
        var facts = Facts.of(who, subject, "Please look.", desk, Priority.NORMAL, List.of(), null, hour, false);
        facts.putAll(Vocabulary.facts(SCHEMA, category, Map.of()));
        var verdict = rules.of(desk, 7).judge(facts);
        var outcome = Snapshot.Outcome.of(
                desk,
                desk + "-intake",
                verdict.placement(),
                company == null ? null : company.won(),
                verdict.won(),
                false);
        var kept = Snapshot.of(
                about,
                company == null ? null : hour,
                company == null ? 0 : 4,
                7,
                desk,
                desk + "-intake",
                SCHEMA,
                Set.of(),
                outcome);
        return new Retracing.Arrival(RoutingJson.snapshot(RoutingJson.write(kept)), MONDAY, subject, "Please look.");
    }

    private static Retracing.Rules rules(List<RoutingRule> company, List<RoutingRule> it) {
        var ofCompany = CompiledRules.of("", 4, company);
        var ofIt = CompiledRules.of("it", 7, it, Vocabulary.of(SCHEMA));
        var ofHr = CompiledRules.of("hr", 7, List.of());
        return (scope, version) -> switch (scope) {
            case "" -> ofCompany;
            case "it" -> ofIt;
            default -> ofHr;
        };
    }

    private static Retracing by(List<RoutingRule> company, List<RoutingRule> it) {
        return new Retracing(
                rules(company, it),
                desk -> Optional.of(profile(desk)),
                desk -> desk.equals("it") ? SCHEMA : DeskSchema.none(desk));
    }

    private static DeskProfile profile(String desk) {
        return new DeskProfile(
                desk,
                desk.toUpperCase(java.util.Locale.ROOT),
                desk,
                desk,
                "",
                "",
                desk + "-intake",
                List.of(),
                BusinessHours.always(ZoneId.of("Asia/Shanghai")),
                3);
    }

    @Test
    void the_rules_that_judged_a_ticket_judge_it_the_same_again() {
        var random = new Random(7);
        var retracing = by(COMPANY, IT);
        for (int i = 0; i < 500; i++) {
            var arrival = opened(
                    List.of("The printer jams", "vpn is slow", "My payslip", "Coffee")
                            .get(random.nextInt(4)),
                    List.of("shanghai", "munich").get(random.nextInt(2)),
                    random.nextInt(24),
                    List.of("money", "invoice", "").get(random.nextInt(3)),
                    random.nextBoolean());

            assertThat(retracing.outcome(arrival)).isEqualTo(arrival.known().outcome());
            assertThat(retracing.judge(arrival, "it").outcome())
                    .isEqualTo(arrival.known().outcome());
        }
    }

    @Test
    void a_ticket_that_other_rules_of_the_company_send_to_another_desk_waits_where_that_desk_puts_it() {
        var arrival = opened("The printer jams", "shanghai", 9, "", true);
        var swallows = List.of(new RoutingRule("All", true, null, null, "true", false, RuleAction.toDesk("hr")));

        var there = by(swallows, IT).outcome(arrival);

        assertThat(arrival.known().outcome().queue()).isEqualTo("it-hardware");
        assertThat(there.queue()).isEqualTo("hr-intake");
        assertThat(there.decidedBy()).isEqualTo("All");
    }

    @Test
    void a_rule_that_swallows_everything_is_seen_in_the_table() {
        var tried = new ArrayList<>(IT);
        tried.add(
                0,
                RoutingRule.of(
                        "Oops", Condition.test(Field.HOUR, Operator.BEFORE, "24"), RuleAction.toQueue("it-money")));
        var retracing = by(COMPANY, tried);
        var tally = new ReplayTally(false, tried);
        for (int i = 0; i < 10; i++) {
            var arrival = opened("The printer jams", i < 4 ? "munich" : "shanghai", 9, "", false);
            tally.add(
                    new TicketNumber("IT-" + (1000 + i)),
                    MONDAY,
                    arrival.known().outcome(),
                    retracing.judge(arrival, "it"));
        }

        var result = tally.result();

        assertThat(result.cells())
                .containsExactly(
                        new ReplayResult.Cell("it-hardware", "it-money", 6),
                        new ReplayResult.Cell("it-intake", "it-money", 4));
        assertThat(result.queues())
                .containsExactly(
                        new ReplayResult.QueueLoad("it-hardware", 6, 0),
                        new ReplayResult.QueueLoad("it-intake", 4, 0),
                        new ReplayResult.QueueLoad("it-money", 0, 10));
        assertThat(result.moved()).isEqualTo(10);
        assertThat(result.rules()).first().isEqualTo(new ReplayResult.RuleHits("Oops", 10, 10));
        assertThat(result.overlaps())
                .containsExactly(new ReplayResult.Overlap("Oops", "Hardware", "it-money", "it-hardware", 6, "IT-1004"));
        assertThat(result.moves().getFirst().wonAfter()).isEqualTo("Oops");
        assertThat(result.moves().getFirst().wonBefore()).isNull();
        assertThat(RoutingJson.result(RoutingJson.write(result))).isEqualTo(result);
    }

    @Test
    void nobody_who_has_left_is_assigned_to_but_what_was_assigned_then_stays_so() {
        var arrival = opened("Late", "shanghai", 20, "", false);
        var without = CompiledRules.of("it", 8, IT, Vocabulary.of(SCHEMA), Set.of("anna"));

        assertThat(arrival.known().outcome().assignee()).isEqualTo("anna");
        assertThat(new Retracing((scope, version) -> without, desk -> Optional.empty(), desk -> SCHEMA)
                        .outcome(arrival)
                        .assignee())
                .isNull();
    }

    @Test
    void the_smallest_change_that_would_have_sent_it_elsewhere_is_found() {
        var arrival = opened("The printer jams", "munich", 9, "", true);

        var found = CounterfactualSearch.of(by(COMPANY, IT), arrival, COMPANY, IT, SCHEMA);

        assertThat(found)
                .contains(
                        new Counterfactual(
                                Condition.test(Field.OFFICE, Operator.IS, "shanghai"), "it", "it-hardware", "Hardware"),
                        new Counterfactual(
                                Condition.test(Field.CATEGORY, Operator.IS, "money"), "it", "it-money", "Invoices"),
                        new Counterfactual(Condition.testOwn("amount", Operator.FROM, "100"), "it", "it-big", "Big"),
                        new Counterfactual(
                                Condition.test(Field.TEXT, Operator.MENTIONS, "payslip"), "hr", "hr-intake", "Pay"));
        assertThat(found).hasSizeLessThanOrEqualTo(CounterfactualSearch.MOST);
    }

    @Test
    void where_one_change_is_not_enough_two_are_named() {
        var arrival = opened("Coffee", "munich", 9, "", false);

        var found = CounterfactualSearch.of(by(COMPANY, IT), arrival, List.of(), IT, SCHEMA);

        assertThat(found)
                .contains(new Counterfactual(
                        Condition.all(List.of(
                                Condition.test(Field.TEXT, Operator.MENTIONS, "printer"),
                                Condition.test(Field.OFFICE, Operator.IS, "shanghai"))),
                        "it",
                        "it-hardware",
                        "Hardware"));
        assertThat(found.getFirst().had().hasParts()).isFalse();
    }

    @Test
    void what_was_known_and_why_it_is_there_take_less_than_four_kilobytes_together() {
        var arrival = opened("打印机 printer", "shanghai", 9, "invoice", true);
        var small = RoutingJson.write(arrival.known());

        assertThat(RoutingJson.size(small)).isLessThan(600);
    }
}
