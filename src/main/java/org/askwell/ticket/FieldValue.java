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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one of the desk's own fields of a ticket.
 *
 * <p>When the ticket goes to another desk, the value stays and is hidden; it is shown again when the ticket comes back. A
 * field that is emptied loses its row; the history keeps what stood there.
 */
@Entity
@Table(name = "ticket_field")
class FieldValue {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_field_seq")
    @SequenceGenerator(name = "ticket_field_seq", sequenceName = "ticket_field_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Column(updatable = false)
    private String desk;

    @Column(name = "field_key", updatable = false)
    private String key;

    @Enumerated(STRING)
    private OwnField.FieldType kind;

    private String text;
    private String folded;

    @Column(name = "number_value")
    private @Nullable BigDecimal number;

    @Column(name = "date_value")
    private @Nullable LocalDate day;

    @Column(name = "hidden_at")
    private @Nullable Instant hiddenAt;

    protected FieldValue() {} // JPA

    FieldValue(TicketNumber ticket, String desk, OwnField field, String value) {
        this.ticket = ticket;
        this.desk = desk;
        this.key = field.key();
        write(field, value);
    }

    /** @param value as {@link OwnField#read} gives it */
    final void write(OwnField field, String value) {
        kind = field.kind();
        text = value;
        folded = OwnField.fold(value);
        number = kind == OwnField.FieldType.NUMBER ? new BigDecimal(value) : null;
        day = kind == OwnField.FieldType.DATE ? LocalDate.parse(value) : null;
    }

    void showOnlyAt(String place, Instant at) {
        if (desk.equals(place)) {
            hiddenAt = null;
        } else if (hiddenAt == null) {
            hiddenAt = at;
        }
    }

    boolean isShown() {
        return hiddenAt == null;
    }

    TicketNumber ticket() {
        return ticket;
    }

    String key() {
        return key;
    }

    String text() {
        return text;
    }
}
