package org.askwell.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an article beside its text.
 *
 * @param checkedOn when somebody last made sure that it is still right
 * @param reviewOn when somebody has to look again
 */
public record ArticleDetails(
        PersonId owner,
        @Nullable LocalDate checkedOn,
        @Nullable LocalDate reviewOn,
        List<String> tags) {

    public static final int MOST_TAGS = 20;
    public static final int LONGEST_TAG = 60;

    public ArticleDetails {
        tags = tags.stream()
                .map(ArticleText::oneLine)
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_TAG)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    /** As somebody typed them: tags that would not be kept are refused instead of forgotten. */
    public static ArticleDetails of(
            PersonId owner, @Nullable LocalDate checkedOn, @Nullable LocalDate reviewOn, List<String> tags) {
        var lines = tags.stream()
                .map(ArticleText::oneLine)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST_TAGS || lines.stream().anyMatch(it -> it.length() > LONGEST_TAG)) {
            throw Refusal.invalid("article-tags", MOST_TAGS, LONGEST_TAG);
        }
        return new ArticleDetails(owner, checkedOn, reviewOn, lines);
    }

    /** Whether the day has come on which somebody has to look again: what it says may not hold any more. */
    public boolean isStale(LocalDate today) {
        return reviewOn != null && !reviewOn.isAfter(today);
    }

    public static ArticleDetails ownedBy(PersonId owner) {
        return new ArticleDetails(owner, null, null, List.of());
    }
}
