package org.askwell.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of this node in step with the database: one thread that reads the change log and writes the index.
 *
 * <p>How far it has read stands in the index itself, so a start after a crash goes on where the index ends, and an index
 * that was lost or damaged is filled again from all sources while the portal serves. Texts come first, vectors follow.
 */
@ApplicationScoped
public class IndexFollower {

    private static final Logger LOG = Logger.getLogger(IndexFollower.class.getName());

    private static final long POLL_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;
    private static final int CHANGES_AT_ONCE = 500;
    private static final int PAGES_AT_ONCE = 200;
    private static final int VECTORS_AT_ONCE = 4;
    private static final int VECTOR_BATCHES_PER_COMMIT = 25;

    /**
     * How far the index has come.
     *
     * @param rebuilding whether it is being filled from nothing
     * @param pages in the index now
     * @param withoutVectors of them that still wait for their vectors
     * @param failure why it does not get on, or null
     */
    public record Progress(
            boolean rebuilding,
            int pages,
            int withoutVectors,
            @Nullable String failure) {}

    @Inject
    PassageIndex index;

    @Inject
    ChangeLog changes;

    @Inject
    @Any
    Instance<PageSource> sources;

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopped;
    private volatile boolean rebuilding;

    /** Up to which change everything can be found; the cursor of the index runs ahead of its readers for a moment. */
    private volatile long visible = -1;

    private volatile @Nullable String failure;
    private @Nullable Thread thread;
    private int batchesSinceCommit;

    void begin() {
        rebuilding = index.cursor().isEmpty();
        visible = index.cursor().orElse(-1);
        thread = threads.newThread(this::follow);
        thread.setName("index-follower");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something was committed: look now instead of at the next poll. */
    void wake() {
        bell.release();
    }

    public Progress progress() {
        var size = index.size();
        return new Progress(rebuilding, size.pages(), size.withoutVectors(), failure);
    }

    /** Whether everything that was committed so far can be found on this node, also by its meaning. */
    boolean isUpToDate() {
        return !rebuilding && visible >= changes.latest() && index.size().withoutVectors() == 0;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        bell.release();
        var running = thread;
        if (running != null) {
            try {
                running.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() {
        int failures = 0;
        while (!stopped) {
            try {
                boolean busy = step();
                failure = null;
                failures = 0;
                if (!busy) {
                    rest(POLL_MILLIS);
                }
            } catch (RuntimeException trouble) {
                LOG.log(Level.WARNING, "The index could not follow; trying again", trouble);
                failure = String.valueOf(trouble.getMessage());
                // A database that is away would otherwise fill the log.
                rest(Math.min(LONGEST_PAUSE_MILLIS, POLL_MILLIS << Math.min(failures++, 10)));
            }
        }
    }

    /** Does one piece of work; false when there was nothing to do. */
    private boolean step() {
        var cursor = index.cursor();
        if (cursor.isEmpty()) {
            rebuild();
            return true;
        }
        var next = changes.after(cursor.getAsLong(), CHANGES_AT_ONCE);
        if (!next.isEmpty()) {
            var pages = new LinkedHashSet<PageRef>();
            next.forEach(change -> pages.add(change.page()));
            pages.forEach(this::take);
            index.commit(next.getLast().seq());
            visible = next.getLast().seq();
            return true;
        }
        if (index.embed(VECTORS_AT_ONCE) > 0) {
            index.refresh();
            if (++batchesSinceCommit >= VECTOR_BATCHES_PER_COMMIT) {
                index.commit(cursor.getAsLong());
                batchesSinceCommit = 0;
            }
            return true;
        }
        if (batchesSinceCommit > 0) {
            index.commit(cursor.getAsLong());
            batchesSinceCommit = 0;
        }
        return false;
    }

    private void rebuild() {
        rebuilding = true;
        index.clear();
        long latest = changes.latest();
        for (var source : sources) {
            String last = null;
            List<String> ids;
            do {
                ids = source.idsAfter(last, PAGES_AT_ONCE);
                for (var id : ids) {
                    if (stopped) {
                        return;
                    }
                    source.page(id).ifPresent(index::put);
                }
                index.refresh();
                last = ids.isEmpty() ? null : ids.getLast();
            } while (ids.size() == PAGES_AT_ONCE);
        }
        index.commit(latest);
        visible = latest;
        rebuilding = false;
    }

    private void take(PageRef page) {
        for (var source : sources) {
            if (source.source().equals(page.source())) {
                source.page(page.id()).ifPresentOrElse(index::put, () -> index.remove(page));
                return;
            }
        }
        index.remove(page);
    }

    private void rest(long millis) {
        try {
            if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
