package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Job;
import org.askwell.notification.MailRoom.MailServerAway;
import org.askwell.notification.MailRoom.NotTaken;
import org.jspecify.annotations.Nullable;

/**
 * Takes the mails that are due to the mail server, one after the other over one connection.
 *
 * <p>While the mail server is away they wait, and it is asked again with growing pauses. One node at a time does this.
 */
@ApplicationScoped
class Postman implements Job {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    private static final int HANDFUL = 100;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** So long one round lasts at most: others want the thread, too. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /**
     * The mail server does not answer.
     *
     * @param failures in a row
     */
    record Trouble(Instant since, String reason, int failures) {}

    @Inject
    Outgoing outgoing;

    @Inject
    MailRoom room;

    @Inject
    Clock clock;

    private volatile @Nullable Trouble trouble;
    private volatile Instant notBefore = Instant.EPOCH;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    /** What is wrong with the mail server at present, as far as this node has tried. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run(String about) {
        if (!room.isOpen() || clock.instant().isBefore(notBefore)) {
            return;
        }
        int doubtful = outgoing.doubtAfterCrash();
        if (doubtful > 0) {
            LOG.log(Level.WARNING, "{0} mails may or may not have been sent when the portal stopped", doubtful);
        }
        var until = clock.instant().plus(LONGEST_ROUND);
        for (var due = outgoing.due(HANDFUL); !due.isEmpty(); due = outgoing.due(HANDFUL)) {
            try (var round = room.begin()) {
                answered();
                for (long id : due) {
                    hand(round, id);
                    if (clock.instant().isAfter(until)) {
                        return;
                    }
                }
            } catch (MailServerAway away) {
                pause(away);
                return;
            }
        }
    }

    private void hand(MailRoom.Round round, long id) throws MailServerAway {
        var letter = outgoing.letter(id).orElse(null);
        if (letter == null) {
            return;
        }
        try {
            round.hand(letter, () -> outgoing.leaves(id, letter.address()));
            outgoing.arrived(id);
        } catch (NotTaken refused) {
            outgoing.notTaken(id, String.valueOf(refused.getMessage()), refused.isForGood());
        } catch (MailServerAway away) {
            outgoing.broken(id, String.valueOf(away.getMessage()));
            throw away;
        }
    }

    private void answered() {
        if (trouble != null) {
            LOG.info("The mail server answers again");
        }
        trouble = null;
    }

    private void pause(MailServerAway away) {
        var before = trouble;
        var now = clock.instant();
        int failures = before == null ? 1 : before.failures() + 1;
        var reason = String.valueOf(away.getMessage());
        trouble = new Trouble(before == null ? now : before.since(), reason, failures);
        var next = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        notBefore = now.plus(next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE);
        if (before == null) {
            LOG.log(Level.WARNING, "The mail server does not answer; mails wait: {0}", reason);
        }
    }
}
