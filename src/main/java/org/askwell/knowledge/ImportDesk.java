package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Where files are handed in: takes the bytes first, outside any transaction, then begins the import. */
@ApplicationScoped
public class ImportDesk {

    /** The most bytes that one import may have. */
    public static final long LARGEST = Uploads.LARGEST;

    @Inject
    ImportService imports;

    @Inject
    Uploads uploads;

    /**
     * Takes in a zip or a single document for a space.
     *
     * @param fileName as its owner calls it; the ending says what it is
     * @param publish whether readers see at once what is taken in
     * @return the number under which its progress can be asked
     */
    public ImportId receive(String space, String fileName, InputStream content, boolean publish) {
        imports.requireMayImport(space, publish);
        ImportKind.requireOpenable(fileName);
        var received = uploads.receive(content);
        boolean begun = false;
        try {
            var id = imports.begin(space, fileName, received, publish);
            begun = true;
            return id;
        } finally {
            if (!begun) {
                uploads.delete(received);
            }
        }
    }
}
