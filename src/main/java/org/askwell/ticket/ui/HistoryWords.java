package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Texts;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketSheet;
import org.jspecify.annotations.Nullable;

/** Tells what befell a ticket, a sentence for each line of its history. */
final class HistoryWords {

    private final DeskService desks;
    private final DeskSchemas schemas;

    HistoryWords(DeskService desks, DeskSchemas schemas) {
        this.desks = desks;
        this.schemas = schemas;
    }

    /** @param names of everybody who is named in it */
    String sentence(HistoryRow row, TicketSheet ticket, Map<PersonId, PersonRow> names) {
        var by = TicketWords.name(row.by(), names);
        var key = "ticket.history." + row.kind().name().toLowerCase(Locale.ROOT);
        return switch (row.kind()) {
            case ASSIGNED -> assigned(row, by, names);
            case ESCALATED ->
                word(
                        key + "." + Objects.requireNonNull(row.after()).toLowerCase(Locale.ROOT),
                        Objects.requireNonNullElse(row.note(), ""),
                        told(row).stream()
                                .map(it -> TicketWords.name(it, names))
                                .collect(Collectors.joining(", ")));
            case OPENED ->
                row.by().equals(ticket.requester())
                        ? word(key, by, queueName(row.after()))
                        : word(
                                "ticket.history.opened.for",
                                by,
                                TicketWords.name(ticket.requester(), names),
                                queueName(row.after()));
            case CATEGORISED -> categorised(row, by, ticket);
            case FIELD_SET -> fieldSet(row, by);
            case QUEUE_CHANGED -> word(key, by, queueName(row.after()));
            case MERGED, ABSORBED, LINKED -> word(key, by, Objects.requireNonNullElse(row.after(), ""));
            case UNLINKED -> word(key, by, Objects.requireNonNullElse(row.before(), ""));
            case TRANSFERRED -> word(key, by, deskName(row.after()));
            case HELD, CHECKLIST_ADDED, CHECKLIST_DONE, CHECKLIST_UNDONE, CHECKLIST_REMOVED ->
                word(key, by, Objects.requireNonNullElse(row.note(), ""));
            case TAGGED -> word(key, by, Objects.requireNonNullElse(row.after(), ""));
            case PRIORITISED ->
                word(key, by, TicketWords.priority(Priority.valueOf(Objects.requireNonNull(row.after()))));
            default -> word(key, by);
        };
    }

    /** Whom an escalation has told; one who does not stand there whole any more is left out. */
    static List<PersonId> told(HistoryRow row) {
        return Arrays.stream(Objects.requireNonNullElse(row.before(), "").split(" "))
                .flatMap(it -> PersonId.parse(it).stream())
                .toList();
    }

    private static String assigned(HistoryRow row, String by, Map<PersonId, PersonRow> names) {
        var to = PersonId.parse(row.after()).orElse(null);
        var sentence = to == null
                ? word("ticket.history.unassigned", by)
                : word("ticket.history.assigned", by, TicketWords.name(to, names));
        var why = Objects.requireNonNullElse(row.note(), "").split(" ", 2);
        var key = "ticket.why." + why[0].toLowerCase(Locale.ROOT);
        return why[0].isEmpty() || !Texts.has(key)
                ? sentence
                : word("ticket.history.because", sentence, word(key, why.length > 1 ? why[1] : ""));
    }

    private String categorised(HistoryRow row, String by, TicketSheet ticket) {
        return row.after() == null
                ? word("ticket.history.uncategorised", by, categoryName(row.before(), ticket))
                : word("ticket.history.categorised", by, categoryName(row.after(), ticket));
    }

    /** The category of the desk at which the ticket is, or of any other at which it was. */
    private String categoryName(@Nullable String slug, TicketSheet ticket) {
        var name = Objects.requireNonNullElse(slug, "");
        var here = schemas.of(ticket.desk());
        return here.category(name).isPresent()
                ? here.label(name, Words.locale())
                : schemas.all().stream()
                        .filter(it -> it.category(name).isPresent())
                        .findFirst()
                        .map(it -> it.label(name, Words.locale()))
                        .orElse(name);
    }

    /** The note names desk and field: {@code it/orderNumber}. */
    private String fieldSet(HistoryRow row, String by) {
        var which = Objects.requireNonNullElse(row.note(), "/").split("/", 2);
        var field = schemas.of(which[0]).field(which[1]);
        var name = field.map(it -> it.name(Words.locale())).orElse(which[1]);
        var value = Objects.requireNonNullElse(row.after() == null ? row.before() : row.after(), "");
        return word(
                row.after() == null ? "ticket.history.field_emptied" : "ticket.history.field_set",
                by,
                name,
                field.map(it -> it.shown(value, Words.locale())).orElse(value));
    }

    private String queueName(@Nullable String slug) {
        return slug == null
                ? ""
                : desks.findQueue(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }

    private String deskName(@Nullable String slug) {
        return slug == null
                ? ""
                : desks.find(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }
}
