package org.askwell.common;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a failure that nobody caught comes to for the person who waits: one sentence, the same in a page and over REST.
 *
 * <p>What nobody foresaw is logged with a number that the sentence names, too.
 */
public final class Trouble {

    private static final Logger LOG = Logger.getLogger(Trouble.class.getName());

    private Trouble() {}

    /** The refusal inside the failure, or the one that stands for it. */
    public static Refusal of(Throwable failure) {
        var refusal = refusalIn(failure);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OptimisticLockException lost -> {
                    return Refusal.conflict("changed-meanwhile");
                }
                case SQLTransientException away -> {
                    return databaseAway(failure);
                }
                case SQLException broken
                when isConnectionTrouble(broken) -> {
                    return databaseAway(failure);
                }
                case IOException broken
                when isDiskFull(broken) -> {
                    return Refusal.unavailable("disk-full");
                }
                default -> {}
            }
        }
        if (failure instanceof PersistenceException || failure instanceof TransactionalException) {
            return databaseAway(failure);
        }
        var number = Long.toString(System.nanoTime() & 0xffffffffL, 36);
        LOG.log(Level.SEVERE, "Unforeseen failure " + number, failure);
        return Refusal.unforeseen(number);
    }

    /** The refusal that was thrown, be it wrapped by whoever was reading or calling meanwhile. */
    public static Optional<Refusal> refusalIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** Whether the disk had no room for what was being written. */
    public static boolean isDiskFull(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left");
    }

    private static boolean isConnectionTrouble(SQLException broken) {
        var state = broken.getSQLState();
        // 08: connection exceptions; 57P: operator intervention; 53: resources (disk full); 90: H2's own codes for the
        // like
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("53")
                        || state.startsWith("90028")
                        || state.startsWith("90031")
                        || state.startsWith("90121"));
    }

    private static Refusal databaseAway(Throwable failure) {
        LOG.log(Level.WARNING, "The database did not answer", failure);
        return Refusal.unavailable("database-away");
    }
}
