package org.askwell.people;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** People who belong together across departments, such as all managers; used for visibility. */
@Entity
@Table(name = "person_group")
public class Group extends Unit {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "person_group_seq")
    @SequenceGenerator(name = "person_group_seq", sequenceName = "person_group_seq", allocationSize = 50)
    private Long id;

    protected Group() {} // JPA

    public Group(String slug, String nameZh, String nameEn) {
        super(slug, nameZh, nameEn);
    }

    @Override
    PeopleEvent changed() {
        return new PeopleEvent.GroupChanged(slug());
    }
}
