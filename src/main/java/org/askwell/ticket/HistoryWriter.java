package org.askwell.ticket;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.stream.Collectors;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Writes down what befalls tickets, in the same transaction: no change without its line. */
@ApplicationScoped
class HistoryWriter {

    @Inject
    TicketRepository tickets;

    /** Comes before the rules, so that what they do stands below what they answered to. */
    void write(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) TicketEvent event) {
        tickets.add(entry(event));
        if (event instanceof TicketEvent.Opened it) {
            filed(it);
        }
    }

    /** What was filled in when it was filed stands below that it was opened. */
    private void filed(TicketEvent.Opened it) {
        if (it.facts().category() != null) {
            tickets.add(new HistoryEntry(
                    it, HistoryRow.Kind.CATEGORISED, null, it.facts().category(), null));
        }
        it.facts()
                .fields()
                .forEach((field, value) -> tickets.add(
                        new HistoryEntry(it, HistoryRow.Kind.FIELD_SET, null, value, it.desk() + "/" + field)));
    }

    private static HistoryEntry entry(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened it -> new HistoryEntry(it, HistoryRow.Kind.OPENED, null, it.queue(), null);
            case TicketEvent.Replied it -> new HistoryEntry(it, HistoryRow.Kind.REPLIED, null, null, null);
            case TicketEvent.Noted it -> new HistoryEntry(it, HistoryRow.Kind.NOTED, null, null, null);
            case TicketEvent.Assigned it ->
                new HistoryEntry(it, HistoryRow.Kind.ASSIGNED, text(it.from()), text(it.to()), it.why());
            case TicketEvent.Escalated it ->
                new HistoryEntry(
                        it,
                        HistoryRow.Kind.ESCALATED,
                        it.told().stream().map(PersonId::value).collect(Collectors.joining(" ")),
                        it.what().name(),
                        Integer.toString(it.minutes()));
            case TicketEvent.QueueChanged it ->
                new HistoryEntry(it, HistoryRow.Kind.QUEUE_CHANGED, it.from(), it.to(), null);
            case TicketEvent.Transferred it ->
                new HistoryEntry(it, HistoryRow.Kind.TRANSFERRED, it.fromDesk(), it.desk(), it.note());
            case TicketEvent.Held it -> new HistoryEntry(it, HistoryRow.Kind.HELD, null, text(it.until()), it.reason());
            case TicketEvent.Asked it -> new HistoryEntry(it, HistoryRow.Kind.ASKED, null, null, null);
            case TicketEvent.Reminded it ->
                new HistoryEntry(it, HistoryRow.Kind.REMINDED, null, text(it.closesAt()), null);
            case TicketEvent.Closed it -> new HistoryEntry(it, HistoryRow.Kind.CLOSED, null, null, null);
            case TicketEvent.Rated it ->
                new HistoryEntry(
                        it,
                        it.satisfied() ? HistoryRow.Kind.PLEASED : HistoryRow.Kind.DISPLEASED,
                        null,
                        null,
                        it.reason());
            case TicketEvent.Nudged it ->
                new HistoryEntry(it, HistoryRow.Kind.NUDGED, null, String.valueOf(it.count()), null);
            case TicketEvent.Resumed it -> new HistoryEntry(it, HistoryRow.Kind.RESUMED, null, null, null);
            case TicketEvent.Resolved it -> new HistoryEntry(it, HistoryRow.Kind.RESOLVED, null, null, it.text());
            case TicketEvent.Confirmed it -> new HistoryEntry(it, HistoryRow.Kind.CONFIRMED, null, null, null);
            case TicketEvent.Reopened it -> new HistoryEntry(it, HistoryRow.Kind.REOPENED, null, null, null);
            case TicketEvent.Withdrawn it -> new HistoryEntry(it, HistoryRow.Kind.WITHDRAWN, null, null, null);
            case TicketEvent.Merged it -> new HistoryEntry(it, HistoryRow.Kind.MERGED, null, text(it.into()), null);
            case TicketEvent.Absorbed it ->
                new HistoryEntry(it, HistoryRow.Kind.ABSORBED, null, text(it.merged()), null);
            case TicketEvent.Linked it -> new HistoryEntry(it, HistoryRow.Kind.LINKED, null, text(it.other()), null);
            case TicketEvent.Unlinked it ->
                new HistoryEntry(it, HistoryRow.Kind.UNLINKED, text(it.other()), null, null);
            case TicketEvent.Ticked it ->
                new HistoryEntry(
                        it,
                        switch (it.what()) {
                            case ADDED -> HistoryRow.Kind.CHECKLIST_ADDED;
                            case DONE -> HistoryRow.Kind.CHECKLIST_DONE;
                            case UNDONE -> HistoryRow.Kind.CHECKLIST_UNDONE;
                            case REMOVED -> HistoryRow.Kind.CHECKLIST_REMOVED;
                        },
                        null,
                        null,
                        it.text());
            case TicketEvent.Tagged it ->
                new HistoryEntry(
                        it,
                        HistoryRow.Kind.TAGGED,
                        String.join(", ", it.before()),
                        String.join(", ", it.after()),
                        null);
            case TicketEvent.Categorised it ->
                new HistoryEntry(it, HistoryRow.Kind.CATEGORISED, it.from(), it.to(), null);
            case TicketEvent.FieldSet it ->
                new HistoryEntry(it, HistoryRow.Kind.FIELD_SET, it.before(), it.after(), it.desk() + "/" + it.field());
            case TicketEvent.Prioritised it ->
                new HistoryEntry(
                        it,
                        HistoryRow.Kind.PRIORITISED,
                        it.from().name(),
                        it.to().name(),
                        null);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
