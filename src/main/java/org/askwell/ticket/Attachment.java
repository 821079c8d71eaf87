package org.askwell.ticket;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;
import org.askwell.common.StoredFile;

/** A file that came with a message. */
@Entity
@Table(name = "ticket_attachment")
class Attachment {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_attachment_seq")
    @SequenceGenerator(name = "ticket_attachment_seq", sequenceName = "ticket_attachment_seq", allocationSize = 50)
    private Long id;

    private String token;
    private TicketNumber ticket;
    private int message;
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size")
    private long size;

    private String hash;

    protected Attachment() {} // JPA

    Attachment(TicketNumber ticket, int message, StoredFile file) {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        this.ticket = ticket;
        this.message = message;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.hash = file.hash();
    }

    TicketNumber ticket() {
        return ticket;
    }

    boolean belongsTo(int position) {
        return message == position;
    }

    int message() {
        return message;
    }

    MessageRow.Attached attached() {
        return new MessageRow.Attached(token, file());
    }

    StoredFile file() {
        return new StoredFile(name, mediaType, size, hash);
    }
}
