package org.askwell.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an import of people is getting on.
 *
 * @param done so many of the lines that do something are done
 * @param total so many lines do something; 0 until they have been counted
 * @param counts how many lines do what
 * @param makeDepartments whether departments that are not here are made
 * @param closeMissing whether accounts are closed whom an earlier table named and this one does not
 * @param unknownColumns headings that mean nothing here
 * @param unknownDepartments what the table calls departments that are not here
 * @param reason why it failed, in the language of the one who asked
 */
public record PeopleImportReport(
        PeopleImportId id,
        PersonId importer,
        String fileName,
        PeopleImportState state,
        int done,
        int total,
        Map<LineOutcome, Integer> counts,
        boolean makeDepartments,
        boolean closeMissing,
        List<String> unknownColumns,
        List<String> unknownDepartments,
        @Nullable String reason,
        Instant createdAt) {

    /**
     * One line of the table, or somebody who is missing in it.
     *
     * @param position where it stands in the report
     * @param line in the file; 0 for who is not in it
     * @param applied whether it has been done
     */
    public record Line(
            int position,
            int line,
            LineOutcome outcome,
            boolean applied,
            @Nullable PersonId person,
            String name,
            List<FieldChange> changes,
            @Nullable String reasonZh,
            @Nullable String reasonEn) {

        public @Nullable String reason(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? reasonZh : reasonEn;
        }
    }

    /** How many lines of one kind there are, and how many of them are done. */
    record Tally(LineOutcome outcome, boolean applied, int lines) {}

    static PeopleImportReport of(PeopleImport asked, List<Tally> tallies, Locale reader) {
        var counts = new java.util.EnumMap<LineOutcome, Integer>(LineOutcome.class);
        int done = 0;
        int total = 0;
        for (var tally : tallies) {
            counts.merge(tally.outcome(), tally.lines(), Integer::sum);
            if (tally.outcome().isWork()) {
                total += tally.lines();
                done += tally.applied() ? tally.lines() : 0;
            }
        }
        var options = asked.options();
        return new PeopleImportReport(
                asked.id(),
                asked.importer(),
                asked.fileName(),
                asked.state(),
                done,
                total,
                counts,
                options.makeDepartments(),
                options.closeMissing(),
                asked.unknownColumns(),
                asked.unknownDepartments(),
                asked.reason(reader).orElse(null),
                asked.createdAt());
    }

    public int count(LineOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** All lines of the table, whatever they do. */
    public int lines() {
        return counts.values().stream().mapToInt(Integer::intValue).sum()
                - count(LineOutcome.MISSING)
                - count(LineOutcome.CLOSED);
    }
}
