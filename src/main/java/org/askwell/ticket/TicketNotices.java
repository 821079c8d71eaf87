package org.askwell.ticket;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.desk.DeskService;
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
import org.jspecify.annotations.Nullable;

/** Tells requesters, assignees and desks what happened to their tickets. */
@ApplicationScoped
class TicketNotices implements NoticeSource {

    static final NoticeKind ASKED = NoticeKind.task("ticket-asked");
    static final NoticeKind CONFIRM = NoticeKind.task("ticket-confirm");
    static final NoticeKind NUDGED = NoticeKind.task("ticket-nudged");
    static final NoticeKind HELD = NoticeKind.personal("ticket-held");
    static final NoticeKind REPLY = NoticeKind.personal("ticket-reply");
    static final NoticeKind RESOLVED = NoticeKind.personal("ticket-resolved");
    static final NoticeKind FILED = NoticeKind.personal("ticket-filed");
    static final NoticeKind REOPENED = NoticeKind.personal("ticket-reopened");
    static final NoticeKind MERGED = NoticeKind.personal("ticket-merged");
    static final NoticeKind MENTIONED = NoticeKind.personal("ticket-mentioned");
    static final NoticeKind TASK = NoticeKind.personal("ticket-task");
    static final NoticeKind DISPLEASED = NoticeKind.personal("ticket-displeased");
    static final NoticeKind ASSIGNED = NoticeKind.personal("ticket-assigned");
    static final NoticeKind UNANSWERED = NoticeKind.personal("ticket-unanswered");
    static final NoticeKind RETURNED = NoticeKind.personal("ticket-returned");
    static final NoticeKind ESCALATED = NoticeKind.personal("ticket-escalated");
    static final NoticeKind TRANSFERRED = NoticeKind.news("ticket-transferred");
    static final NoticeKind NEW = NoticeKind.news("ticket-new");

    private static final List<NoticeKind> KINDS = List.of(
            ASKED,
            CONFIRM,
            REPLY,
            RESOLVED,
            HELD,
            FILED,
            NUDGED,
            REOPENED,
            MERGED,
            MENTIONED,
            TASK,
            DISPLEASED,
            ASSIGNED,
            UNANSWERED,
            RETURNED,
            ESCALATED,
            TRANSFERRED,
            NEW);

    @Inject
    TicketRepository tickets;

