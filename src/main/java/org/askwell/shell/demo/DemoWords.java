package org.askwell.shell.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** What the people of the demo company say when they ask, file and complain; from a few tables, with places filled in. */
final class DemoWords {

    private static final List<String> CITIES_ZH = List.of("上海", "成都", "深圳", "慕尼黑", "新加坡");
    private static final List<String> CITIES_EN = List.of("Shanghai", "Chengdu", "Shenzhen", "Munich", "Singapore");
    private static final List<String> SIDES_ZH = List.of("东", "西", "南", "北");

    /** A ticket from its first word to its last. */
    record Matter(String desk, String subject, String text, String reply, String resolution, String stillWrong) {}

    private record Line(String desk, String language, String subject, String text, String reply, String resolution) {}

    private record Said(String language, String text) {}

    private final List<Line> lines = table("tickets").stream()
            .map(it -> new Line(it[0], it[1], it[2], it[3], it[4], it[5]))
            .toList();
    private final List<Said> reopened = said("reopened");
    private final List<Said> unanswered = said("unanswered");

    /** A matter in the language somebody writes. */
    Matter matter(Random random, String language) {
        var fitting =
                lines.stream().filter(it -> it.language().equals(language)).toList();
        var line = fitting.get(random.nextInt(fitting.size()));
        var place = new Place(language, random);
        return new Matter(
                line.desk(),
                place.in(line.subject()),
                place.in(line.text()),
                place.in(line.reply()),
                place.in(line.resolution()),
                one(reopened, random, language));
    }

    /** A question to which no article has an answer. */
    String unanswered(Random random, String language) {
        return one(unanswered, random, language);
    }

    private static String one(List<Said> said, Random random, String language) {
        var fitting = said.stream().filter(it -> it.language().equals(language)).toList();
        return fitting.get(random.nextInt(fitting.size())).text();
    }

    /** Where something happens: the same in every sentence of a ticket. */
    private static final class Place {
        private final String city;
        private final String side;
        private final String floor;
        private final String code;

        Place(String language, Random random) {
            int which = random.nextInt(CITIES_ZH.size());
            boolean chinese = language.equals("zh");
            this.city = (chinese ? CITIES_ZH : CITIES_EN).get(which);
            this.side = SIDES_ZH.get(random.nextInt(SIDES_ZH.size()));
            this.floor = String.valueOf(2 + random.nextInt(8));
            this.code = String.valueOf(1000 + random.nextInt(9000));
        }

        String in(String text) {
            return text.replace("{city}", city)
                    .replace("{side}", side)
                    .replace("{floor}", floor)
                    .replace("{code}", code);
        }
    }

    private static List<Said> said(String name) {
        return table(name).stream().map(it -> new Said(it[0], it[1])).toList();
    }

    private static List<String[]> table(String name) {
        var path = "/demo/" + name + ".tsv";
        try (var in = Objects.requireNonNull(DemoWords.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
