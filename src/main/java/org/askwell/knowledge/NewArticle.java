package org.askwell.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody hands in to begin an article with.
 *
 * @param details null makes the writer its owner
 * @param translationOf the article of which this is the other language
 */
public record NewArticle(
        String space,
        String language,
        ArticleText text,
        @Nullable ArticleDetails details,
        @Nullable ArticleId parent,
        @Nullable ArticleId translationOf,
        String note) {

    public static NewArticle of(String space, String language, ArticleText text) {
        return new NewArticle(space, language, text, null, null, null, "");
    }

    public NewArticle under(@Nullable ArticleId article) {
        return new NewArticle(space, language, text, details, article, translationOf, note);
    }

    public NewArticle translating(@Nullable ArticleId article) {
        return new NewArticle(space, language, text, details, parent, article, note);
    }

    public NewArticle noted(String why) {
        return new NewArticle(space, language, text, details, parent, translationOf, why);
    }

    Optional<ArticleId> original() {
        return Optional.ofNullable(translationOf);
    }
}
