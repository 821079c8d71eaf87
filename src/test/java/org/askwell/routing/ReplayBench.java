package org.askwell.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.askwell.desk.DeskSchema;
import org.askwell.people.EmploymentType;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketNumber;

/**
 * How long ten thousand tickets take through fifty rules, in memory: {@code bin/bench replay}. Every rule is asked about
 * every ticket, since a replay tells of overlaps, too.
 */
public final class ReplayBench {

    private static final int TICKETS = 10_000;
    private static final int RULES = 50;
    private static final int ROUNDS = 5;
    private static final List<String> WORDS = List.of(
            "printer",
            "laptop",
            "password",
            "account",
            "network",
            "monitor",
            "打印机",
            "电脑",
            "密码",
            "账号",
            "发票",
            "报销",
            "invoice",
            "refund",
            "order",
            "customer",
            "badge",
            "visitor",
            "parcel",
            "holiday",
            "salary",
            "coffee",
            "meeting",
            "light");

    private ReplayBench() {}

    public static void main(String[] arguments) {
        var random = new Random(1);
        var rules = new ArrayList<RoutingRule>();
        for (int i = 0; i < RULES; i++) {
            rules.add(RoutingRule.of("Rule " + i, condition(i, random), RuleAction.toQueue("q" + i % 7)));
        }
        var arrivals = new ArrayList<Retracing.Arrival>();
        for (int i = 0; i < TICKETS; i++) {
            arrivals.add(arrival(random));
        }
        System.out.printf("%d tickets, %d rules, every rule asked about every ticket%n", TICKETS, RULES);
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            var compiled = CompiledRules.of("it", Retracing.TRIED, rules);
            var retracing = new Retracing((scope, version) -> compiled, desk -> Optional.empty(), DeskSchema::none);
            var tally = new ReplayTally(false, compiled.rules());
            for (int i = 0; i < TICKETS; i++) {
                var arrival = arrivals.get(i);
                tally.add(
                        new TicketNumber("IT-" + (1 + i)),
                        arrival.at(),
                        arrival.known().outcome(),
                        retracing.judge(arrival, "it"));
            }
            var result = tally.result();
            System.out.printf(
                    "round %d: %d ms, %d moved%n", round, (System.nanoTime() - began) / 1_000_000, result.moved());
        }
    }

    private static Condition condition(int at, Random random) {
        var words =
                Condition.test(Field.TEXT, Operator.MENTIONS, word(random), word(random), word(random), word(random));
        return switch (at % 3) {
            case 0 -> words;
            case 1 -> Condition.all(List.of(words, Condition.test(Field.OFFICE, Operator.IS, "shanghai")));
            default ->
                Condition.any(List.of(
                        Condition.all(List.of(
                                Condition.test(Field.HOUR, Operator.FROM, "18"),
                                Condition.test(Field.LANGUAGE, Operator.IS, "zh"))),
                        words));
        };
    }

    private static Retracing.Arrival arrival(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            text.append(i % 8 == 0 ? word(random) : "something else about it").append(' ');
        }
        var known = new Snapshot(
                null,
                0,
                1,
                "it",
                "it-intake",
                random.nextBoolean() ? "shanghai" : "munich",
                "sales",
                EmploymentType.INTERN,
                random.nextBoolean() ? "zh" : "en",
                Priority.NORMAL,
                List.of(),
                null,
                random.nextInt(24),
                false,
                null,
                null,
                Map.of(),
                List.of(),
                new Snapshot.Outcome("it", "it-intake", null, null, List.of(), null, Map.of(), null, null, false));
        return new Retracing.Arrival(known, Instant.parse("2026-11-02T01:00:00Z"), word(random), text.toString());
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
