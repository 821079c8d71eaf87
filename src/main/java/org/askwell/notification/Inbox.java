package org.askwell.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What the acting person has been told, and where this person wants what. One public method is one transaction. */
@ApplicationService
public class Inbox {

    @Inject
    NoticeRepository notices;

    @Inject
    NoticeKinds kinds;

    @Inject
    MailRoom room;

    @Inject
    CurrentPerson current;

    @Inject
    Event<NoticeEvent> events;

    /** Which lines of an inbox. */
    public enum Show {
        ALL(Set.of()),
        /** What others wait for. */
        WAITING(Set.of(NoticeState.WAITING)),
        /** What stands out. */
        OPEN(Set.of(NoticeState.WAITING, NoticeState.UNREAD, NoticeState.NEW));

        private final Set<NoticeState> states;

        Show(Set<NoticeState> states) {
            this.states = states;
        }
    }

    /** A line of the inbox, in the words of the person who reads it. */
    public record Line(NoticeId id, String kind, String about, NoticeState state, PersonId by, Instant at, Told told)
            implements Serializable {}

    /**
     * What stands out.
     *
     * @param waiting the number beside the bell
     * @param news whether there is unread news besides
     */
    public record Badge(long waiting, boolean news) implements Serializable {}

    /**
     * The newest first. What may not be read any more is left out, so that a page can be shorter than asked for and
     * still have a next one.
     */
    public Slice<Line> lines(Show show, @Nullable String cursor, int limit) {
        var person = current.id();
        var before = cursor == null || cursor.isEmpty()
                ? null
                : NoticeId.parse(cursor).orElseThrow(() -> Refusal.malformed("cursor-unreadable"));
        var rows = Slice.of(
                notices.inbox(person, show.states, before, limit + 1),
                limit,
                it -> it.id().value());
        var told = kinds.tell(rows.items());
        var lines = new ArrayList<Line>();
        for (var row : rows.items()) {
            var words = told.get(row.id());
            if (words != null) {
                lines.add(new Line(row.id(), row.kind(), row.about(), row.state(), row.by(), row.at(), words));
            }
        }
        return new Slice<>(List.copyOf(lines), rows.nextCursor());
    }

    public Badge badge() {
        var counts = notices.standingOut(current.id());
        return new Badge(
                counts.getOrDefault(NoticeState.WAITING, 0L) + counts.getOrDefault(NoticeState.UNREAD, 0L),
                counts.containsKey(NoticeState.NEW));
    }

    /** One notice has been read. A task is not done by that, and goes on standing out. */
    public void read(NoticeId id) {
        var person = current.id();
        var notice = notices.find(id)
                .filter(it -> it.belongsTo(person))
                .orElseThrow(() -> Refusal.notFound("notice-unknown", id));
        if (notice.read()) {
            changed(person);
        }
    }

    /** Everything up to this notice has been read; what came later has not been seen. */
    public void readAll(NoticeId upTo) {
        var person = current.id();
        if (notices.readAll(person, upTo) > 0) {
            changed(person);
        }
    }

    /** The person has looked at the thing itself, which is as good as reading what was told about it. */
    public void seen(String about) {
        var person = current.id();
        boolean any = false;
        for (var notice : notices.about(about, Set.of(NoticeState.UNREAD, NoticeState.NEW))) {
            any |= notice.belongsTo(person) && notice.read();
        }
        if (any) {
            changed(person);
        }
    }

    /** Where a person wants one kind of notice. */
    public record Choice(String kind, boolean inbox, boolean mail) implements Serializable {}

    /** All kinds there are, as chosen or as they come. */
    public List<Choice> choices() {
        var chosen = notices.choices(current.id());
        return kinds.all().stream()
                .map(kind -> {
                    var choice = chosen.get(kind.name());
                    return choice == null
                            ? new Choice(kind.name(), kind.inbox(), kind.mail())
                            : new Choice(kind.name(), choice.inbox(), choice.mail());
                })
                .toList();
    }

    /** Holds for what happens from now on. */
    public void choose(Choice wanted) {
        var person = current.id();
        var kind = kinds.require(wanted.kind());
        var choice = notices.choices(person).get(kind.name());
        if (choice == null) {
            choice = new NoticeChoice(person, kind.name());
            choice.take(wanted.inbox(), wanted.mail());
            notices.add(choice);
        } else {
            choice.take(wanted.inbox(), wanted.mail());
        }
        events.fire(new NoticeEvent.ChoiceChanged(Set.of(person)));
    }

    /** Whether this installation sends mails at all. */
    public boolean mails() {
        return room.isOpen();
    }

    private void changed(PersonId person) {
        events.fire(new NoticeEvent.InboxChanged(Set.of(person)));
    }
}
