package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.OwnField;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Fills in what a desk wants to know of its tickets, and knows what is missing. A ticket without fields costs nothing. */
@ApplicationScoped
class FieldKeeper {

    @Inject
    TicketRepository tickets;

    @Inject
    DeskSchemas schemas;

    /**
     * What is filled in when a ticket is filed, ready to be kept; refuses what is not asked for, cannot be read or is
     * missing.
     *
     * @param works who files it answers at that desk
     */
    Map<String, String> filed(NewTicket words, DeskSchema schema, boolean works, Locale locale) {
        requireOffered(schema, words.category());
        if (words.fields().isEmpty() && schema.fields().isEmpty()) {
            return Map.of();
        }
        var given = read(schema, words.fields(), locale);
        var filled = new LinkedHashMap<String, String>();
        for (var field : schema.fields()) {
            var value = given.get(field.key());
            if (value != null) {
                filled.put(field.key(), value);
            }
        }
        for (var field : schema.asked()) {
            if (!works && field.filledBy() == OwnField.FilledBy.AGENT && filled.containsKey(field.key())) {
                throw Refusal.forbidden("ticket-field-agents", field.name(locale));
            }
        }
        var missing = schema.askedOfEmployees().stream()
                .filter(it -> it.toFile() && !filled.containsKey(it.key()))
                .toList();
        if (words.desk() != null && !missing.isEmpty()) {
            throw Refusal.invalid("ticket-fields-to-file", names(missing, locale));
        }
        return filled;
    }

    /** Writes what was filed beside a ticket that is just being opened. */
    void keep(Ticket ticket, DeskSchema schema, Map<String, String> filed) {
        filed.forEach((key, value) -> schema.field(key)
                .ifPresent(field -> tickets.add(new FieldValue(ticket.number(), schema.desk(), field, value))));
        ticket.carries(filed.size());
    }

    /** What somebody wrote, ready to be kept; null empties a field. Refuses what is not asked for or cannot be read. */
    Map<String, @Nullable String> read(DeskSchema schema, Map<String, @Nullable String> given, Locale locale) {
        var read = new LinkedHashMap<String, @Nullable String>();
        given.forEach((key, written) -> {
            var field = schema.field(key)
                    .filter(it -> !it.retired() || written == null || written.isBlank())
                    .orElseThrow(() -> Refusal.invalid("ticket-field-unknown", key, schema.desk()));
            read.put(key, written == null || written.isBlank() ? null : field.read(written, locale));
        });
        return read;
    }

    /** Puts values into fields of a ticket; those that stand there already bring about nothing. */
    List<TicketEvent> fill(
            Ticket ticket, DeskSchema schema, Map<String, @Nullable String> values, PersonId by, Instant at) {
        if (values.isEmpty()) {
            return List.of();
        }
        var present = ticket.fields() == 0
                ? Map.<String, FieldValue>of()
                : tickets.fieldValues(ticket.number()).stream()
                        .filter(FieldValue::isShown)
                        .collect(Collectors.toMap(FieldValue::key, it -> it));
        var events = new ArrayList<TicketEvent>();
        for (var field : schema.fields()) {
            if (values.containsKey(field.key())) {
                var row = present.get(field.key());
                var before = row == null ? null : row.text();
                var after = values.get(field.key());
                put(ticket, schema, field, row, after);
                ticket.fill(schema.desk(), field.key(), before, after, by, at).ifPresent(events::add);
            }
        }
        return events;
    }

    private void put(
            Ticket ticket, DeskSchema schema, OwnField field, @Nullable FieldValue row, @Nullable String value) {
        if (value == null) {
            if (row != null) {
                tickets.remove(row);
            }
        } else if (row != null) {
            row.write(field, value);
        } else {
            tickets.add(new FieldValue(ticket.number(), schema.desk(), field, value));
        }
    }

