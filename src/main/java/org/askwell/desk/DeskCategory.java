package org.askwell.desk;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Where a {@link Category} is kept. Made and renamed by the desk's owners; retired, never deleted. */
@Entity
@Table(name = "desk_category")
class DeskCategory {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "desk_category_seq")
    @SequenceGenerator(name = "desk_category_seq", sequenceName = "desk_category_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String desk;

    @Column(updatable = false)
    private String slug;

    private @Nullable String parent;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private int position;
    private boolean retired;

    protected DeskCategory() {} // JPA

    DeskCategory(String desk, Category category, int position) {
        this.desk = desk;
        this.slug = category.slug();
        this.position = position;
        take(category);
    }

    final void take(Category category) {
        parent = category.parent();
        nameZh = category.nameZh();
        nameEn = category.nameEn();
        retired = category.retired();
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    String desk() {
        return desk;
    }

    String slug() {
        return slug;
    }

    Category category() {
        return new Category(slug, parent, nameZh, nameEn, retired);
    }
}
