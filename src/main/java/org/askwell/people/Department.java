package org.askwell.people;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A part of the company; departments form a tree. */
@Entity
@Table(name = "department")
public class Department extends Unit {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "department_seq")
    @SequenceGenerator(name = "department_seq", sequenceName = "department_seq", allocationSize = 50)
    private Long id;

    private @Nullable String parent;

    protected Department() {} // JPA

    public Department(String slug, String nameZh, String nameEn, @Nullable String parent) {
        super(slug, nameZh, nameEn);
        this.parent = parent;
    }

    /** The slug of the department above, or null at the top. */
    public @Nullable String parent() {
        return parent;
    }

    @Override
    PeopleEvent changed() {
        return new PeopleEvent.DepartmentChanged(slug());
    }
}
