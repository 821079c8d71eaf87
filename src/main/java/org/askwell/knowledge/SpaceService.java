package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.Role;

/** Which spaces there are, and who may read and write them. One public method is one transaction. */
@ApplicationService
public class SpaceService {

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    @Inject
    PeopleService people;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    Event<Deed> deeds;

    /** The spaces one may read; by slug. */
    public List<SpaceRow> readable() {
        var caller = current.get();
        return library.spaces().stream()
                .filter(space -> access.mayRead(caller, space))
                .map(space -> row(caller, space))
                .toList();
    }

    /** Every space, for those who arrange them. */
    public List<SpaceRow> all() {
        var caller = requireArranger();
        return library.spaces().stream().map(space -> row(caller, space)).toList();
    }

    /** One space as its arranger sees it, whether he may read it or not. */
    public SpaceRow arranged(String slug) {
        return row(requireArranger(), library.requireSpace(slug));
    }

    /** One space that one may read; anything else does not exist. */
    public SpaceRow read(String slug) {
        var caller = current.get();
        var space = library.requireSpace(slug);
        access.requireMayRead(caller, space);
        return row(caller, space);
    }

    /** Makes a space; whoever makes it is its first curator. Administrators only. */
    public void create(String slug, SpaceSettings settings) {
        var caller = requireArranger();
        if (library.space(slug).isPresent()) {
            throw Refusal.conflict("space-taken", slug);
        }
        library.add(new Space(slug, settings));
        deeds.fire(Deed.of(Deed.Kind.SPACE, Deed.What.ADDED, slug));
        people.grant(caller.id(), Role.CURATOR, slug);
        events.fire(new KnowledgeEvent.SpaceChanged(slug));
    }

    /** Renames a space or changes who may read it; holds at the next request. Administrators only. */
    public void arrange(String slug, SpaceSettings settings) {
        requireArranger();
        var space = library.requireSpace(slug);
        var before = space.settings().told();
        events.fire(space.take(settings));
        Deed.changes(Deed.Kind.SPACE, slug, before, space.settings().told()).forEach(deeds::fire);
    }

    /** Says whether a text is looked at before readers see it, and by whom. Administrators only. */
    public void ask(String slug, ReviewRule rule) {
        requireArranger();
        events.fire(library.requireSpace(slug).ask(rule));
    }

    /** The slugs of all spaces that the acting person may read. */
    public Set<String> readableSlugs() {
        return readable().stream().map(SpaceRow::slug).collect(Collectors.toSet());
    }

    private Caller requireArranger() {
        var caller = current.get();
        if (!access.mayArrangeSpaces(caller)) {
            throw Refusal.forbidden("administrators-only");
        }
        return caller;
    }

    private SpaceRow row(Caller caller, Space space) {
        return SpaceRow.of(space, access.mayRead(caller, space), access.mayWrite(caller, space));
    }
}
