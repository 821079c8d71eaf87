package org.askwell.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.askwell.ask.AnswerQuality;
import org.askwell.ask.AnswerSpeed;
import org.askwell.search.RetrievalQuality;

/**
 * How well the portal finds and answers, measured on material that nobody on the project wrote.
 *
 * <p>{@code --eval DIR [--json FILE] [--only PART]}. Ends with status 1 when a gate is missed and 2 when the material is not there.
 */
public final class QualityBench {

    private static final List<QualityPart> PARTS =
            List.of(new RetrievalQuality(), new AnswerQuality(), new AnswerSpeed());

    private QualityBench() {}

    public static void main(String[] arguments) throws Exception {
        Path eval = null;
        Path json = Path.of("target", "bench", "quality.json");
        String only = "";
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            switch (arguments[at]) {
                case "--eval" -> eval = Path.of(arguments[at + 1]);
                case "--json" -> json = Path.of(arguments[at + 1]);
                case "--only" -> only = arguments[at + 1];
                default ->
                    fail("Unknown option " + arguments[at] + "; known are --eval DIR, --json FILE, --only PART.");
            }
        }
        if (eval == null) {
            fail("Say where the material is: --eval DIR.");
        } else if (!Files.isDirectory(eval)) {
            fail("The folder " + eval.toAbsolutePath() + " does not exist, so nothing was measured.");
        }
        var figures = new LinkedHashMap<String, Object>();
        var gates = new ArrayList<QualityPart.Gate>();
        for (var part : PARTS) {
            if (only.isEmpty() || only.equals(part.name())) {
                var measured = part.measure(eval, System.out);
                figures.put(part.name(), measured);
                if (measured.get(QualityPart.GATES) instanceof List<?> its) {
                    its.stream().map(QualityPart.Gate.class::cast).forEach(gates::add);
                }
            }
        }
        System.out.printf("%n%-64s %10s %10s%n", "gate", "measured", "wanted");
        for (var gate : gates) {
            System.out.printf(
                    Locale.ROOT,
                    "%-64s %10.4f %s%9.4f   %s%n",
                    gate.what(),
                    gate.measured(),
                    gate.atMost() ? "≤" : "≥",
                    gate.wanted(),
                    gate.isReached() ? "reached" : "MISSED");
        }
        boolean reached = gates.stream().allMatch(QualityPart.Gate::isReached);
        Files.createDirectories(json.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), figures);
        System.out.println("\nWritten to " + json);
        System.exit(reached ? 0 : 1);
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(2);
    }
}
