package org.askwell.ticket;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.common.db.StringsConverter;
import org.askwell.desk.Queue;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request for help that a person will answer.
 *
 * <p>A ticket is open until it is resolved, withdrawn or goes on in another one; its requester may confirm the resolution or reopen it. On the
 * way it is assigned, held, moved between queues and desks. Every change is a method here that returns the
 * {@link TicketEvent} it brought about, so that the service can tell the house. A ticket is never deleted.
 */
@Entity
public class Ticket {

    private static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_seq")
    @SequenceGenerator(name = "ticket_seq", sequenceName = "ticket_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private TicketNumber number;

    private String subject;

    @Column(updatable = false)
    private PersonId requester;

    @Column(name = "opened_by", updatable = false)
    private PersonId openedBy;

    private @Nullable String desk;
    private String queue;

    @Enumerated(STRING)
    private TicketStatus status;

    /**
     * 1 as long as somebody has to do something, else 0: found by one step of an index. A number, because truth is written
     * as one into queries that look for words, and not every database compares the two.
     */
    private int active;

    @Enumerated(STRING)
    private Priority priority;

    private @Nullable PersonId assignee;

    @Convert(converter = StringsConverter.class)
    private List<String> tags;

    private @Nullable String office;
    private String language;
    private @Nullable String origin;
    private boolean confidential;
    private int messages;
    private @Nullable String category;
    private int fields;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "closes_at")
    private @Nullable Instant closesAt;

    @Column(name = "reminds_at")
    private @Nullable Instant remindsAt;

    private int nudges;

    @Column(name = "merged_into")
    private @Nullable TicketNumber mergedInto;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private boolean breached;

    @Column(name = "nudged_at")
    private @Nullable Instant nudgedAt;

    @Embedded
    private @Nullable Hold hold;

    @Embedded
    private @Nullable Resolution resolution;

    @Embedded
    private @Nullable Satisfaction satisfaction;

    protected Ticket() {} // JPA

    @PrePersist
    @PreUpdate
    void follow() {
        active = status.isActive() ? 1 : 0;
    }

    /** @param desk null when it is opened at no desk; then the queue is {@link Queue#UNROUTED} */
    Ticket(
            TicketNumber number,
            NewTicket words,
            Requester requester,
            PersonId openedBy,
            @Nullable String desk,
            String queue,
            Instant at) {
        this.number = number;
        this.subject = words.subject();
        this.requester = requester.id();
        this.openedBy = openedBy;
        this.desk = desk;
        this.queue = queue;
        this.status = TicketStatus.OPEN;
        this.priority = Objects.requireNonNullElse(words.priority(), Priority.NORMAL);
        this.tags = words.tags();
        this.office = requester.office();
        this.language = requester.language();
        this.origin = words.origin();
        this.confidential = words.confidential();
        this.category = words.category();
        this.messages = 1;
        this.openedAt = at;
        this.updatedAt = at;
    }

    /**
     * Takes the place that the rules have chosen.
     *
     * @return what changed: nothing when the rules agree with where it already is
     */
    List<TicketEvent> place(Placement placement, Instant at) {
        var events = new java.util.ArrayList<TicketEvent>();
        var newQueue = placement.queue();
        if (newQueue != null && !newQueue.equals(queue)) {
            events.add(moveTo(newQueue, PersonId.PORTAL, at));
        }
        var newPriority = placement.priority();
        if (newPriority != null && newPriority != priority) {
            events.add(prioritise(newPriority, PersonId.PORTAL, at));
        }
        if (!placement.tags().isEmpty()) {
            var all = new java.util.ArrayList<>(tags);
            all.addAll(placement.tags());
            var after = Tags.clean(all);
            if (!after.equals(tags)) {
                events.add(tag(after, PersonId.PORTAL, at));
            }
        }
        if (placement.category() != null) {
            categorise(placement.category(), PersonId.PORTAL, at).ifPresent(events::add);
        }
        var newAssignee = placement.assignee();
        if (newAssignee != null && !newAssignee.equals(assignee)) {
            events.add(assign(newAssignee, PersonId.PORTAL, at));
        }
        return events;
    }

    /** A message to everybody on the ticket. The requester's words wake a waiting ticket and reopen a resolved one. */
    List<TicketEvent> reply(PersonId by, Instant at) {
        if (!status.isOpenToReplies()) {
            throw Refusal.conflict("ticket-over", number);
        }
        messages++;
        updatedAt = at;
        var replied = new TicketEvent.Replied(number, by, at, messages);
        if (!by.equals(requester)) {
            if (answeredAt == null) {
                answeredAt = at;
            }
            return List.of(replied);
        }
        if (status == TicketStatus.WAITING) {
            return List.of(replied, resume(by, at));
        }
        if (status == TicketStatus.RESOLVED) {
            return List.of(replied, reopen(by, at));
        }
        return List.of(replied);
    }

