package org.askwell.people;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.ShortName;

/**
 * A named part of the company: what departments and groups have in common.
 *
 * <p>The short name stays, because rights bear it; the names that people read may change.
 */
@MappedSuperclass
public abstract class Unit {

    private static final int LONGEST_NAME = 120;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    protected Unit() {} // JPA

    Unit(String slug, String nameZh, String nameEn) {
        this.slug = ShortName.require(slug);
        take(nameZh, nameEn);
    }

    /** Gives it other names; the event tells what may have to be read again. */
    public PeopleEvent rename(String newNameZh, String newNameEn) {
        take(newNameZh, newNameEn);
        return changed();
    }

    public String slug() {
        return slug;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    abstract PeopleEvent changed();

    private void take(String newNameZh, String newNameEn) {
        var zh = requireName(newNameZh);
        var en = requireName(newNameEn);
        nameZh = zh;
        nameEn = en;
    }

    private static String requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("unit-name", LONGEST_NAME);
        }
        return name.strip();
    }
}
