package org.askwell.common;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.askwell.common.db.Database;

/**
 * Remembers in the database what is still to be done, and does it.
 *
 * <p>Asking for work joins the caller's transaction: after a rollback it was never asked for. It begins right after the
 * commit, on any node, and is tried again with growing pauses until it returns. It starts once the schema is up to date
 * and stops with the portal.
 *
 * <p>The server would suspend the caller's transaction at the door of a bean that manages its own: this one supports it.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Jobs {

    /** Polls twice a second, and would tell as often that the database is away. */
    private static final Logger POLLING = Logger.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");

    private static final int THREADS = 3;
    private static final Duration POLL = Duration.ofMillis(500);
    /** Work of a node that died is taken over after four missed heartbeats. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    @Resource(lookup = Database.JNDI_NAME)
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<Job> jobs;

    @Inject
    Clock clock;

    @Inject
    AfterCommit afterCommit;

    private Scheduler scheduler;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        var asked = new ArrayList<Task<?>>();
        var recurring = new ArrayList<RecurringTask<?>>();
        for (var job : jobs) {
            job.every().ifPresentOrElse(pause -> recurring.add(recurring(job, pause)), () -> asked.add(oneTime(job)));
        }
        scheduler = Scheduler.create(dataSource, asked)
                .startTasks(recurring)
                .executorService(Executors.newFixedThreadPool(THREADS, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, threads))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_STOP)
                .clock(clock::instant)
                .build();
        POLLING.setFilter(new NotTooOften(clock, Duration.ofMinutes(1)));
        scheduler.start();
    }

    private static Task<Void> oneTime(Job job) {
        return Tasks.oneTime(job.name())
                .onFailure(Jobs::later)
                .execute((instance, context) -> job.run(instance.getId()));
    }

    private static RecurringTask<Void> recurring(Job job, Duration pause) {
        return Tasks.recurring(job.name(), FixedDelay.of(pause)).execute((instance, context) -> job.run(job.name()));
    }

    private static void later(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        int failures = failed.getExecution().consecutiveFailures;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        operations.reschedule(
                failed, failed.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** Asks for work to be done as soon as the present transaction has been committed. */
    public void schedule(String job, String about) {
        schedule(job, about, clock.instant());
        afterCommit.run(scheduler::triggerCheckForDueExecutions);
    }

    /** Asks for work to be done at a time; while the same work is waiting or running, asking again changes nothing. */
    public void schedule(String job, String about, Instant when) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(job, about), when);
    }

    /** The names of the jobs that are known, for health and tests. */
    public List<String> names() {
        var names = new ArrayList<String>();
        jobs.forEach(job -> names.add(job.name()));
        return names;
    }

    @PreDestroy
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void stop() {
        scheduler.stop();
    }
}
