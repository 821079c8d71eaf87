package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.search.FoundGroup.FoundThing;

/** Puts tickets that were found into the words of the acting person. */
@ApplicationScoped
class FoundTicketWords {

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    List<FoundThing> of(List<FoundTicket> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        var locale = current.get().locale();
        var names = new HashMap<String, String>();
        desks.desks().forEach(it -> names.put(it.slug(), it.name(locale)));
        return tickets.stream()
                .map(it -> new FoundThing(
                        it.number().value(),
                        it.subject(),
                        Stream.of(
                                        it.number().value(),
                                        it.desk() == null ? null : names.get(it.desk()),
                                        Texts.in(
                                                locale,
                                                "ticket.status."
                                                        + it.status().name().toLowerCase(Locale.ROOT)))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")),
                        "",
                        Places.ticket(it.number().value())))
                .toList();
    }
}
