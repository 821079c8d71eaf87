package org.askwell.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The same request again and again, by so many clients that each wait for their reply; bounded in number and time. */
final class Load {

    /** One request; false when the reply was not the one that was wanted. */
    interface Step {
        boolean run(int client, int number) throws Exception;
    }

    /**
     * How long the requests took; times are milliseconds as the client saw them.
     *
     * @param failed requests with another reply than the wanted one; they are in none of the other numbers
     */
    record Figures(int clients, int count, int failed, double perSecond, double median, double p95, double p99) {

        Map<String, Object> asMap() {
            var map = new LinkedHashMap<String, Object>();
            map.put("clients", clients);
            map.put("count", count);
            map.put("failed", failed);
            map.put("perSecond", round(perSecond));
            map.put("medianMillis", round(median));
            map.put("p95Millis", round(p95));
            map.put("p99Millis", round(p99));
            return map;
        }

        private static double round(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }

    private Load() {}

    static Figures run(int clients, Duration atMost, int atMostEach, Step step) throws Exception {
        var times = new long[clients][atMostEach];
        var counts = new int[clients];
        var failed = new AtomicInteger();
        var start = new CyclicBarrier(clients);
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = new java.util.ArrayList<Callable<Void>>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(() -> {
                    start.await();
                    long end = System.nanoTime() + atMost.toNanos();
                    for (int number = 0; number < atMostEach && System.nanoTime() < end; number++) {
                        long before = System.nanoTime();
                        if (step.run(client, number)) {
                            times[client][counts[client]++] = System.nanoTime() - before;
                        } else {
                            failed.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            for (var client : threads.invokeAll(all)) {
                client.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var sorted = new long[Arrays.stream(counts).sum()];
        int at = 0;
        for (int client = 0; client < clients; client++) {
            System.arraycopy(times[client], 0, sorted, at, counts[client]);
            at += counts[client];
        }
        Arrays.sort(sorted);
        return new Figures(
                clients,
                sorted.length,
                failed.get(),
                sorted.length / seconds,
                millis(sorted, 0.5),
                millis(sorted, 0.95),
                millis(sorted, 0.99));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
