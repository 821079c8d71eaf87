package org.askwell.people;

import java.util.List;
import java.util.Map;

/** Everybody who is here, and the departments, as a table of people is compared with them. */
record Staff(Map<PersonId, Known> people, List<Part> departments) {

    /** @param imported whether an earlier table has named this person */
    record Known(Profile profile, boolean active, boolean imported) {}

    /** A department by all that it is called. */
    record Part(String slug, String nameZh, String nameEn) {}
}