    /** What the rules want to stand there. What the desk no longer asks for, or can no longer read, is left out. */
    List<TicketEvent> place(Ticket ticket, Placement placement, Instant at) {
        if (placement.fields().isEmpty()) {
            return List.of();
        }
        var schema = schemas.of(ticket.desk());
        var values = new HashMap<String, @Nullable String>();
        placement
                .fields()
                .forEach((key, written) -> schema.field(key)
                        .filter(it -> !it.retired())
                        .ifPresent(field -> readable(field, written, values)));
        return fill(ticket, schema, values, PersonId.PORTAL, at);
    }

    private static void readable(OwnField field, String written, Map<String, @Nullable String> values) {
        try {
            values.put(field.key(), field.read(written, Locale.ENGLISH));
        } catch (Refusal noLongerAChoice) {
            // A rule that names a choice which has been taken away must not keep a ticket from being opened.
        }
    }

    /** Leaves the fields of one desk behind for those of another; the ticket does not have its category any more. */
    List<TicketEvent> move(Ticket ticket, String toDesk, PersonId by, Instant at) {
        var rows = tickets.fieldValues(ticket.number());
        rows.forEach(it -> it.showOnlyAt(toDesk, at));
        ticket.carries((int) rows.stream().filter(FieldValue::isShown).count());
        return ticket.categorise(null, by, at).map(List::of).orElseGet(List::of);
    }

    /** Refuses to call it solved while something is missing that its desk needs for that. */
    void requireComplete(Ticket ticket, Locale locale) {
        var schema = schemas.of(ticket.desk());
        var needed = schema.asked().stream().filter(OwnField::toResolve).toList();
        var missing = new ArrayList<String>();
        if (schema.categoryNeeded() && ticket.category() == null) {
            missing.add(org.askwell.common.Texts.in(locale, "ticket.category"));
        }
        if (!needed.isEmpty()) {
            var values = of(ticket);
            needed.stream().filter(it -> !values.containsKey(it.key())).forEach(it -> missing.add(it.name(locale)));
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid("ticket-fields-missing", ticket.number(), joined(missing, locale));
        }
    }

    static void requireOffered(DeskSchema schema, @Nullable String category) {
        if (category != null
                && schema.offered().stream().noneMatch(it -> it.slug().equals(category))) {
            throw Refusal.invalid("ticket-category", category, schema.desk());
        }
    }

    /** What stands in the fields of a ticket, in the order of the desk. */
    Map<String, String> of(Ticket ticket) {
        return ticket.fields() == 0
                ? Map.of()
                : inOrder(schemas.of(ticket.desk()), tickets.fieldValues(ticket.number()));
    }

    /** What would stand there at that desk, to which the ticket is just going. */
    Map<String, String> at(String desk, Ticket ticket) {
        return ticket.fields() == 0 ? Map.of() : inOrder(schemas.of(desk), tickets.fieldValues(ticket.number()));
    }

    /** As {@link #of}, for all tickets of a list at once. */
    Map<TicketNumber, Map<String, String>> of(Collection<TicketRow> rows) {
        var filled = rows.stream().filter(it -> it.fields() > 0).toList();
        if (filled.isEmpty()) {
            return Map.of();
        }
        var byTicket = tickets
                .fieldValues(filled.stream().map(TicketRow::number).toList())
                .stream()
                .collect(Collectors.groupingBy(FieldValue::ticket));
        var values = new HashMap<TicketNumber, Map<String, String>>();
        filled.forEach(row -> values.put(
                row.number(), inOrder(schemas.of(row.desk()), byTicket.getOrDefault(row.number(), List.of()))));
        return values;
    }

    private static Map<String, String> inOrder(DeskSchema schema, List<FieldValue> rows) {
        var values = new LinkedHashMap<String, String>();
        for (var field : schema.fields()) {
            rows.stream()
                    .filter(it -> it.isShown() && it.key().equals(field.key()))
                    .forEach(it -> values.put(field.key(), it.text()));
        }
        return values;
    }

    private static String names(List<OwnField> fields, Locale locale) {
        return joined(fields.stream().map(it -> it.name(locale)).toList(), locale);
    }

    private static String joined(List<String> names, Locale locale) {
        return String.join("zh".equals(locale.getLanguage()) ? "、" : ", ", names);
    }
}
