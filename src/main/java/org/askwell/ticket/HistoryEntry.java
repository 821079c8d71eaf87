package org.askwell.ticket;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** One line of a ticket's history. Only ever added. */
@Entity
@Table(name = "ticket_history")
class HistoryEntry {

    private static final int LONGEST_NOTE = 2000;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_history_seq")
    @SequenceGenerator(name = "ticket_history_seq", sequenceName = "ticket_history_seq", allocationSize = 1000)
    private Long id;

    private TicketNumber ticket;

    @Enumerated(STRING)
    private HistoryRow.Kind kind;

    @Column(name = "by_person")
    private PersonId by;

    private Instant at;

    @Column(name = "value_before")
    private @Nullable String before;

    @Column(name = "value_after")
    private @Nullable String after;

    private @Nullable String note;

    protected HistoryEntry() {} // JPA

    HistoryEntry(
            TicketEvent event,
            HistoryRow.Kind kind,
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {
        this.ticket = event.number();
        this.kind = kind;
        this.by = event.by();
        this.at = event.at();
        this.before = cut(before, 200);
        this.after = cut(after, 200);
        this.note = cut(note, LONGEST_NOTE);
    }

    HistoryRow row() {
        return new HistoryRow(kind, by, at, before, after, note);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
