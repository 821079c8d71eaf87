package org.askwell.common;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV that spreadsheets open as it is meant: as UTF-8, and without running what stands in a cell. */
public final class Spreadsheet implements AutoCloseable {

    /** A spreadsheet takes what begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter table;

    public Spreadsheet(Writer out) throws IOException {
        // Without it, spreadsheets take UTF-8 for something else.
        out.write('\uFEFF');
        table = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    public void line(@Nullable Object... cells) throws IOException {
        for (var cell : cells) {
            table.print(cell == null ? "" : plain(cell.toString()));
        }
        table.println();
    }

    public void flush() throws IOException {
        table.flush();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
