package org.askwell.ticket.saved;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * The views of the acting person and those shared at desks where that person works.
 *
 * <p>A view gives no right: it is an address, and what it shows is what its reader may see.
 */
@ApplicationService
public class SavedViews {

    public static final int MOST = 50;
    /** Names what one has oneself, in the place of a queue. */
    public static final String MINE = "mine";

    /** Names all queues of the desk in the query, in the place of a queue. */
    public static final String WHOLE_DESK = "desk";

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1_500;

    @Inject
    SavedViewRepository views;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    public List<SavedViewRow> list() {
        return among(desks.myQueues());
    }

    /** As {@link #list()}, for a page that knows the queues already. */
    public List<SavedViewRow> among(List<QueueRow> mine) {
        var caller = current.get();
        var here = mine.stream().map(QueueRow::desk).filter(Objects::nonNull).collect(Collectors.toSet());
        return views.of(caller.id(), here).stream()
                .filter(it -> it.owner().equals(caller.id()) || isOpen(it, mine))
                .map(it -> it.row(isOpen(it, mine)))
                .toList();
    }

    /** @param desk whose agents see it, too; null: nobody else does */
    public SavedViewRow save(String name, String queue, String query, @Nullable String desk) {
        var caller = current.get();
        var called = name.trim();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refusal.invalid("view-name", LONGEST_NAME);
        }
        if (query.length() > LONGEST_QUERY) {
            throw Refusal.invalid("view-long");
        }
        if (!isNone(queue) && !DeskAccess.maySee(caller, desks.queue(queue))) {
            throw Refusal.notFound("queue-unknown", queue);
        }
        if (desk != null && !caller.worksAt(desk)) {
            throw Refusal.forbidden("view-desk");
        }
        if (views.countOf(caller.id()) >= MOST) {
            throw Refusal.invalid("view-many", MOST);
        }
        var view = new SavedView(caller.id(), desk, called, queue, query, clock.instant());
        views.add(view);
        return view.row(true);
    }

    /** Its owner may, and the owners of the desk with which it is shared. */
    public void delete(SavedViewId id) {
        var view = views.require(id);
        var caller = current.get();
        var desk = view.desk();
        if (!view.owner().equals(caller.id()) && (desk == null || !caller.worksAt(desk))) {
            throw Refusal.notFound("view-unknown", id);
        }
        if (!view.owner().equals(caller.id()) && !DeskAccess.mayChange(caller, Objects.requireNonNull(desk))) {
            throw Refusal.forbidden("desk-owners-only");
        }
        views.delete(view);
    }

    private static boolean isOpen(SavedView view, List<QueueRow> mine) {
        return isNone(view.queue()) || mine.stream().anyMatch(it -> it.slug().equals(view.queue()));
    }

    /** It is no queue, and shows what its reader may see. */
    private static boolean isNone(String queue) {
        return queue.equals(MINE) || queue.equals(WHOLE_DESK);
    }
}
