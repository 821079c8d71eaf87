package org.askwell.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.askwell.common.Slice;
import org.askwell.common.Spreadsheet;
import org.askwell.common.Texts;

/**
 * The audit as a table of any length. It is read in short transactions, page by page, so that neither memory nor the
 * database holds it as a whole; what happens meanwhile is not in it.
 */
@ApplicationScoped
public class AuditTable {

    @Inject
    AuditTrail trail;

    /** Call {@link AuditTrail#noteExport} first: that refuses who may not, and notes who did. */
    public void write(AuditFilter filter, Locale locale, Writer out) throws IOException {
        var table = new Spreadsheet(out);
        table.line(
                Texts.in(locale, "audit.when"),
                Texts.in(locale, "audit.who"),
                Texts.in(locale, "audit.thing"),
                Texts.in(locale, "audit.object"),
                Texts.in(locale, "audit.deed"),
                Texts.in(locale, "audit.part"),
                Texts.in(locale, "audit.from"),
                Texts.in(locale, "audit.to"));
        String cursor = null;
        do {
            var some = trail.list(filter, cursor, Slice.MAX_LIMIT * 5);
            for (var row : some.items()) {
                table.line(row.at(), row.by(), row.kind(), row.object(), row.what(), row.part(), row.from(), row.to());
            }
            table.flush();
            cursor = some.nextCursor();
        } while (cursor != null);
    }
}
