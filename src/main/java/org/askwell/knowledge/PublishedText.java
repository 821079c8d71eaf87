package org.askwell.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The published text of an article, for rooms that prove something with it. */
public record PublishedText(
        ArticleId id,
        int revision,
        String space,
        String spaceZh,
        String spaceEn,
        String language,
        String title,
        String markdown,
        PersonId owner,
        @Nullable LocalDate checkedOn,
        @Nullable String translationKey,
        Instant publishedAt) {

    public String spaceName(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? spaceZh : spaceEn;
    }
}
