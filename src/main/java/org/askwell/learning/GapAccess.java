package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.Caller;
import org.askwell.people.Role;

/**
 * Who sees what was asked in vain: the curators of the spaces of a desk what was asked there, every curator what belongs
 * to no desk or to one without a space. What came near to something they may not read, they do not see: its wording would
 * tell of that. Administrators see no more than curators do.
 */
@ApplicationScoped
public class GapAccess {

    @Inject
    DeskService desks;

    @Inject
    SpaceService spaces;

    /**
     * What one sees: gaps of these desks, as long as what came nearest lies in one of these spaces.
     *
     * @param desks the absent one among them; none for who curates nothing
     * @param spaces the absent one among them
     */
    record View(Set<String> desks, Set<String> spaces) {

        boolean shows(Gap gap) {
            return desks.contains(gap.desk()) && spaces.contains(gap.space());
        }
    }

    /** The page is worth showing. */
    public static boolean maySeeAny(Caller caller) {
        return caller.hasAnywhere(Role.CURATOR);
    }

    static void requireMaySeeAny(Caller caller) {
        if (!maySeeAny(caller)) {
            throw Refusal.forbidden("gaps-curators-only");
        }
    }

    /** What the acting person sees. */
    View view(Caller caller) {
        if (!maySeeAny(caller)) {
            return new View(Set.of(), Set.of());
        }
        var curated = caller.scopesOf(Role.CURATOR);
        var seen = new HashSet<String>();
        seen.add(Gap.NO_DESK);
        for (var desk : desks.desks()) {
            if (desk.spaces().isEmpty() || !Collections.disjoint(desk.spaces(), curated)) {
                seen.add(desk.slug());
            }
        }
        var readable = new HashSet<>(spaces.readableSlugs());
        readable.add(Gap.NO_SPACE);
        return new View(seen, readable);
    }
}
