package org.askwell.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** Counts what a replay brings to light, ticket by ticket. */
final class ReplayTally {

    /** More than anybody reads, and few enough to be kept in one piece. */
    static final int MOST_MOVES = 5_000;

    private static final int MOST_OVERLAPS = 50;

    private record Way(String from, String to) {}

    private record Pair(int first, int second) {}

    /** How often two rules want the same ticket elsewhere, and where it was seen first. */
    private static final class Seen {
        private final String example;
        private int times;

        Seen(String example) {
            this.example = example;
        }
    }

    private final List<RoutingRule> rules;
    private final boolean forCompany;
    private final int[] fits;
    private final int[] decides;
    private final Map<Way, Integer> cells = new LinkedHashMap<>();
    private final Map<Pair, Seen> overlaps = new LinkedHashMap<>();
    private final List<ReplayResult.Move> moves = new ArrayList<>();
    private int arrivals;
    private int unchanged;
    private int otherwise;
    private int moved;
    private int notReplayable;
    private boolean isCut;

    /** @param rules those that are tried and switched on, in their order */
    ReplayTally(boolean forCompany, List<RoutingRule> rules) {
        this.forCompany = forCompany;
        this.rules = rules;
        this.fits = new int[rules.size()];
        this.decides = new int[rules.size()];
    }

    void cannotReplay() {
        notReplayable++;
    }

    void cut() {
        isCut = true;
    }

    int arrivals() {
        return arrivals;
    }

    void add(TicketNumber number, Instant at, Snapshot.Outcome before, Retracing.Judged judged) {
        arrivals++;
        var after = judged.outcome();
        cells.merge(new Way(before.queue(), after.queue()), 1, Integer::sum);
        if (judged.answers() != null) {
            count(number, judged.answers());
        }
        var differs = differs(before, after);
        if (differs.isEmpty()) {
            unchanged++;
            return;
        }
        if (before.queue().equals(after.queue())) {
            otherwise++;
        } else {
            moved++;
        }
        if (moves.size() < MOST_MOVES) {
            moves.add(new ReplayResult.Move(
                    number.value(), at, before.queue(), after.queue(), before.decidedBy(), after.decidedBy(), differs));
        }
    }

    /** Empty when everything comes out the same. */
    static List<String> differs(Snapshot.Outcome before, Snapshot.Outcome after) {
        var differs = new ArrayList<String>();
        note(differs, "QUEUE", before.queue(), after.queue());
        note(differs, "PRIORITY", before.priority(), after.priority());
        note(differs, "ASSIGNEE", before.assignee(), after.assignee());
        note(differs, "TAGS", before.tags(), after.tags());
        note(differs, "CATEGORY", before.category(), after.category());
        note(differs, "FIELDS", before.fields(), after.fields());
        return differs;
    }

    private static void note(List<String> differs, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differs.add(what);
        }
    }

    private void count(TicketNumber number, List<CompiledRules.Answer> answers) {
        int first = -1;
        int stopper = -1;
        boolean reached = true;
        for (int at = 0; at < answers.size(); at++) {
            var answer = answers.get(at);
            if (answer == CompiledRules.Answer.BROKEN) {
                reached = reached && stopper >= 0;
            }
            if (answer != CompiledRules.Answer.FITS) {
                continue;
            }
            fits[at]++;
            if (reached && first < 0) {
                first = at;
                decides[at]++;
            }
            if (stopper >= 0) {
                overlap(number, stopper, at);
            } else if (reached && !rules.get(at).goOn()) {
                stopper = at;
            }
        }
    }

    private void overlap(TicketNumber number, int first, int second) {
        var here = target(rules.get(first));
        var there = target(rules.get(second));
        if (here != null && there != null && !here.equals(there)) {
            overlaps.computeIfAbsent(new Pair(first, second), pair -> new Seen(number.value())).times++;
        }
    }

    private @Nullable String target(RoutingRule rule) {
        return forCompany ? rule.then().desk() : rule.then().queue();
    }

    ReplayResult result() {
        var before = new TreeMap<String, Integer>();
        var after = new TreeMap<String, Integer>();
        cells.forEach((way, count) -> {
            before.merge(way.from(), count, Integer::sum);
            after.merge(way.to(), count, Integer::sum);
            before.putIfAbsent(way.to(), 0);
        });
        return new ReplayResult(
                arrivals,
                unchanged,
                otherwise,
                moved,
                notReplayable,
                isCut,
                cells.entrySet().stream()
                        .map(it -> new ReplayResult.Cell(
                                it.getKey().from(), it.getKey().to(), it.getValue()))
                        .sorted(Comparator.comparingInt(ReplayResult.Cell::tickets)
                                .reversed()
                                .thenComparing(ReplayResult.Cell::from)
                                .thenComparing(ReplayResult.Cell::to))
                        .toList(),
                before.entrySet().stream()
                        .map(it -> new ReplayResult.QueueLoad(
                                it.getKey(), it.getValue(), after.getOrDefault(it.getKey(), 0)))
                        .toList(),
                hits(),
                overlaps.entrySet().stream()
                        .map(this::overlap)
                        .sorted(Comparator.comparingInt(ReplayResult.Overlap::tickets)
                                .reversed())
                        .limit(MOST_OVERLAPS)
                        .toList(),
                List.copyOf(moves));
    }

    private List<ReplayResult.RuleHits> hits() {
        var hits = new ArrayList<ReplayResult.RuleHits>();
        for (int at = 0; at < rules.size(); at++) {
            hits.add(new ReplayResult.RuleHits(rules.get(at).name(), fits[at], decides[at]));
        }
        return hits;
    }

    private ReplayResult.Overlap overlap(Map.Entry<Pair, Seen> it) {
        var first = rules.get(it.getKey().first());
        var second = rules.get(it.getKey().second());
        return new ReplayResult.Overlap(
                first.name(),
                second.name(),
                String.valueOf(target(first)),
                String.valueOf(target(second)),
                it.getValue().times,
                it.getValue().example);
    }
}
