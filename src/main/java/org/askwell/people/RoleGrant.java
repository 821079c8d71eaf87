package org.askwell.people;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** That a person has a role, and where. Granted and taken away whole; never changed. */
@Entity
@Table(name = "role_grant")
class RoleGrant {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "role_grant_seq")
    @SequenceGenerator(name = "role_grant_seq", sequenceName = "role_grant_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false)
    private PersonId person;

    @Enumerated(STRING)
    private Role role;

    private String scope;

    protected RoleGrant() {} // JPA

    RoleGrant(PersonId person, Role role, String scope) {
        if (role.isScoped() == scope.isEmpty()) {
            throw new IllegalArgumentException(role + " with scope '" + scope + "'");
        }
        this.person = person;
        this.role = role;
        this.scope = scope;
    }

    Caller.Grant grant() {
        return new Caller.Grant(role, scope);
    }

    PersonId person() {
        return person;
    }
}
