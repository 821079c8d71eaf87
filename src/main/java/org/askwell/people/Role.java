package org.askwell.people;

/** What a person may do; AGENT and DESK_OWNER hold for one desk, CURATOR for one space, the others everywhere. */
public enum Role {
    EMPLOYEE,
    AGENT,
    DESK_OWNER,
    CURATOR,
    ADMIN;

    public boolean isScoped() {
        return this == AGENT || this == DESK_OWNER || this == CURATOR;
    }
}
