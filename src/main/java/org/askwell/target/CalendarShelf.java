package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import org.askwell.sla.CalendarText;
import org.askwell.sla.WorkingCalendar;

/**
 * Every calendar that a clock was ever reckoned by, under a code that follows from what it says.
 *
 * <p>An entry of the ledger bears the code alone; that a desk opens longer today does not change what it counted.
 */
@ApplicationScoped
class CalendarShelf {

    private static final int CODE_BYTES = 12;

    private final ConcurrentHashMap<String, WorkingCalendar> read = new ConcurrentHashMap<>();

    @Inject
    TargetRepository repository;

    WorkingCalendar get(String code) {
        var known = read.get(code);
        if (known != null) {
            return known;
        }
        var text = repository
                .calendar(code)
                .orElseThrow(() -> new IllegalStateException("No calendar bears the code " + code));
        var calendar = CalendarText.read(text);
        read.put(code, calendar);
        return calendar;
    }

    static String code(WorkingCalendar calendar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(calendar.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, CODE_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Puts a calendar on the shelf, in the present transaction.
     *
     * @return whether it stood there already, for everyone to see
     */
    boolean keep(String code, WorkingCalendar calendar) {
        if (repository.calendar(code).isPresent()) {
            return true;
        }
        repository.keepCalendar(code, calendar.toString());
        return false;
    }
}
