package org.askwell.common.paste;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table in rows and columns of equal length, since Markdown knows no merged cells.
 *
 * <p>A cell that reaches down stands in each of its rows, so that every row says all it said; one that reaches to the
 * right stands once, and the others are empty. Empty rows and columns are left out.
 */
final class Grid {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_HEADERS = 3;

    /**
     * @param element the cell, or null where there is none
     * @param repeated whether it reaches in from the left
     * @param continued whether it reaches in from above
     */
    record Cell(@Nullable Element element, boolean repeated, boolean continued) {

        static final Cell NONE = new Cell(null, false, false);

        boolean isEmpty() {
            return element == null || !element.hasText() && element.selectFirst("img") == null;
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();

    /** For each column, how many more rows the last cell of it fills, and that cell. */
    private final int[] reach = new int[MOST_COLUMNS];

    private final Cell[] reaching = new Cell[MOST_COLUMNS];

    private Grid() {}

    static Grid of(Element table) {
        var grid = new Grid();
        for (var part : table.children()) {
            switch (part.normalName()) {
                case "tr" -> grid.add(part);
                case "thead", "tbody", "tfoot" ->
                    part.children().stream()
                            .filter(it -> it.normalName().equals("tr"))
                            .forEach(grid::add);
                default -> {}
            }
        }
        grid.tidy();
        return grid;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    int columns() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /** Takes off the row at the top if one cell fills it: that is the title of the table. */
    @Nullable
    Element takeTitle() {
        if (rows.size() < 2 || columns() < 2) {
            return null;
        }
        var first = rows.getFirst();
        var title = first.getFirst().element();
        if (title == null || first.stream().anyMatch(it -> it.element() != title)) {
            return null;
        }
        rows.removeFirst();
        return title;
    }

    /** How many rows at the top are headers: those of cells that reach to the right, and what they stand above. */
    int headers() {
        int declared = 0;
        while (declared < Math.min(rows.size() - 1, MOST_HEADERS) && isHeader(rows.get(declared))) {
            declared++;
        }
        int merged = 1;
        if (!rows.isEmpty() && rows.getFirst().stream().anyMatch(Cell::repeated)) {
            while (merged < Math.min(rows.size() - 1, MOST_HEADERS)
                    && rows.get(merged).stream().anyMatch(Cell::continued)) {
                merged++;
            }
        }
        return Math.max(declared, merged);
    }

    private static boolean isHeader(List<Cell> row) {
        return row.stream()
                .map(Cell::element)
                .allMatch(it -> it != null && it.normalName().equals("th"));
    }

    /** Rows that were hidden are not wanted, but other cells may reach through them. */
    private void add(Element row) {
        if (rows.size() >= MOST_ROWS) {
            return;
        }
        var cells = new ArrayList<Cell>();
        for (var cell : row.children()) {
            if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                continue;
            }
            takeFromAbove(cells);
            int wide = span(cell, "colspan");
            int high = span(cell, "rowspan");
            for (int right = 0; right < wide && cells.size() < MOST_COLUMNS; right++) {
                reach[cells.size()] = high - 1;
                reaching[cells.size()] = new Cell(cell, right > 0, true);
                cells.add(new Cell(cell, right > 0, false));
            }
        }
        takeFromAbove(cells);
        if (!RichText.isHidden(row)) {
            rows.add(cells);
        }
    }

    /** Cells of earlier rows that reach down to where this row has come to. */
    private void takeFromAbove(List<Cell> cells) {
        while (cells.size() < MOST_COLUMNS && reach[cells.size()] > 0) {
            reach[cells.size()]--;
            cells.add(reaching[cells.size()]);
        }
    }

    private void tidy() {
        int most = rows.stream().mapToInt(List::size).max().orElse(0);
        for (var row : rows) {
            while (row.size() < most) {
                row.add(Cell.NONE);
            }
        }
        rows.removeIf(row -> row.stream().allMatch(it -> it.isEmpty() || it.continued()));
        for (int column = most - 1; column >= 0; column--) {
            int its = column;
            if (rows.stream().map(row -> row.get(its)).allMatch(it -> it.isEmpty() || it.repeated())) {
                rows.forEach(row -> row.remove(its));
            }
        }
    }

    private static int span(Element cell, String attribute) {
        try {
            return Math.clamp(Integer.parseInt(cell.attr(attribute).strip()), 1, MOST_ROWS);
        } catch (NumberFormatException none) {
            return 1;
        }
    }
}
