package org.askwell.desk;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;

/** What one can ask about desks and queues, and change. One public method is one transaction. */
@ApplicationService
public class DeskService {

    @Inject
    DeskRepository desks;

    @Inject
    PeopleService people;

    @Inject
    DeskShelf shelf;

    @Inject
    CurrentPerson current;

    @Inject
    Event<DeskEvent> events;

    @Inject
    Event<Deed> deeds;

    public List<DeskProfile> desks() {
        return desks.desks().stream().map(Desk::profile).toList();
    }

    public Optional<DeskProfile> find(String slug) {
        return desks.find(slug).map(Desk::profile);
    }

    /** A Refusal (NOT_FOUND) when there is no such desk. */
    public DeskProfile desk(String slug) {
        return desks.require(slug).profile();
    }

    /** As {@link #desk}, perhaps as it was two seconds ago: for what happens very often. Costs no statement as a rule. */
    public DeskProfile remembered(String slug) {
        return shelf.profile(slug).orElseThrow(() -> Refusal.notFound("desk-unknown", slug));
    }

    /** Every queue there is, those of one desk together, {@link Queue#UNROUTED} among them. */
    public List<QueueRow> queues() {
        return desks.queues();
    }

    public List<QueueRow> queuesOf(String desk) {
        return desks.queuesOf(desk);
    }

    /** The queues whose tickets the acting person may see. */
    public List<QueueRow> myQueues() {
        var caller = current.get();
        return desks.queues().stream()
                .filter(it -> DeskAccess.maySee(caller, it))
                .toList();
    }

    public Optional<QueueRow> findQueue(String slug) {
        return desks.findQueue(slug).map(Queue::row);
    }

    public QueueRow queue(String slug) {
        return findQueue(slug).orElseThrow(() -> Refusal.notFound("queue-unknown", slug));
    }

    /** Opens a desk; its default queue comes into being with it and bears its name. Administrators only. */
    public void open(DeskProfile profile) {
        DeskAccess.requireMayOpenDesks(current.get());
        if (desks.find(profile.slug()).isPresent()) {
            throw Refusal.conflict("desk-exists", profile.slug());
        }
        if (desks.isPrefixTaken(profile.prefix())) {
            throw Refusal.conflict("desk-prefix-taken", profile.prefix());
        }
        requireFree(profile.defaultQueue());
        desks.add(new Desk(profile));
        desks.add(new Queue(profile.defaultQueue(), profile.slug(), profile.nameZh(), profile.nameEn()));
        events.fire(new DeskEvent.DeskOpened(profile.slug()));
        deeds.fire(Deed.of(Deed.Kind.DESK, Deed.What.ADDED, profile.slug()));
    }

    /** Changes names, texts, hours, spaces and the default queue of a desk. Its owners and administrators only. */
    public void change(DeskProfile profile) {
        DeskAccess.requireMayChange(current.get(), profile.slug());
        var desk = desks.require(profile.slug());
        if (!profile.prefix().equals(desk.profile().prefix())) {
            throw Refusal.conflict("desk-prefix-stays", desk.profile().prefix());
        }
        requireQueueOf(profile.slug(), profile.defaultQueue());
        var before = desk.profile().settings();
        events.fire(desk.take(profile));
        Deed.changes(Deed.Kind.DESK, profile.slug(), before, desk.profile().settings())
                .forEach(deeds::fire);
    }

    public void addQueue(String desk, String slug, String nameZh, String nameEn) {
        DeskAccess.requireMayChange(current.get(), desk);
        desks.require(desk);
        requireFree(slug);
        desks.add(new Queue(slug, desk, nameZh, nameEn));
        deeds.fire(new Deed(Deed.Kind.QUEUE, Deed.What.ADDED, slug, "", null, desk));
        events.fire(new DeskEvent.QueueChanged(slug));
    }

    public void renameQueue(String desk, String slug, String nameZh, String nameEn) {
        DeskAccess.requireMayChange(current.get(), desk);
        requireQueueOf(desk, slug);
        desks.findQueue(slug).ifPresent(queue -> {
            var before = queue.row().names();
            events.fire(queue.rename(nameZh, nameEn));
            Deed.changes(Deed.Kind.QUEUE, slug, before, queue.row().names()).forEach(deeds::fire);
        });
    }

    /** Who answers here: agents and owners, each once, by name. */
    public List<PersonRow> members(String desk) {
        var owners = people.holders(Role.DESK_OWNER, desk);
        var members = new java.util.ArrayList<>(owners);
        people.holders(Role.AGENT, desk).stream()
                .filter(it -> owners.stream().noneMatch(owner -> owner.id().equals(it.id())))
                .forEach(members::add);
        return List.copyOf(members);
    }

    /** Who of the {@link #members} has not left, perhaps as two seconds ago. Costs no statement as a rule. */
    public List<PersonId> crew(String desk) {
        return shelf.crew(desk);
    }

    public List<PersonRow> owners(String desk) {
        return people.holders(Role.DESK_OWNER, desk);
    }

    /** Makes somebody an agent or an owner of the desk. The desk's owners and administrators only. */
    public void admit(String desk, PersonId person, Role role) {
        requireDeskRole(role);
        DeskAccess.requireMayChange(current.get(), desk);
        desks.require(desk);
        people.grant(person, role, desk);
    }

    /** Takes the role at this desk away; it is gone at the person's next request. */
    public void dismiss(String desk, PersonId person, Role role) {
        requireDeskRole(role);
        DeskAccess.requireMayChange(current.get(), desk);
        people.revoke(person, role, desk);
    }

    private void requireFree(String queue) {
        if (desks.findQueue(queue).isPresent()) {
            throw Refusal.conflict("queue-exists", queue);
        }
    }

    private void requireQueueOf(String desk, String queue) {
        if (desks.queuesOf(desk).stream().noneMatch(it -> it.slug().equals(queue))) {
            throw Refusal.invalid("queue-of-other-desk", queue, desk);
        }
    }

    private static void requireDeskRole(Role role) {
        if (role != Role.AGENT && role != Role.DESK_OWNER) {
            throw Refusal.invalid("desk-role");
        }
    }
}
