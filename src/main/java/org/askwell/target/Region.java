package org.askwell.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.askwell.sla.SpecialDay;

/** Where the same days are holidays, year by year. A year that does not stand here was not decreed, and is not guessed. */
public record Region(String name, List<Year> years) {

    /**
     * @param source who decreed it, as the file said
     * @param ships it came with the portal, and nobody has imported another
     */
    public record Year(int year, String source, boolean ships, List<SpecialDay> days) {}

    public Stream<SpecialDay> days() {
        return years.stream().flatMap(it -> it.days().stream());
    }

    public Optional<Year> in(int year) {
        return years.stream().filter(it -> it.year() == year).findFirst();
    }
}
