package org.askwell.desk;

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
import java.util.List;
import org.askwell.common.db.StringsConverter;

/** Where an {@link OwnField} is kept. Made and changed by the desk's owners; retired, never deleted. */
@Entity
@Table(name = "desk_field")
class DeskField {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "desk_field_seq")
    @SequenceGenerator(name = "desk_field_seq", sequenceName = "desk_field_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String desk;

    @Column(name = "field_key", updatable = false)
    private String key;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "help_zh")
    private String helpZh;

    @Column(name = "help_en")
    private String helpEn;

    @Enumerated(STRING)
    private OwnField.FieldType kind;

    @Convert(converter = StringsConverter.class)
    private List<String> choices;

    @Enumerated(STRING)
    @Column(name = "filled_by")
    private OwnField.FilledBy filledBy;

    @Column(name = "to_file")
    private boolean toFile;

    @Column(name = "to_resolve")
    private boolean toResolve;

    private int position;
    private boolean retired;

    protected DeskField() {} // JPA

    DeskField(String desk, OwnField field, int position) {
        this.desk = desk;
        this.key = field.key();
        this.position = position;
        take(field);
    }

    final void take(OwnField field) {
        nameZh = field.nameZh();
        nameEn = field.nameEn();
        helpZh = field.helpZh();
        helpEn = field.helpEn();
        kind = field.kind();
        choices = field.choices().stream().map(OwnField.Choice::line).toList();
        filledBy = field.filledBy();
        toFile = field.toFile();
        toResolve = field.toResolve();
        retired = field.retired();
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    String desk() {
        return desk;
    }

    String key() {
        return key;
    }

    OwnField field() {
        return new OwnField(
                key,
                nameZh,
                nameEn,
                kind,
                choices.stream().map(OwnField.Choice::parse).toList(),
                filledBy,
                toFile,
                toResolve,
                helpZh,
                helpEn,
                retired);
    }
}
