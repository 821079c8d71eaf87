package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionView;
import org.askwell.common.Job;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.notification.News;
import org.askwell.notification.Notices;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.search.SearchService;

/**
 * Tries the questions of a gap again once its article was published: each with the rights of who asked it. Who gets an
 * answer is told once; the gap is closed when nobody is left who may read the article and still has none.
 */
@ApplicationScoped
class GapChecking implements Job {

    static final String NAME = "gap-check";

    /** So deep somebody looks who searches once more. */
    private static final int FIRST_HITS = 5;

    private static final int LONGEST_PAUSE_SECONDS = 60;

    @Inject
    GapLedger ledger;

    @Inject
    AskService asking;

    @Inject
    SearchService search;

    @Inject
    ReadableArticles articles;

    @Inject
    Notices notices;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** What came of trying one question again. */
    private enum Outcome {
        TOLD,
        /** The asker may not read the article, or is not here any more. */
        NOT_CONCERNED,
        UNPROVEN
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The work for one gap and one revision; each attempt is work of its own, since this one is running. */
    static String about(GapId gap, ArticleId article, int revision, int attempt) {
        return gap + " " + article + " " + revision + " " + attempt;
    }

    @Override
    public void run(String about) {
        var parts = about.split(" ");
        var gap = new GapId(parts[0]);
        var article = new ArticleId(parts[1]);
        int revision = Integer.parseInt(parts[2]);
        int attempt = Integer.parseInt(parts[3]);
        if (!search.isUpToDate()) {
            jobs.schedule(
                    NAME,
                    about(gap, article, revision, attempt + 1),
                    clock.instant().plus(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1 + attempt / 5))));
            return;
        }
        String unproven = null;
        for (var asker : ledger.askers(gap, article)) {
            if (tryAgain(gap, article, revision, asker) == Outcome.UNPROVEN && unproven == null) {
                unproven = asker.text();
            }
        }
        ledger.conclude(gap, article, unproven);
    }

    private Outcome tryAgain(GapId gap, ArticleId article, int revision, GapLedger.Asker asker) {
        try {
            var about = CurrentPerson.as(asker.person(), () -> found(article, revision, asker));
            if (about.isPresent()) {
                ledger.told(
                        gap,
                        asker.person(),
                        () -> notices.post(
                                new News(GapNotices.ANSWERED, about.get(), 0, PersonId.PORTAL),
                                List.of(asker.person())));
                return Outcome.TOLD;
            }
            return CurrentPerson.as(asker.person(), () -> mayRead(article)) ? Outcome.UNPROVEN : Outcome.NOT_CONCERNED;
        } catch (Refusal gone) {
            return Outcome.NOT_CONCERNED;
        }
    }

    /** What to tell the acting person about: the question with its answer, or the article that a search finds now. */
    private Optional<String> found(ArticleId article, int revision, GapLedger.Asker asker) {
        var question = asker.question();
        if (question == null) {
            return mayRead(article) && finds(asker.text(), article) ? Optional.of(article.value()) : Optional.empty();
        }
        return asking.askAgain(
                        question,
                        part -> asker.kind() != InVain.UNHELPFUL
                                || part.article().equals(article.value()) && part.revision() >= revision)
                .map(QuestionView::name)
                .map(Object::toString);
    }

    private boolean finds(String text, ArticleId article) {
        return search.pages(text, null, FIRST_HITS).stream()
                .anyMatch(it -> it.page().id().equals(article.value()));
    }

    private boolean mayRead(ArticleId article) {
        return !articles.among(Set.of(article)).isEmpty();
    }
}
