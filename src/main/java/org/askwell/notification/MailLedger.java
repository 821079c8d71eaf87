package org.askwell.notification;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** What became of every mail. For administrators; it tells whom and what about, never the text. */
@ApplicationService
public class MailLedger {

    @Inject
    MailRepository mails;

    @Inject
    MailRoom room;

    @Inject
    Postman postman;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /**
     * How the way out is.
     *
     * @param open whether a mail server is named in the settings
     * @param since when it stopped answering; null while it answers
     * @param reason what it said last
     */
    public record Way(
            boolean open, @Nullable Instant since, @Nullable String reason) implements Serializable {}

    /** The newest first. */
    public Slice<MailRow> list(@Nullable MailState state, @Nullable String cursor, int limit) {
        current.get().requireAdmin();
        var before = cursor == null || cursor.isEmpty()
                ? null
                : MailId.parse(cursor).orElseThrow(() -> Refusal.malformed("cursor-unreadable"));
        return Slice.of(
                mails.ledger(state, before, 0, limit + 1), limit, it -> it.id().value());
    }

    /** As {@link #list}, for pages that scroll. */
    public List<MailRow> page(@Nullable MailState state, int offset, int limit) {
        current.get().requireAdmin();
        return mails.ledger(state, null, offset, limit);
    }

    /** How many there are in each state; states without any are missing. */
    public Map<MailState, Long> counts() {
        current.get().requireAdmin();
        return mails.counts();
    }

    public Way way() {
        current.get().requireAdmin();
        return postman.trouble()
                .map(it -> new Way(room.isOpen(), it.since(), it.reason()))
                .orElseGet(() -> new Way(room.isOpen(), null, null));
    }

    /** Sends one once more that failed or is doubtful; a doubtful one may then arrive twice. */
    public void again(MailId id) {
        current.get().requireAdmin();
        mails.require(id).again(clock.instant());
    }
}
