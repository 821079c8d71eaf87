package org.askwell.ask;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePages;
import org.askwell.search.Page;
import org.jspecify.annotations.Nullable;

/**
 * Questions for rooms that learn from all of them: nobody's rights are asked here, so what comes out is shown to nobody
 * before the names in it are gone. One public method is one transaction.
 */
@ApplicationService
public class QuestionArchive {

    @Inject
    QuestionRepository questions;

    @Inject
    ArticlePages pages;

    /**
     * A question that stands on its own.
     *
     * @param text with the question before it, where it cannot be understood without
     * @param nearest the article that answered it or came nearest, if any did
     * @param space the space of that article, if it is published still
     */
    public record Understood(
            String text,
            @Nullable ArticleId nearest,
            @Nullable String space) {}

    public Optional<Understood> understood(QuestionId name) {
        return questions.find(name).map(this::understood);
    }

    private Understood understood(Question question) {
        var before = questions.before(question).map(Question::text).orElse(null);
        var asked = Asked.of(question.text(), before, question.language());
        var names = List.of(question.name());
        var nearest = questions.sentences(names).stream()
                .map(ShownSentence::part)
                .filter(ShownSentence.Part::key)
                .map(ShownSentence.Part::article)
                .findFirst()
                .or(() -> questions.offered(names).stream()
                        .map(it -> it.part().article())
                        .findFirst());
        return new Understood(
                asked.searched(),
                nearest.flatMap(ArticleId::parse).orElse(null),
                nearest.flatMap(pages::page).map(Page::space).orElse(null));
    }

    /** What became of the answers that an article proved, since then. */
    public ArticleScore score(ArticleId article, Instant since) {
        return questions.score(article.value(), since);
    }
}
