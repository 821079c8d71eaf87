package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.knowledge.KnowledgeRepository.Housed;
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
import org.askwell.people.Role;

/** Tells those who answer for an article what readers say about it, and readers what has become of that. */
@ApplicationScoped
class CommentNotices implements NoticeSource {

    static final NoticeKind MADE = NoticeKind.task("comment-made");
    static final NoticeKind ANSWERED = NoticeKind.personal("comment-answered");

    @Inject
    KnowledgeRepository library;

    @Inject
    CommentRepository comments;

    @Inject
    CommentService service;

    @Inject
    Notices notices;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(MADE, ANSWERED);
    }

    void tell(@Observes CommentEvent event) {
        var about = event.comment().value();
        switch (event) {
            case CommentEvent.Made it -> notices.post(new News(MADE, about, 0, it.by()), responsible(it.article()));
            case CommentEvent.Accepted it -> answered(about, it.by(), it.author());
            case CommentEvent.Closed it -> answered(about, it.by(), it.author());
        }
    }

    private void answered(String about, PersonId by, PersonId author) {
        notices.done(about, List.of(MADE));
        notices.post(new News(ANSWERED, about, 0, by), List.of(author));
    }

    private Collection<PersonId> responsible(ArticleId id) {
        var housed = library.require(id);
        var responsible = new LinkedHashSet<PersonId>();
        people.find(housed.article().details().owner())
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .ifPresent(responsible::add);
        people.holders(Role.CURATOR, housed.space().slug()).stream()
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .forEach(responsible::add);
        return responsible;
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var found = new HashMap<String, Object[]>();
        for (var row : comments.named(rows.stream()
                .map(it -> CommentId.parse(it.about()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new)))) {
            found.put(((Comment) row[0]).id().value(), row);
        }
        var names = people.named(rows.stream().map(NoticeRow::by).collect(Collectors.toSet()));
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            var parts = found.get(row.about());
            if (parts == null) {
                continue;
            }
            var comment = (Comment) parts[0];
            var housed = new Housed((Article) parts[1], (Space) parts[2]);
            if (service.maySee(caller, comment, housed)) {
                var by = names.get(row.by());
                told.put(
                        row.id(),
                        told(
                                row,
                                comment,
                                housed.article(),
                                by == null ? row.by().value() : by.name(),
                                caller));
            }
        }
        return told;
    }

    private static Told told(NoticeRow row, Comment comment, Article article, String by, Caller caller) {
        var locale = caller.locale();
        var title = article.publishedTitle().orElse(article.title());
        boolean made = row.kind().equals(MADE.name());
        boolean accepted = comment.state() == CommentState.ACCEPTED;
        var sentence = made
                ? comment.suggestion().isPresent() ? "notice.comment-made.wording" : "notice.comment-made"
                : accepted ? "notice.comment-answered.accepted" : "notice.comment-answered";
        return new Told(
                Texts.in(locale, sentence, by, title),
                article.id() + " " + title,
                made ? comment.text() : comment.reply().orElse(""),
                Places.citation(article.id().value(), comment.revision(), comment.start(), comment.end()),
                Texts.in(locale, made ? "notice.why.answers" : "notice.why.commented", article.id()));
    }
}
