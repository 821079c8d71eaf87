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

/** People who belong together across departments, such as all managers; used for visibility. */
@Entity
@Table(name = "person_group")
public class Group {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "person_group_seq")
    @SequenceGenerator(name = "person_group_seq", sequenceName = "person_group_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    protected Group() {} // JPA

    public Group(String slug, String nameZh, String nameEn) {
        this.slug = slug;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    public String slug() {
        return slug;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
