package org.askwell.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an import is getting on.
 *
 * @param total files that are to be looked at; 0 until they have been counted
 * @param reason why it failed, in the language of the one who asked
 * @param counts how many files ended in which way
 * @param lines one for each file that has been looked at; empty where only the progress was asked for
 */
public record ImportReport(
        ImportId id,
        String space,
        String fileName,
        ImportState state,
        int done,
        int total,
        @Nullable String reason,
        Instant createdAt,
        Map<ImportOutcome, Integer> counts,
        List<Line> lines) {

    public record Line(
            String path,
            ImportOutcome outcome,
            @Nullable ArticleId article,
            @Nullable String reasonZh,
            @Nullable String reasonEn) {

        public @Nullable String reason(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? reasonZh : reasonEn;
        }
    }

    static ImportReport of(ArticleImport asked, Map<ImportOutcome, Integer> counts, List<Line> lines, Locale reader) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ImportReport(
                asked.id(),
                asked.space(),
                asked.fileName(),
                asked.state(),
                total - counts.getOrDefault(ImportOutcome.WAITING, 0),
                total,
                asked.reason(reader).orElse(null),
                asked.createdAt(),
                counts,
                lines);
    }

    public int count(ImportOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
