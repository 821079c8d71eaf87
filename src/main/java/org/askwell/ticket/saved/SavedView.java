package org.askwell.ticket.saved;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A list somebody comes back to. It is saved, perhaps shared with a desk from the beginning, and deleted. */
@Entity
@Table(name = "saved_view")
class SavedView {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "saved_view_seq")
    @SequenceGenerator(name = "saved_view_seq", sequenceName = "saved_view_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private PersonId owner;

    @Column(updatable = false)
    private @Nullable String desk;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String queue;

    @Column(updatable = false)
    private String query;

    @Column(name = "saved_at", updatable = false)
    private Instant savedAt;

    protected SavedView() {} // JPA

    SavedView(PersonId owner, @Nullable String desk, String name, String queue, String query, Instant at) {
        this.owner = owner;
        this.desk = desk;
        this.name = name;
        this.queue = queue;
        this.query = query;
        this.savedAt = at;
    }

    PersonId owner() {
        return owner;
    }

    @Nullable
    String desk() {
        return desk;
    }

    String queue() {
        return queue;
    }

    SavedViewRow row(boolean open) {
        return new SavedViewRow(SavedViewId.numbered(id), owner, desk, name, queue, query, open);
    }
}
