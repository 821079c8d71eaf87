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
import java.util.List;
import org.askwell.people.PersonId;

/** What somebody said on a ticket. Written once, never changed. */
@Entity
@Table(name = "ticket_message")
class Message {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_message_seq")
    @SequenceGenerator(name = "ticket_message_seq", sequenceName = "ticket_message_seq", allocationSize = 1000)
    private Long id;

    private TicketNumber ticket;

    @Column(name = "position")
    private int position;

    private PersonId author;

    @Enumerated(STRING)
    private Visibility visibility;

    private String text;
    private Instant at;

    protected Message() {} // JPA

    Message(TicketNumber ticket, int position, PersonId author, Visibility visibility, String text, Instant at) {
        this.ticket = ticket;
        this.position = position;
        this.author = author;
        this.visibility = visibility;
        this.text = text;
        this.at = at;
    }

    TicketNumber ticket() {
        return ticket;
    }

    int position() {
        return position;
    }

    MessageRow row(List<Attachment> files) {
        return new MessageRow(
                position,
                author,
                visibility,
                text,
                at,
                files.stream()
                        .filter(it -> it.belongsTo(position))
                        .map(Attachment::attached)
                        .toList());
    }
}
