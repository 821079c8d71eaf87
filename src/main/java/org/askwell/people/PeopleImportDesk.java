package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Where tables of people are handed in: takes the bytes first, outside any transaction, then begins the dry run. */
@ApplicationScoped
public class PeopleImportDesk {

    /** The most bytes that a table may have. */
    public static final long LARGEST = PeopleUploads.LARGEST;

    @Inject
    PeopleImports imports;

    @Inject
    PeopleUploads uploads;

    @Inject
    CurrentPerson current;

    /**
     * Takes a table in and has it compared with who is here. Administrators only.
     *
     * @param fileName as its owner calls it
     * @return the number under which one can ask what the table would do
     */
    public PeopleImportId receive(String fileName, InputStream content) {
        current.get().requireAdmin();
        var received = uploads.receive(content);
        boolean begun = false;
        try {
            var id = imports.begin(fileName, received);
            begun = true;
            return id;
        } finally {
            if (!begun) {
                uploads.delete(received);
            }
        }
    }
}