    TicketEvent.Noted note(PersonId by, Instant at) {
        messages++;
        updatedAt = at;
        return new TicketEvent.Noted(number, by, at, messages);
    }

    /** Takes it for oneself; refuses when somebody else has it already: then it must be assigned on purpose. */
    TicketEvent.Assigned take(PersonId by, Instant at) {
        if (assignee != null && !assignee.equals(by)) {
            throw Refusal.conflict("ticket-taken", number, assignee);
        }
        return assign(by, by, at);
    }

    /** @param to null: nobody has it any more */
    TicketEvent.Assigned assign(@Nullable PersonId to, PersonId by, Instant at) {
        requireActive();
        var before = assignee;
        assignee = to;
        updatedAt = at;
        return new TicketEvent.Assigned(number, by, at, before, to);
    }

    /** As above, done by the portal. */
    TicketEvent.Assigned hand(@Nullable PersonId to, String why, Instant at) {
        var done = assign(to, PersonId.PORTAL, at);
        return new TicketEvent.Assigned(number, done.by(), at, done.from(), to, why);
    }

    TicketEvent.QueueChanged moveTo(String newQueue, PersonId by, Instant at) {
        requireActive();
        var before = queue;
        queue = newQueue;
        updatedAt = at;
        return new TicketEvent.QueueChanged(number, by, at, before, newQueue);
    }

    /** Gives it to another desk, which has to find its own assignee. */
    TicketEvent.Transferred transfer(
            String toDesk, String toQueue, String note, TicketEvent.Facts facts, PersonId by, Instant at) {
        requireActive();
        if (toDesk.equals(desk)) {
            throw Refusal.conflict("ticket-same-desk", number);
        }
        var fromDesk = desk;
        var fromQueue = queue;
        desk = toDesk;
        queue = toQueue;
        assignee = null;
        updatedAt = at;
        return new TicketEvent.Transferred(number, by, at, fromDesk, fromQueue, toDesk, toQueue, note, facts);
    }

