package org.askwell.common;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs things once the present transaction has been committed, on another thread; never when it was rolled back. */
@ApplicationScoped
public class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Resource
    ManagedExecutorService executor;

    /** What must not be lost does not belong here but in a row and a job: this is for screens and wake-ups. */
    public void run(Runnable something) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            submit(something);
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    submit(something);
                }
            }
        });
    }

    private void submit(Runnable something) {
        executor.execute(() -> {
            try {
                something.run();
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "What should follow a commit failed", failure);
            }
        });
    }
}
