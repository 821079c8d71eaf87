package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.people.PersonId;

/**
 * Where rooms hand in what people are to be told.
 *
 * <p>To be called inside the transaction in which it happened: a notice is as certain as what it is about, and after a
 * rollback nobody is told. Each person gets it where the person wants it; the mail leaves later and by itself.
 */
@ApplicationScoped
public class Notices {

    /** How far news go that come from this thread. */
    private enum Reach {
        EVERYWHERE,
        INBOX,
        NOWHERE
    }

    private static final ThreadLocal<Reach> REACH = ThreadLocal.withInitial(() -> Reach.EVERYWHERE);

    @Inject
    NoticeRepository notices;

    @Inject
    ChoiceShelf choices;

    @Inject
    MailRoom room;

    @Inject
    Clock clock;

    @Inject
    Event<NoticeEvent> events;

    /** Does something of which nobody is told: history that is only lived through again. */
    public static void quietly(Runnable something) {
        reaching(Reach.NOWHERE, something);
    }

    /** Does something of which nobody gets a mail. */
    public static void withoutMail(Runnable something) {
        reaching(Reach.INBOX, something);
    }

    private static void reaching(Reach reach, Runnable something) {
        var before = REACH.get();
        REACH.set(reach);
        try {
            something.run();
        } finally {
            REACH.set(before);
        }
    }

    /** Tells everybody in the collection once, except who brought it about. */
    public void post(News news, Collection<PersonId> people) {
        var told = new LinkedHashSet<>(people);
        told.remove(news.by());
        told.remove(PersonId.PORTAL);
        if (REACH.get() == Reach.NOWHERE || told.isEmpty()) {
            return;
        }
        var kind = news.kind();
        boolean mails = REACH.get() == Reach.EVERYWHERE && room.isOpen();
        var now = clock.instant();
        var changed = new LinkedHashSet<PersonId>();
        for (var person : told) {
            boolean inbox = choices.inInbox(kind, person);
            boolean mail = mails && choices.byMail(kind, person);
            if (inbox || mail) {
                var notice = new Notice(person, kind, news, inbox, now);
                notices.add(notice);
                if (mail) {
                    notices.add(new Mail(notice.row(), person, now));
                }
                changed.add(person);
            }
        }
        changed(changed);
    }

    /** What was asked for by tasks of these kinds has been done, or is wanted no more. */
    public void done(String about, Collection<NoticeKind> kinds) {
        var names = kinds.stream().map(NoticeKind::name).collect(Collectors.toSet());
        var people = new LinkedHashSet<PersonId>();
        for (var notice : notices.about(about, Set.of(NoticeState.WAITING))) {
            if (names.contains(notice.row().kind())) {
                notice.settle();
                people.add(notice.person());
            }
        }
        changed(people);
    }

    private void changed(Set<PersonId> people) {
        if (!people.isEmpty()) {
            events.fire(new NoticeEvent.InboxChanged(Set.copyOf(people)));
        }
    }
}
