package org.askwell.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;

/** Opens the change log to tests inside the server, with transactions that they end themselves. */
@ApplicationScoped
public class Changes {

    @Inject
    ChangeLog log;

    @Resource
    UserTransaction transaction;

    public void begin() throws Exception {
        transaction.begin();
    }

    public void commit() throws Exception {
        transaction.commit();
    }

    public void record(String page) {
        log.record(new PageRef("test", page));
    }

    /** Records in a transaction of its own, with something to do between the recording and the commit. */
    public void recordAnd(String page, Callable<?> between) throws Exception {
        transaction.begin();
        try {
            record(page);
            between.call();
            transaction.commit();
        } catch (Exception failure) {
            transaction.rollback();
            throw failure;
        }
    }

    /** A reader that goes on where it left off. */
    public Reader reader() {
        return new Reader(log.latest());
    }

    public final class Reader {
        private long cursor;

        Reader(long cursor) {
            this.cursor = cursor;
        }

        /** What came since the last time, without what others than the tests recorded. */
        public List<String> next() {
            var changes = log.after(cursor, 1000);
            if (!changes.isEmpty()) {
                cursor = changes.getLast().seq();
            }
            return changes.stream()
                    .filter(it -> it.page().source().equals("test"))
                    .map(it -> it.page().id())
                    .toList();
        }
    }
}
