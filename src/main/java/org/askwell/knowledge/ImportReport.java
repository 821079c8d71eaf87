package org.askwell.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an import is getting on.
 *
 * @param total files that are to be looked at; 0 until they have been counted
 * @param reason why it failed, in the language of the one who asked
 * @param lines one for each file that has been looked at
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

    public long count(ImportOutcome outcome) {
        return lines.stream().filter(it -> it.outcome() == outcome).count();
    }
}
