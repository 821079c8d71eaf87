package org.askwell.common;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.TransactionalException;
import org.jspecify.annotations.Nullable;

/** Stands outside the transaction, where the commit has already spoken. */
@TellsOfLostRaces
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class LostRaceInterceptor {

    @AroundInvoke
    @Nullable
    Object call(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (TransactionalException | OptimisticLockException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
                if (cause instanceof OptimisticLockException
                        || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
                    throw Refusal.conflict("changed-meanwhile");
                }
            }
            throw failure;
        }
    }
}
