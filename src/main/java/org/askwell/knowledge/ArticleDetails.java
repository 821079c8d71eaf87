package org.askwell.knowledge;

import java.time.LocalDate;
import java.util.List;
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

    public ArticleDetails {
        tags = tags.stream()
                .map(ArticleText::oneLine)
                .filter(it -> !it.isEmpty() && it.length() <= 60)
                .distinct()
                .limit(20)
                .toList();
    }

    public static ArticleDetails ownedBy(PersonId owner) {
        return new ArticleDetails(owner, null, null, List.of());
    }
}
