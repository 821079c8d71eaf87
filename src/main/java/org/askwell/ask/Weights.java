package org.askwell.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What each signal counts, learnt from questions whose answers are known and kept as a text in the repository.
 *
 * <p>{@code bin/bench fit --eval DIR} writes the text anew.
 */
final class Weights {

    private final Map<String, Double> byName;

    private Weights(Map<String, Double> byName) {
        this.byName = byName;
    }

    static Weights read(String resource) {
        try (InputStream in = Weights.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The weights are not on the class path: " + resource);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Weights(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            it -> it, it -> Double.parseDouble(properties.getProperty(it)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Weights of(Map<String, Double> byName) {
        return new Weights(Map.copyOf(byName));
    }

    /** The weights under a prefix, in the order of the signals; one that is not known counts nothing. */
    double[] of(String prefix, List<String> signals) {
        return signals.stream().mapToDouble(it -> of(prefix, it)).toArray();
    }

    double of(String prefix, String signal) {
        return byName.getOrDefault(prefix + "." + signal, 0.0);
    }

    static double sum(double[] weights, double[] signals) {
        double sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * signals[i];
        }
        return sum;
    }
}
