package org.askwell.ticket;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Tells those who have joined a known problem what is said to all, and how it ends. */
@ApplicationScoped
class KnownProblemNotices implements NoticeSource {

    static final NoticeKind TOLD = NoticeKind.personal("problem-told");
    static final NoticeKind SOLVED = NoticeKind.personal("problem-solved");
    static final NoticeKind ENDED = NoticeKind.personal("problem-ended");

    @Inject
    KnownProblemRepository problems;

    @Inject
    Notices notices;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TOLD, SOLVED, ENDED);
    }

    void tell(@Observes KnownProblemEvent event) {
        if (event instanceof KnownProblemEvent.Told it) {
            notices.post(new News(TOLD, it.ticket().value(), it.reply(), it.by()), problems.everybody(it.ticket()));
        }
    }

    void tell(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) TicketEvent event) {
        switch (event) {
            case TicketEvent.Resolved it -> post(SOLVED, it);
            case TicketEvent.Withdrawn it -> post(ENDED, it);
            default -> {}
        }
    }

    private void post(NoticeKind kind, TicketEvent event) {
        var joined = problems.everybody(event.number());
        if (!joined.isEmpty()) {
            notices.post(new News(kind, event.number().value(), 0, event.by()), joined);
        }
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var numbers =
                rows.stream().map(it -> new TicketNumber(it.about())).distinct().toList();
        var joined = problems.joined(caller.id(), numbers);
        var known = problems.named(joined);
        var replies = problems.replies(
                joined,
                rows.stream()
                        .map(NoticeRow::detail)
                        .filter(it -> it > 0)
                        .distinct()
                        .toList());
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            var problem = known.get(new TicketNumber(row.about()));
            if (problem != null) {
                var title = problem.title(caller.language());
                var reply = replies.get(row.about() + "/" + row.detail());
                told.put(
                        row.id(),
                        new Told(
                                Texts.in(caller.locale(), "notice." + row.kind(), title),
                                row.about() + " " + title,
                                reply == null ? "" : reply.words().in(caller.language()),
                                Places.problem(row.about()),
                                Texts.in(caller.locale(), "notice.why.joined")));
            }
        }
        return told;
    }
}
