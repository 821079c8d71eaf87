package org.askwell.search;

/** Which page: the room it comes from ("article") and its public id there ("A-318"). */
public record PageRef(String source, String id) {

    @Override
    public String toString() {
        return source + "/" + id;
    }
}
