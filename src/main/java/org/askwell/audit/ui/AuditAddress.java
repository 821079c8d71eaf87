package org.askwell.audit.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.askwell.audit.AuditFilter;
import org.askwell.common.Deed;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What stands in the address of the page and of its table: {@code person}, {@code kind}, {@code object}, {@code days}. */
@ApplicationScoped
class AuditAddress {

    static final String PERSON = "person";
    static final String KIND = "kind";
    static final String OBJECT = "object";
    static final String DAYS = "days";

    /** So many days back can be chosen, today counted. */
    static final List<Integer> SPANS = List.of(1, 7, 30, 90, 365);

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /** What cannot be read lets everything through. */
    AuditFilter filter(UnaryOperator<@Nullable String> parameter) {
        var days = days(parameter.apply(DAYS)).orElse(null);
        var zone = current.get().zone();
        return new AuditFilter(
                PersonId.parse(parameter.apply(PERSON)).orElse(null),
                kind(parameter.apply(KIND)).orElse(null),
                parameter.apply(OBJECT),
                days == null
                        ? null
                        : clock.instant()
                                .atZone(zone)
                                .truncatedTo(ChronoUnit.DAYS)
                                .minusDays(days - 1L)
                                .toInstant(),
                null);
    }

    static Optional<Deed.Kind> kind(@Nullable String text) {
        return Arrays.stream(Deed.Kind.values())
                .filter(it -> it.name().equalsIgnoreCase(text))
                .findFirst();
    }

    static Optional<Integer> days(@Nullable String text) {
        return SPANS.stream().filter(it -> it.toString().equals(text)).findFirst();
    }
}
