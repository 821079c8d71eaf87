package org.askwell.target;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.people.EmploymentType;
import org.askwell.sla.AlternateSaturdays;
import org.askwell.sla.Window;
import org.askwell.ticket.Priority;
import org.jspecify.annotations.Nullable;

/**
 * All that a desk promises, and by which days it counts; its hours are those of the desk.
 *
 * @param region whose holidays and make-up days count; null: none
 * @param workedSaturday a Saturday on which the desk works, as every second one from then on; null: Saturdays are as the
 *     desk's hours say
 * @param saturdayHours the hours of those Saturdays, {@code 09:00-12:00;13:00-17:00}; blank: those of the desk
 * @param requesterZone the hours are meant as the clock shows them where the requester is, not where the desk is
 */
public record TargetPlan(
        List<Promise> promises,
        @Nullable String region,
        @Nullable LocalDate workedSaturday,
        @Nullable String saturdayHours,
        boolean requesterZone) {

    public static final TargetPlan NOTHING = new TargetPlan(List.of(), null, null, null, false);

    public static final int MOST_PROMISES = 40;

    public TargetPlan {
        promises = promises.stream().filter(it -> !it.promisesNothing()).toList();
        if (promises.size() > MOST_PROMISES) {
            throw Refusal.invalid("target-too-many", MOST_PROMISES);
        }
        region = region == null || region.isBlank() ? null : region.strip();
        saturdayHours =
                saturdayHours == null || saturdayHours.isBlank() ? null : Window.texts(Window.parseAll(saturdayHours));
        var seen = new HashSet<String>();
        for (var promise : promises) {
            if (!seen.add(promise.priority() + " " + promise.person())) {
                throw Refusal.invalid("target-twice", promise.priority());
            }
        }
    }

    Optional<AlternateSaturdays> saturdays() {
        return Optional.ofNullable(workedSaturday)
                .map(it ->
                        new AlternateSaturdays(it, saturdayHours == null ? List.of() : Window.parseAll(saturdayHours)));
    }

    /** Whether it makes a difference who asks. */
    boolean looksAtThePerson() {
        return promises.stream().anyMatch(it -> it.person() != null);
    }

    /** The promise to such a person, before the one to everyone. */
    Optional<Promise> promise(Priority priority, @Nullable EmploymentType person) {
        var all = promises.stream().filter(it -> it.priority() == priority).toList();
        return all.stream()
                .filter(it -> it.person() != null && it.person() == person)
                .findFirst()
                .or(() -> all.stream().filter(it -> it.person() == null).findFirst());
    }
}
