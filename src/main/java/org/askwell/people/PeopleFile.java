package org.askwell.people;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A table of people as personnel departments export it: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs.
 *
 * @param columns those that are understood
 * @param unknown headings that mean nothing here; what stands below them is not read
 */
record PeopleFile(Set<Column> columns, List<String> unknown, List<Line> lines) {

    static final int MOST_LINES = 100_000;

    /** Nothing that is kept of a person is as long; what is longer is refused for that. */
    private static final int LONGEST_CELL = 400;

    private static final int LONGEST_LINE = 256 * 1024;
    private static final int LONGEST_HEADING = 60;
    private static final int MOST_UNKNOWN = 30;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** What can be said of a person; the order is the one in which it is told. */
    enum Column {
        STAFF_NUMBER("staffNumber"),
        LOGIN("login"),
        NAME("name"),
        OTHER_NAME("otherName"),
        PINYIN("pinyin"),
        MAIL("mail"),
        DEPARTMENT("department"),
        MANAGER("manager"),
        OFFICE("office"),
        ZONE("zone"),
        EMPLOYMENT_TYPE("employmentType"),
        LANGUAGE("language");

        private final String field;

        Column(String field) {
            this.field = field;
        }

        /** As it is called in REST. */
        String field() {
            return field;
        }

        /** As it is called in a table, and what else it may be called there. */
        private String[] words(Locale locale) {
            return Texts.in(locale, "people.import.column." + name().toLowerCase(Locale.ROOT))
                    .split("\\|");
        }

        String inBothLanguages() {
            return words(Texts.ENGLISH)[0] + " / " + words(Texts.CHINESE)[0];
        }

        private Stream<String> headings() {
            return Stream.concat(Stream.of(field), Texts.LANGUAGES.stream().flatMap(it -> Arrays.stream(words(it))));
        }
    }

    /**
     * One person of the table.
     *
     * @param number where it begins in the file, counted from 1
     * @param cells without what is around them; a column that is not in the table is missing
     * @param overfull there are more cells than headings
     */
    record Line(int number, Map<Column, String> cells, boolean overfull) {

        /** Empty when the cell is, or the column is not there. */
        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads a table; refuses with one sentence what is none. */
    static PeopleFile read(Path file) throws IOException {
        var charset = charset(file);
        char delimiter = delimiter(file, charset);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(delimiter != '\t')
                .get();
        try (var leash = new Leash(open(file, charset));
                var parser =
                        CSVParser.builder().setReader(leash).setFormat(format).get()) {
            return read(parser, leash);
        }
    }

    private static PeopleFile read(CSVParser parser, Leash leash) {
        var records = parser.iterator();
        List<@Nullable Column> heading = List.of();
        var unknown = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        boolean headed = false;
        while (true) {
            int number = (int) parser.getCurrentLineNumber() + 1;
            leash.allow(LONGEST_LINE);
            try {
                if (!records.hasNext()) {
                    break;
                }
            } catch (UncheckedIOException broken) {
                throw Refusal.invalid("people-import-quotes", number);
            }
            var record = records.next();
            if (isBlank(record)) {
                continue;
            }
            if (!headed) {
                heading = heading(record, unknown);
                headed = true;
            } else if (lines.size() == MOST_LINES) {
                throw Refusal.invalid("people-import-too-many", MOST_LINES);
            } else {
                lines.add(line(number, heading, record));
            }
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("people-import-empty");
        }
        return new PeopleFile(understood(heading), List.copyOf(unknown), lines);
    }

    private static List<@Nullable Column> heading(CSVRecord record, List<String> unknown) {
        var known = new LinkedHashMap<String, Column>();
        for (var column : Column.values()) {
            column.headings().forEach(it -> known.put(plain(it), column));
        }
        var heading = new ArrayList<@Nullable Column>();
        for (var title : record) {
            var column = known.get(plain(title));
            if (column != null && heading.contains(column)) {
                throw Refusal.invalid("people-import-column-twice", shortened(title));
            }
            if (column == null && !title.isBlank() && unknown.size() < MOST_UNKNOWN) {
                unknown.add(shortened(title));
            }
            heading.add(column);
        }
        requireWhoAndName(heading);
        return heading;
    }

    private static Set<Column> understood(List<@Nullable Column> heading) {
        var columns = EnumSet.noneOf(Column.class);
        for (var column : heading) {
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static void requireWhoAndName(List<@Nullable Column> heading) {
        var missing = new ArrayList<Column>();
        if (!heading.contains(Column.NAME)) {
            missing.add(Column.NAME);
        }
        if (!heading.contains(Column.LOGIN) && !heading.contains(Column.STAFF_NUMBER)) {
            missing.add(Column.STAFF_NUMBER);
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    "people-import-columns",
                    missing.stream().map(Column::inBothLanguages).collect(Collectors.joining(", ")));
        }
    }

    private static Line line(int number, List<@Nullable Column> heading, CSVRecord record) {
        var cells = new EnumMap<Column, String>(Column.class);
        boolean overfull = false;
        for (int i = 0; i < record.size(); i++) {
            var cell = record.get(i).strip();
            if (i >= heading.size()) {
                overfull |= !cell.isEmpty();
            } else {
                var column = heading.get(i);
                if (column != null) {
                    cells.put(column, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
                }
            }
        }
        understood(heading).forEach(it -> cells.putIfAbsent(it, ""));
        return new Line(number, cells, overfull);
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /** Headings are typed by people: case, spaces, underscores and the star of a required field mean nothing. */
    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_*＊.:：-]", "");
    }

    private static String shortened(String heading) {
        var line = heading.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_HEADING ? line : line.substring(0, LONGEST_HEADING - 1) + "…";
    }

    private static char delimiter(Path file, Charset charset) throws IOException {
        try (var in = new BufferedReader(open(file, charset))) {
            var start = new char[LONGEST_LINE];
            int read = 0;
            for (int more = 0; more >= 0 && read < start.length; more = in.read(start, read, start.length - read)) {
                read += more;
            }
            var first = new String(start, 0, read)
                    .lines()
                    .filter(it -> !it.isBlank())
                    .findFirst()
                    .orElse("");
            return DELIMITERS.stream()
                    .max((a, b) -> Long.compare(count(first, a), count(first, b)))
                    .filter(it -> count(first, it) > 0)
                    .orElse(',');
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(it -> it == letter).count();
    }

    /** UTF-8 as soon as it can be: hardly any text in another encoding happens to be valid UTF-8. */
    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(2);
        }
        int mark = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | start[1] & 0xff;
        if (mark == 0xfeff || mark == 0xfffe) {
            return StandardCharsets.UTF_16;
        }
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (isText(file, charset)) {
                return charset;
            }
        }
        throw Refusal.invalid("people-import-not-text");
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        try (var in = open(file, charset)) {
            var some = new char[16 * 1024];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                for (int i = 0; i < read; i++) {
                    if (some[i] < '\t') {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Lets only so much be read for one line: a quote that is never closed would take the rest of the file for a cell. */
    private static final class Leash extends FilterReader {

        private long left;

        Leash(Reader in) {
            super(in);
        }

        void allow(long most) {
            left = most;
        }

        @Override
        public int read() throws IOException {
            pull(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            pull(Math.max(0, read));
            return read;
        }

        private void pull(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("The line has no end");
            }
        }
    }
}
