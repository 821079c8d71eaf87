package org.askwell.ask;

import java.util.ArrayList;
import java.util.List;

/** Puts a row of a table into words. */
final class Rows {

    private Rows() {}

    /** Each cell after the header of its column; the first column names the row and needs none. */
    static String spoken(List<String> header, List<String> cells) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                var name = i < header.size() ? header.get(i).strip() : "";
                parts.add(
                        name.isEmpty()
                                ? cells.get(i).strip()
                                : name + ": " + cells.get(i).strip());
            }
        }
        return String.join("; ", parts);
    }
}
