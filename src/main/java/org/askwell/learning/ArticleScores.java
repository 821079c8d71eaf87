package org.askwell.learning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.askwell.ask.ArticleScore;
import org.askwell.ask.QuestionArchive;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.people.CurrentPerson;

/** How well articles do as answers; for their owners and curators. One public method is one transaction. */
@ApplicationService
public class ArticleScores {

    /** So far back the score looks. */
    public static final int DAYS = 90;

    @Inject
    QuestionArchive archive;

    @Inject
    ArticleService articles;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    public ArticleScore score(ArticleId id) {
        if (!maySee(articles.read(id, null))) {
            throw Refusal.forbidden("score-not-yours");
        }
        return archive.score(id, clock.instant().minus(Duration.ofDays(DAYS)));
    }

    public boolean maySee(ArticlePage article) {
        return article.mayWrite() || article.details().owner().equals(current.id());
    }
}
