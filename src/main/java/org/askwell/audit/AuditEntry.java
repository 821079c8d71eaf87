package org.askwell.audit;

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
import org.askwell.common.Deed;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** One line of the audit. Written with the deed itself, never changed, never deleted. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

    static final int LONGEST_OBJECT = 200;
    static final int LONGEST_VALUE = 200;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 1000)
    private Long id;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "by_person", updatable = false)
    private PersonId by;

    @Enumerated(STRING)
    @Column(updatable = false)
    private Deed.Kind kind;

    @Enumerated(STRING)
    @Column(updatable = false)
    private Deed.What what;

    @Column(updatable = false)
    private String object;

    @Column(updatable = false)
    private String part;

    @Column(name = "value_from", updatable = false)
    private @Nullable String from;

    @Column(name = "value_to", updatable = false)
    private @Nullable String to;

    protected AuditEntry() {} // JPA

    AuditEntry(Deed deed, PersonId by, Instant at) {
        this.at = at;
        this.by = by;
        this.kind = deed.kind();
        this.what = deed.what();
        this.object = cut(deed.object(), LONGEST_OBJECT);
        this.part = deed.part();
        this.from = shortened(deed.from());
        this.to = shortened(deed.to());
    }

    static @Nullable String shortened(@Nullable String value) {
        return value == null ? null : cut(value, LONGEST_VALUE);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
