package org.askwell.people;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the company; departments form a tree. */
@Entity
@Table(name = "department")
public class Department {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "department_seq")
    @SequenceGenerator(name = "department_seq", sequenceName = "department_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private @Nullable String parent;

    protected Department() {} // JPA

    public Department(String slug, String nameZh, String nameEn, @Nullable String parent) {
        this.slug = slug;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.parent = parent;
    }

    public String slug() {
        return slug;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    /** The slug of the department above, or null at the top. */
    public @Nullable String parent() {
        return parent;
    }
}
