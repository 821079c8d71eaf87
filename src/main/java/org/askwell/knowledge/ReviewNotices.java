package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.notification.News;
import org.askwell.notification.NoticeId;
import org.askwell.notification.NoticeKind;
import org.askwell.notification.NoticeRow;
import org.askwell.notification.NoticeSource;
import org.askwell.notification.Notices;
import org.askwell.notification.Told;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;

/** Tells curators what waits for their eyes, and writers what became of it. */
@ApplicationScoped
class ReviewNotices implements NoticeSource {

    static final NoticeKind ASKED = NoticeKind.task("review-asked");
    static final NoticeKind RETURNED = NoticeKind.personal("review-returned");
    static final NoticeKind PUBLISHED = NoticeKind.personal("review-published");

    @Inject
    KnowledgeRepository library;

    @Inject
    ReviewRepository reviews;

    @Inject
    ReviewService service;

    @Inject
    ArticleAccess access;

    @Inject
    Notices notices;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASKED, RETURNED, PUBLISHED);
    }

    void tell(@Observes ReviewEvent event) {
        switch (event) {
            case ReviewEvent.HandedIn it -> post(ASKED, it, reviewers(it));
            case ReviewEvent.Approved it -> {
                done(it);
                post(PUBLISHED, it, it.to());
            }
            case ReviewEvent.SentBack it -> {
                done(it);
                post(RETURNED, it, it.to());
            }
            case ReviewEvent.Withdrawn it -> done(it);
        }
    }

    private List<PersonId> reviewers(ReviewEvent event) {
        var space = library.require(event.article()).space();
        return reviews.latest(event.article())
                .map(it -> service.reviewers(space, it))
                .orElse(List.of());
    }

    private void post(NoticeKind kind, ReviewEvent event, Collection<PersonId> to) {
        notices.post(new News(kind, event.article().value(), event.round(), event.by()), to);
    }

    private void done(ReviewEvent event) {
        notices.done(event.article().value(), List.of(ASKED));
    }

    private record Round(ArticleId article, int number) {}

    private record Found(Review review, String title, Article article, Space space) {}

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var found = new HashMap<Round, Found>();
        for (var row : reviews.of(articles(rows))) {
            var review = (Review) row[0];
            found.put(
                    new Round(review.article(), review.round()),
                    new Found(review, (String) row[1], (Article) row[2], (Space) row[3]));
        }
        var names = people.named(rows.stream().map(NoticeRow::by).collect(Collectors.toSet()));
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            var about = ArticleId.parse(row.about()).map(it -> found.get(new Round(it, row.detail())));
            about.filter(it -> access.mayWrite(caller, it.space()))
                    .ifPresent(it -> told.put(row.id(), told(row, it, names, caller)));
        }
        return told;
    }

    private static Told told(NoticeRow row, Found found, Map<PersonId, PersonRow> names, Caller caller) {
        var locale = caller.locale();
        var review = found.review();
        boolean asked = row.kind().equals(ASKED.name());
        var by = names.get(row.by());
        var excerpt = asked
                ? review.reason()
                : row.kind().equals(RETURNED.name()) ? review.answer().orElse("") : "";
        return new Told(
                Texts.in(
                        locale,
                        "notice." + row.kind(),
                        by == null ? row.by().value() : by.name(),
                        found.title(),
                        found.space().name(locale)),
                review.article() + " " + found.title(),
                excerpt,
                row.kind().equals(PUBLISHED.name())
                        ? Places.article(review.article().value())
                        : Places.articleReview(review.article().value()),
                asked
                        ? Texts.in(locale, "notice.why.curator", found.space().name(locale))
                        : Texts.in(locale, "notice.why.writer"));
    }

    private static List<ArticleId> articles(Collection<NoticeRow> rows) {
        return rows.stream()
                .map(it -> ArticleId.parse(it.about()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
