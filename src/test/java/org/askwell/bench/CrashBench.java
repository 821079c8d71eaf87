package org.askwell.bench;

import java.util.ArrayList;
import java.util.List;
import org.askwell.house.TestDatabase;

/** Kills servers and looks for what they had acknowledged: {@code [--rounds N] [--database H2|POSTGRES]}. Ends with status 1 when anything is gone. */
public final class CrashBench {

    private static final int ACKNOWLEDGEMENTS = 300;

    private CrashBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = 20;
        var databases = TestDatabase.values();
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++at]);
                case "--database" -> databases = new TestDatabase[] {TestDatabase.valueOf(arguments[++at])};
                default -> {
                    System.err.println("Unknown option " + arguments[at] + "; known are --rounds N, --database NAME.");
                    System.exit(64);
                }
            }
        }
        var missing = new ArrayList<String>();
        for (var database : databases) {
            missing.addAll(run(database, rounds));
        }
        missing.forEach(it -> System.out.println("MISSING: " + it));
        System.exit(missing.isEmpty() ? 0 : 1);
    }

    private static List<String> run(TestDatabase database, int rounds) throws Exception {
        System.out.printf(
                "%n%s: kill -9 amid the work of four clients, %d times%n%n"
                        + "| round | acknowledged | tickets so far | messages | articles | started again in ms | missing |%n"
                        + "|---|---|---|---|---|---|---|%n",
                database, rounds);
        var missing = new ArrayList<String>();
        try (var run = new CrashRun(database)) {
            for (int i = 0; i < rounds; i++) {
                // Never at the same point of the work.
                var round = run.round(ACKNOWLEDGEMENTS + i * 7);
                System.out.printf(
                        "| %d | %d | %d | %d | %d | %d | %d |%n",
                        round.number(),
                        round.acknowledged(),
                        round.tickets(),
                        round.messages(),
                        round.articles(),
                        round.restartMillis(),
                        round.missing().size());
                missing.addAll(round.missing());
            }
        }
        return missing;
    }
}
