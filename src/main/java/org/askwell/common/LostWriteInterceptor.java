package org.askwell.common;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stands inside the transaction, where a method that seems to have worked is leaving.
 *
 * <p>The server rolls a rollback-only transaction back without a word: the caller would believe in a write that never
 * happened. Here it becomes an error before anyone is told.
 */
@TellsOfLostWrites
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class LostWriteInterceptor {

    @Resource
    TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    @Nullable
    Object call(InvocationContext call) throws Exception {
        var result = call.proceed();
        if (transactions.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
            throw new IllegalStateException(
                    call.getMethod() + " returned, but its transaction can only be rolled back; an exception was"
                            + " swallowed on the way");
        }
        return result;
    }
}
