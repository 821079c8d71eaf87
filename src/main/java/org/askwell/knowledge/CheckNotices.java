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
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;

/** Reminds owners to look again whether what they answer for still holds. */
@ApplicationScoped
class CheckNotices implements NoticeSource {

    static final NoticeKind DUE = NoticeKind.task("article-due");

    @Inject
    KnowledgeRepository library;

    @Inject
    ReadableArticles articles;

    @Inject
    Notices notices;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(DUE);
    }

    void tell(@Observes KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.CheckDue it ->
                notices.post(new News(DUE, it.article().value(), 0, PersonId.PORTAL), responsible(it));
            case KnowledgeEvent.Arranged it -> settle(it.article());
            case KnowledgeEvent.Withdrawn it -> settle(it.article());
            case KnowledgeEvent.Published it -> {}
            case KnowledgeEvent.Moved it -> {}
            case KnowledgeEvent.DraftSaved it -> {}
            case KnowledgeEvent.SpaceChanged it -> {}
            case KnowledgeEvent.ImportMoved it -> {}
        }
    }

    /** Where the owner has left without a successor, those who write there. */
    private List<PersonId> responsible(KnowledgeEvent.CheckDue due) {
        if (people.find(due.owner()).filter(PersonRow::active).isPresent()) {
            return List.of(due.owner());
        }
        var space = library.require(due.article()).article().space();
        return people.holders(Role.CURATOR, space).stream()
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .toList();
    }

    private void settle(ArticleId id) {
        if (library.find(id).filter(it -> it.article().isReminded()).isEmpty()) {
            notices.done(id.value(), List.of(DUE));
        }
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var locale = current.get().locale();
        var texts = articles.published(rows.stream()
                .map(it -> ArticleId.parse(it.about()).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new)));
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            ArticleId.parse(row.about())
                    .map(texts::get)
                    .ifPresent(it -> told.put(
                            row.id(),
                            new Told(
                                    Texts.in(locale, "notice.article-due", it.title()),
                                    it.id() + " " + it.title(),
                                    "",
                                    Places.article(it.id().value()),
                                    Texts.in(locale, "notice.why.owner", it.id()))));
        }
        return told;
    }
}