    TicketEvent.Held hold(String reason, @Nullable Instant until, PersonId by, Instant at) {
        requireActive();
        var why = reason.trim();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Refusal.invalid("ticket-hold-reason", LONGEST_REASON);
        }
        if (until != null && !until.isAfter(at)) {
            throw Refusal.invalid("ticket-hold-past");
        }
        hold = new Hold(at, by, why, until, false);
        status = TicketStatus.WAITING;
        updatedAt = at;
        return new TicketEvent.Held(number, by, at, why, until);
    }

    /** Asks the requester for something; the ticket waits until the requester has answered. */
    TicketEvent.Asked ask(String question, PersonId by, Instant at) {
        requireActive();
        if (by.equals(requester)) {
            throw Refusal.conflict("ticket-own-question", number);
        }
        NewTicket.requireText(question);
        messages++;
        var line = question.replaceAll("\\s+", " ").strip();
        var why = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
        hold = new Hold(at, by, why, null, true);
        status = TicketStatus.WAITING;
        updatedAt = at;
        if (answeredAt == null) {
            answeredAt = at;
        }
        return new TicketEvent.Asked(number, by, at, messages);
    }

    TicketEvent.Resumed resume(PersonId by, Instant at) {
        if (!isOnHold()) {
            throw Refusal.conflict("ticket-not-held", number);
        }
        hold = null;
        status = TicketStatus.OPEN;
        updatedAt = at;
        return new TicketEvent.Resumed(number, by, at);
    }

    /**
     * @param remind when the requester is reminded that it will close
     * @param close when it closes by itself unless somebody says otherwise
     */
    TicketEvent.Resolved resolve(String text, PersonId by, Instant at, Instant remind, Instant close) {
        requireActive();
        NewTicket.requireText(text);
        hold = null;
        messages++;
        resolution = new Resolution(by, at, text);
        remindsAt = remind;
        closesAt = close;
        status = TicketStatus.RESOLVED;
        updatedAt = at;
        if (assignee == null) {
            assignee = by;
        }
        if (answeredAt == null) {
            answeredAt = at;
        }
        return new TicketEvent.Resolved(number, by, at, messages, text);
    }

    TicketEvent.Confirmed confirmSolved(PersonId by, Instant at) {
        if (status != TicketStatus.RESOLVED) {
            throw Refusal.conflict("ticket-not-resolved", number);
        }
        status = TicketStatus.CLOSED;
        staysAsItIs();
        updatedAt = at;
        return new TicketEvent.Confirmed(number, by, at);
    }

    /** Reminds the requester once that it will close; empty when there is nothing to remind of (any more). */
    Optional<TicketEvent> remind(Instant at) {
        if (status != TicketStatus.RESOLVED || closesAt == null || remindsAt == null || remindsAt.isAfter(at)) {
            return Optional.empty();
        }
        remindsAt = null;
        return Optional.of(new TicketEvent.Reminded(number, PersonId.PORTAL, at, closesAt));
    }

    /** Closes by itself; empty when it is not due (any more). */
    Optional<TicketEvent> closeByItself(Instant at) {
        if (status != TicketStatus.RESOLVED || closesAt == null || closesAt.isAfter(at)) {
            return Optional.empty();
        }
        status = TicketStatus.CLOSED;
        staysAsItIs();
        updatedAt = at;
        return Optional.of(new TicketEvent.Closed(number, PersonId.PORTAL, at));
    }

    /**
     * The requester asks to hurry.
     *
     * @param notBefore when one may do so again; null when nobody has yet
     */
    TicketEvent.Nudged nudge(PersonId by, Instant at, @Nullable Instant notBefore) {
        requireActive();
        if (isOnHold()) {
            throw Refusal.conflict("ticket-nudge-held", number);
        }
        if (notBefore != null && at.isBefore(notBefore)) {
            throw Refusal.conflict("ticket-nudged", number);
        }
        nudges++;
        nudgedAt = at;
        return new TicketEvent.Nudged(number, by, at, nudges);
    }

    TicketEvent.Reopened reopen(PersonId by, Instant at) {
        if (status.isActive()) {
            throw Refusal.conflict("ticket-not-settled", number);
        }
        resolution = null;
        mergedInto = null;
        staysAsItIs();
        status = TicketStatus.OPEN;
        updatedAt = at;
        return new TicketEvent.Reopened(number, by, at);
    }

    TicketEvent.Withdrawn withdraw(PersonId by, Instant at) {
        requireActive();
        hold = null;
        status = TicketStatus.WITHDRAWN;
        updatedAt = at;
        return new TicketEvent.Withdrawn(number, by, at);
    }

    /** It goes on in another open ticket of the same requester. */
    TicketEvent.Merged merge(Ticket into, PersonId by, Instant at) {
        if (number.equals(into.number)) {
            throw Refusal.conflict("ticket-merge-itself", number);
        }
        requireActive();
        if (into.status.isSettled()) {
            throw Refusal.conflict("ticket-merge-settled", into.number);
        }
        if (!requester.equals(into.requester)) {
            throw Refusal.conflict("ticket-merge-requester", number, into.number);
        }
        hold = null;
        mergedInto = into.number;
        status = TicketStatus.MERGED;
        updatedAt = at;
        return new TicketEvent.Merged(number, by, at, into.number);
    }

    /** What was said on another one goes on here; what was confidential there is so here. */
    TicketEvent.Absorbed absorb(Ticket merged, PersonId by, Instant at) {
        requireActive();
        confidential |= merged.confidential;
        return new TicketEvent.Absorbed(number, by, at, say(at), merged.number);
    }

    TicketEvent.Tagged tag(List<String> newTags, PersonId by, Instant at) {
        var before = tags;
        tags = Tags.clean(newTags);
        updatedAt = at;
        return new TicketEvent.Tagged(number, by, at, before, tags);
    }

    /**
     * @param to a category of its desk; null: none
     * @return nothing when it has that already
     */
    Optional<TicketEvent> categorise(@Nullable String to, PersonId by, Instant at) {
        var before = category;
        if (Objects.equals(before, to)) {
            return Optional.empty();
        }
        category = to;
        updatedAt = at;
        return Optional.of(new TicketEvent.Categorised(number, by, at, before, to));
    }

    /** Something else stands in one of the desk's own fields now; nothing when it is the same. */
    Optional<TicketEvent> fill(
            String ofDesk, String field, @Nullable String before, @Nullable String after, PersonId by, Instant at) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        fields += (after == null ? 0 : 1) - (before == null ? 0 : 1);
        updatedAt = at;
        return Optional.of(new TicketEvent.FieldSet(number, by, at, ofDesk, field, before, after));
    }

    /** So many fields of its desk are filled in. */
    void carries(int filled) {
        fields = filled;
    }

    TicketEvent.Prioritised prioritise(Priority newPriority, PersonId by, Instant at) {
        requireActive();
        var before = priority;
        priority = newPriority;
        updatedAt = at;
        return new TicketEvent.Prioritised(number, by, at, before, newPriority);
    }

    /** The requester says what the solution was worth; only of one there is. */
    TicketEvent.Rated rate(boolean satisfied, @Nullable String reason, PersonId by, Instant at) {
        if (status != TicketStatus.RESOLVED && status != TicketStatus.CLOSED) {
            throw Refusal.conflict("ticket-not-resolved", number);
        }
        satisfaction = new Satisfaction(satisfied, reason, at);
        return new TicketEvent.Rated(number, by, at, satisfied, satisfaction.reason());
    }

    /** A reason for what happens next, said by whoever does it. */
    int say(Instant at) {
        messages++;
        updatedAt = at;
        return messages;
    }

    private void staysAsItIs() {
        remindsAt = null;
        closesAt = null;
    }

    /**
     * Takes over what follows from its clocks.
     *
     * @param due the nearest moment that was promised; null when nothing runs
     * @param late something promised was done too late
     */
    void promise(@Nullable Instant due, boolean late) {
        dueAt = due;
        breached = late;
    }

    PromisedTimes.Standing standing() {
        return new PromisedTimes.Standing(desk, priority, requester, status, answeredAt != null, dueAt);
    }

    HandingOut.Lying lying() {
        return new HandingOut.Lying(
                number, desk, queue, requester, assignee, status, language, category, openedAt, answeredAt != null);
    }

    /** When somebody last asked to hurry. */
    Optional<Instant> nudgedAt() {
        return Optional.ofNullable(nudgedAt);
    }

    public boolean isOnHold() {
        return status == TicketStatus.WAITING;
    }

    public Optional<Hold> holding() {
        return Optional.ofNullable(hold);
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    public TicketNumber number() {
        return number;
    }

    public PersonId requester() {
        return requester;
    }

    public @Nullable String desk() {
        return desk;
    }

    public String queue() {
        return queue;
    }

    public TicketStatus status() {
        return status;
    }

    public Priority priority() {
        return priority;
    }

    public @Nullable PersonId assignee() {
        return assignee;
    }

    public List<String> tags() {
        return tags;
    }

    /** Of its requester. */
    String language() {
        return language;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public @Nullable String category() {
        return category;
    }

    /** How many of its desk's own fields are filled in. */
    int fields() {
        return fields;
    }

    /** How many messages it has, notes included; also the position of the latest. */
    public int messages() {
        return messages;
    }

    /** What decides where it belongs, for a desk where it arrives now. */
    TicketEvent.Facts facts(Requester who, String text, @Nullable String space, int hour, boolean outsideHours) {
        return new TicketEvent.Facts(who, subject, text, priority, tags, space, hour, outsideHours, category, Map.of());
    }

    TicketScope scope() {
        return new TicketScope(requester, desk, status);
    }

    /** What a list shows of it. */
    public TicketRow row() {
        return new TicketRow(
                id == null ? 0 : id,
                number,
                subject,
                requester,
                desk,
                queue,
                status,
                priority,
                assignee,
                category,
                fields,
                openedAt,
                updatedAt,
                dueAt);
    }

    TicketSheet sheet(List<MessageRow> conversation) {
        return sheet(conversation, Map.of());
    }

    /** @param filled what stands in its desk's own fields */
    TicketSheet sheet(List<MessageRow> conversation, Map<String, String> filled) {
        return new TicketSheet(
                number,
                subject,
                requester,
                openedBy,
                desk,
                queue,
                status,
                priority,
                assignee,
                tags,
                category,
                filled,
                office,
                language,
                origin,
                confidential,
                openedAt,
                updatedAt,
                hold == null
                        ? null
                        : new TicketSheet.OnHold(
                                hold.since(), hold.by(), hold.reason(), hold.until(), hold.isForRequester()),
                resolution == null ? null : new TicketSheet.Solved(resolution.by(), resolution.at(), resolution.text()),
                closesAt,
                mergedInto,
                nudges,
                satisfaction == null
                        ? null
                        : new TicketSheet.Rating(satisfaction.isSatisfied(), satisfaction.reason(), satisfaction.at()),
                conversation);
    }

    private void requireActive() {
        if (status.isSettled()) {
            throw Refusal.conflict("ticket-settled", number);
        }
    }
}
