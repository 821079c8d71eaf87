package org.askwell.common.db;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Counts the SQL statements that JPA sends, in all and on the present thread.
 *
 * <p>Tests hold each list to its count; the total is a metric for operators.
 */
public class StatementCount extends SessionEventAdapter {

    private static final AtomicLong TOTAL = new AtomicLong();
    private static final ThreadLocal<long[]> HERE = ThreadLocal.withInitial(() -> new long[1]);

    @Override
    public void preExecuteCall(SessionEvent event) {
        TOTAL.incrementAndGet();
        HERE.get()[0]++;
    }

    /** Statements sent since the start of the process. */
    public static long total() {
        return TOTAL.get();
    }

    /** Statements sent so far by the calling thread; the difference of two readings is what lay between. */
    public static long here() {
        return HERE.get()[0];
    }
}
