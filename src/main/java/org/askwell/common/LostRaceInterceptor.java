package org.askwell.common;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Stands outside the transaction, where the commit has already spoken. */
@TellsOfLostRaces
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class LostRaceInterceptor {

    /** Two came with the same name at the same time; both databases call it so. */
    private static final String UNIQUE_VIOLATION = "23505";

    @AroundInvoke
    @Nullable
    Object call(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (TransactionalException | PersistenceException failure) {
            var refusal = Trouble.refusalIn(failure);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof OptimisticLockException
                        || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
                    throw Refusal.conflict("changed-meanwhile");
                }
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    throw Refusal.conflict("changed-meanwhile");
                }
            }
            // The REST layer has its own, mute idea of a TransactionalException.
            throw failure instanceof TransactionalException ? new PersistenceException(failure) : failure;
        }
    }
}
