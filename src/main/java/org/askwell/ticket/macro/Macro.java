package org.askwell.ticket.macro;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.askwell.common.db.StringsConverter;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/** Ready words of a desk. Its owners write it, rewrite it, and delete it; what was said with it stays said. */
@Entity
@Table(name = "ticket_macro")
class Macro {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_macro_seq")
    @SequenceGenerator(name = "ticket_macro_seq", sequenceName = "ticket_macro_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String desk;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "text_zh")
    private String textZh;

    @Column(name = "text_en")
    private String textEn;

    private boolean takes;

    @Enumerated(STRING)
    private @Nullable Priority priority;

    @Convert(converter = StringsConverter.class)
    private List<String> tags;

    @Enumerated(STRING)
    private MacroEnding ending;

    @Column(name = "changed_by")
    private PersonId changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Macro() {} // JPA

    Macro(String desk, MacroWords words, PersonId by, Instant at) {
        this.desk = desk;
        rewrite(words, by, at);
    }

    final void rewrite(MacroWords words, PersonId by, Instant at) {
        nameZh = words.nameZh();
        nameEn = words.nameEn();
        textZh = words.textZh();
        textEn = words.textEn();
        takes = words.takes();
        priority = words.priority();
        tags = words.tags();
        ending = words.ending();
        changedBy = by;
        changedAt = at;
    }

    String desk() {
        return desk;
    }

    MacroRow row() {
        return new MacroRow(
                MacroId.numbered(id),
                desk,
                new MacroWords(nameZh, nameEn, textZh, textEn, takes, priority, tags, ending));
    }
}