    @Inject
    Notices notices;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return KINDS;
    }

    /** Comes after the rules, so that a ticket is where they want it. */
    void tell(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) TicketEvent event) {
        switch (event) {
            case TicketEvent.Opened it -> opened(it);
            case TicketEvent.Replied it -> replied(it);
            case TicketEvent.Assigned it -> post(ASSIGNED, it, 0, known(it.to()));
            case TicketEvent.Escalated it ->
                post(
                        switch (it.what()) {
                            case REMINDED -> UNANSWERED;
                            case RETURNED -> RETURNED;
                            case OWNERS_TOLD, NOBODY_FREE -> ESCALATED;
                        },
                        it,
                        0,
                        it.told());
            case TicketEvent.Transferred it -> transferred(it);
            case TicketEvent.Held it -> post(HELD, it, 0, known(ticket(it).requester()));
            case TicketEvent.Asked it -> {
                done(it, ASKED, NUDGED);
                post(ASKED, it, it.message(), known(ticket(it).requester()));
            }
            case TicketEvent.Nudged it -> nudged(it);
            case TicketEvent.Resumed it -> done(it, ASKED);
            case TicketEvent.Resolved it -> {
                done(it, ASKED, NUDGED);
                post(RESOLVED, it, it.message(), known(ticket(it).requester()));
            }
            case TicketEvent.Reminded it ->
                post(CONFIRM, it, 0, known(ticket(it).requester()));
            case TicketEvent.Reopened it -> {
                done(it, CONFIRM);
                post(REOPENED, it, 0, known(ticket(it).assignee()));
            }
            case TicketEvent.Closed it -> done(it, CONFIRM);
            case TicketEvent.Confirmed it -> done(it, CONFIRM);
            case TicketEvent.Withdrawn it -> done(it, ASKED, NUDGED);
            case TicketEvent.Merged it -> {
                done(it, ASKED, NUDGED);
                post(MERGED, it, 0, known(ticket(it).requester()));
            }
            case TicketEvent.Rated it -> {
                if (!it.satisfied()) {
                    post(DISPLEASED, it, 0, known(ticket(it).assignee()));
                }
            }
            case TicketEvent.Ticked it -> {
                if (it.what() == TicketEvent.Ticked.What.ADDED) {
                    post(TASK, it, 0, known(it.owner()));
                }
            }
            case TicketEvent.Noted it -> noted(it);
            case TicketEvent.Absorbed it -> {}
            case TicketEvent.Linked it -> {}
            case TicketEvent.Unlinked it -> {}
            case TicketEvent.QueueChanged it -> {}
            case TicketEvent.Tagged it -> {}
            case TicketEvent.Prioritised it -> {}
            case TicketEvent.Categorised it -> {}
            case TicketEvent.FieldSet it -> {}
        }
    }

    /** The desk is told, and whoever it was filed for. */
    private void opened(TicketEvent.Opened event) {
        post(NEW, event, 1, desk(event.desk()));
        var requester = event.facts().requester().id();
        if (!requester.equals(event.by())) {
            post(FILED, event, 1, List.of(requester));
        }
    }

    private void replied(TicketEvent.Replied event) {
        var ticket = ticket(event);
        if (!event.by().equals(ticket.requester())) {
            done(event, NUDGED);
        }
        post(REPLY, event, event.message(), known(ticket.requester(), ticket.assignee()));
    }

    /** Whoever of the desk is named in it behind an @, by name or by sign-in name. */
    private void noted(TicketEvent.Noted event) {
        var number = event.number();
        var note = tickets.messages(Map.of(number, Set.of(event.message()))).get(number + "/" + event.message());
        if (note == null || note.text().indexOf('@') < 0) {
            return;
        }
        var crew = people.named(Set.copyOf(desk(ticket(event).desk()))).values();
        post(MENTIONED, event, event.message(), List.copyOf(Mentions.in(note.text(), crew)));
    }

    /** Whoever has it is told; as long as nobody has it, the whole desk. */
    private void nudged(TicketEvent.Nudged event) {
        var ticket = ticket(event);
        done(event, NUDGED);
        post(NUDGED, event, 0, ticket.assignee() == null ? desk(ticket.desk()) : known(ticket.assignee()));
    }

    private void transferred(TicketEvent.Transferred event) {
        post(
                TRANSFERRED,
                event,
                0,
                Stream.concat(
                                desk(event.desk()).stream(),
                                Stream.of(ticket(event).requester()))
                        .toList());
    }

    /** Who answers at a desk; a ticket of no desk is the administrators' business. */
    private List<PersonId> desk(@Nullable String desk) {
        return desk != null
                ? desks.crew(desk)
                : people.holders(Role.ADMIN, "").stream()
                        .filter(PersonRow::active)
                        .map(PersonRow::id)
                        .toList();
    }

    private static List<PersonId> known(@Nullable PersonId... people) {
        var known = new ArrayList<PersonId>();
        for (var person : people) {
            if (person != null) {
                known.add(person);
            }
        }
        return known;
    }

    private Ticket ticket(TicketEvent event) {
        return tickets.requireAtHand(event.number());
    }

    private void post(NoticeKind kind, TicketEvent event, int detail, List<PersonId> to) {
        notices.post(new News(kind, event.number().value(), detail, event.by()), to);
    }

    private void done(TicketEvent event, NoticeKind... kinds) {
        notices.done(event.number().value(), List.of(kinds));
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var found = tickets.named(numbers(rows));
        var messages = tickets.messages(rows.stream()
                .filter(it -> it.detail() > 0)
                .collect(Collectors.groupingBy(
                        it -> new TicketNumber(it.about()),
                        Collectors.mapping(NoticeRow::detail, Collectors.toSet()))));
        var names = people.named(rows.stream().map(NoticeRow::by).collect(Collectors.toSet()));
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            var ticket = found.get(new TicketNumber(row.about()));
            if (ticket != null && TicketAccess.mayRead(caller, ticket.scope())) {
                var by = names.get(row.by());
                told.put(
                        row.id(),
                        told(
                                row,
                                ticket,
                                messages.get(row.about() + "/" + row.detail()),
                                by == null ? "" : by.name(),
                                caller));
            }
        }
        return told;
    }

    private static List<TicketNumber> numbers(Collection<NoticeRow> rows) {
        return rows.stream().map(it -> new TicketNumber(it.about())).distinct().toList();
    }

    private static Told told(NoticeRow row, Ticket ticket, @Nullable MessageRow message, String by, Caller caller) {
        var locale = caller.locale();
        boolean own = TicketAccess.isRequester(caller, ticket.scope());
        boolean hidden = message != null && message.isInternal() && !TicketAccess.mayWork(caller, ticket.scope());
        var subject = ticket.row().subject();
        var excerpt = row.kind().equals(HELD.name())
                ? ticket.holding().map(Hold::reason).orElse("")
                : message == null || hidden ? "" : message.text();
        return new Told(
                sentence(row, own, by.isEmpty() ? Texts.in(locale, "ticket.portal") : by, subject, locale),
                ticket.number() + " " + subject,
                excerpt,
                Places.ticket(ticket.number().value()),
                Texts.in(
                        locale,
                        own
                                ? "notice.why.requester"
                                : caller.id().equals(ticket.assignee()) ? "notice.why.assignee" : "notice.why.desk"));
    }

    private static String sentence(NoticeRow row, boolean own, String by, String subject, Locale locale) {
        var key = "notice." + row.kind();
        return Texts.in(locale, own && Texts.has(key + ".own") ? key + ".own" : key, by, subject);
    }
}
