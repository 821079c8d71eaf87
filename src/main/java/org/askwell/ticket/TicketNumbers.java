package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts tickets. Each node takes numbers in blocks, so that opening a ticket locks nothing; a restart leaves a gap.
 *
 * <p>The first block of a node is small and the following ones grow, so that the gaps stay small where little happens.
 */
@ApplicationScoped
class TicketNumbers {

    static final long FIRST = 1001;
    static final int FIRST_BLOCK = 10;
    static final int LARGEST_BLOCK = 200;

    @Inject
    Blocks blocks;

    private final ConcurrentHashMap<String, Counter> counters = new ConcurrentHashMap<>();

    TicketNumber next(String prefix) {
        return TicketNumber.of(
                prefix, counters.computeIfAbsent(prefix, Counter::new).next(blocks));
    }

    /** The numbers that this node still has of one prefix. */
    static final class Counter {

        private final String prefix;
        private long next;
        private long end;
        private int size = FIRST_BLOCK / 2;

        Counter(String prefix) {
            this.prefix = prefix;
        }

        synchronized long next(Supply supply) {
            if (next == end) {
                size = Math.min(size * 2, LARGEST_BLOCK);
                next = supply.take(prefix, size);
                end = next + size;
            }
            return next++;
        }
    }

    /** Where blocks come from. */
    interface Supply {

        /** The first of so many numbers that nobody else will ever get. */
        long take(String prefix, int howMany);
    }

    /** The table of blocks; taking one is its own short transaction, whatever becomes of the ticket. */
    @ApplicationScoped
    static class Blocks implements Supply {

        @PersistenceContext
        EntityManager em;

        @Override
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public long take(String prefix, int howMany) {
            em.createNativeQuery("insert into ticket_number_block (prefix, next_number) values (?1, ?2)"
                            + " on conflict do nothing")
                    .setParameter(1, prefix)
                    .setParameter(2, FIRST)
                    .executeUpdate();
            em.createNativeQuery("update ticket_number_block set next_number = next_number + ?1 where prefix = ?2")
                    .setParameter(1, howMany)
                    .setParameter(2, prefix)
                    .executeUpdate();
            var after = (Number) em.createNativeQuery("select next_number from ticket_number_block where prefix = ?1")
                    .setParameter(1, prefix)
                    .getSingleResult();
            return after.longValue() - howMany;
        }
    }
}
