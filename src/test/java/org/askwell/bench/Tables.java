package org.askwell.bench;

import java.util.Map;

/** What a bench prints, and keeps for its JSON at the same time. */
final class Tables {

    private Tables() {}

    static void heading(String text) {
        System.out.printf("%n## %s%n%n", text);
    }

    static void tableHead(String what) {
        System.out.printf(
                "%n| %s | clients | per second | median ms | p95 ms | p99 ms | count | failed |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                what);
    }

    static void note(Map<String, Object> of, String name, Object value) {
        of.put(name, value);
        System.out.printf("- %s: %s%n", name, value instanceof Double number ? "%.2f".formatted(number) : value);
    }

    static void row(Map<String, Object> of, String name, Load.Figures row) {
        of.put(name + ", " + row.clients() + (row.clients() == 1 ? " client" : " clients"), row.asMap());
        System.out.printf(
                "| %s | %d | %.0f | %.2f | %.2f | %.2f | %d | %d |%n",
                name, row.clients(), row.perSecond(), row.median(), row.p95(), row.p99(), row.count(), row.failed());
    }
}
