package org.askwell.people;

import java.io.Serializable;
import java.util.List;

/**
 * A door for rooms where people wait for something: what somebody waits for, as far as the acting person may see it. Who
 * may see none gets an empty list.
 */
public interface OpenThings {

    /**
     * @param id public id
     * @param place path of its page, without a leading slash
     */
    record Thing(String id, String title, String place) implements Serializable {}

    List<Thing> of(PersonId person);
}
