package org.askwell.ticket;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/**
 * What a filter by category and by the desks' own fields means, desk by desk: the same key may name a number here and a
 * text there.
 *
 * @param categories what a ticket of each desk may be about; empty: anything
 * @param fields all of them must hold, each at one desk at least
 */
record Narrowing(Map<String, Set<String>> categories, List<List<Test>> fields) {

    static final Narrowing NONE = new Narrowing(Map.of(), List.of());

    private static final String RANGE = "..";

    /** What stands in a field of a desk: exactly something, or something between two bounds, either of which may be open. */
    record Test(
            String desk,
            String key,
            @Nullable String folded,
            @Nullable BigDecimal from,
            @Nullable BigDecimal until,
            @Nullable LocalDate since,
            @Nullable LocalDate through) {

        static Test of(String desk, OwnField field, String wanted, Locale locale) {
            int dots = wanted.indexOf(RANGE);
            if (dots < 0 || (field.kind() != OwnField.FieldType.NUMBER && field.kind() != OwnField.FieldType.DATE)) {
                return new Test(desk, field.key(), OwnField.fold(field.read(wanted, locale)), null, null, null, null);
            }
            var low = bound(field, wanted.substring(0, dots), locale);
            var high = bound(field, wanted.substring(dots + RANGE.length()), locale);
            return field.kind() == OwnField.FieldType.NUMBER
                    ? new Test(desk, field.key(), null, number(low), number(high), null, null)
                    : new Test(desk, field.key(), null, null, null, day(low), day(high));
        }

        private static @Nullable String bound(OwnField field, String text, Locale locale) {
            return text.isBlank() ? null : field.read(text, locale);
        }

        private static @Nullable BigDecimal number(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }

    /** Refuses a category or a field that no desk has, and what cannot be read. */
    static Narrowing of(TicketFilter filter, Collection<DeskSchema> all, Locale locale) {
        var schemas = all.stream()
                .filter(it -> filter.desk() == null || it.desk().equals(filter.desk()))
                .toList();
        var categories = new java.util.HashMap<String, Set<String>>();
        var wanted = filter.category();
        if (wanted != null) {
            schemas.stream()
                    .filter(it -> it.category(wanted).isPresent())
                    .forEach(it -> categories.put(it.desk(), it.within(wanted)));
            if (categories.isEmpty()) {
                throw Refusal.invalid("ticket-category-unknown", wanted);
            }
        }
        var fields = new ArrayList<List<Test>>();
        filter.fields().forEach((key, value) -> fields.add(tests(key, value, schemas, locale)));
        return new Narrowing(Map.copyOf(categories), List.copyOf(fields));
    }

    private static List<Test> tests(String key, String value, List<DeskSchema> schemas, Locale locale) {
        var tests = new ArrayList<Test>();
        var unreadable = new ArrayList<Refusal>();
        for (var schema : schemas) {
            schema.field(key).ifPresent(field -> {
                try {
                    tests.add(Test.of(schema.desk(), field, value, locale));
                } catch (Refusal no) {
                    unreadable.add(no);
                }
            });
        }
        if (tests.isEmpty()) {
            throw unreadable.isEmpty() ? Refusal.invalid("ticket-field-nowhere", key) : unreadable.getFirst();
        }
        return tests;
    }
}
