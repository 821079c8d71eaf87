package org.askwell.people.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.askwell.common.Settings;
import org.askwell.people.PersonCard;
import org.askwell.people.PersonCards;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who somebody is, as far as the caller may know. */
@Path("people/{person}/card")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonCardResource {

    @Inject
    PersonCards cards;

    @Inject
    Clock clock;

    @GET
    public PersonCardBody card(@PathParam("person") PersonId person) {
        var card = cards.card(person);
        var zone = card.zone();
        return new PersonCardBody(
                card.id().value(),
                card.name(),
                card.otherName(),
                card.active(),
                card.department(),
                card.office(),
                card.managers().stream().map(CardManager::of).toList(),
                card.works(),
                card.language() == null ? List.of() : List.of(card.language()),
                zone == null ? null : zone.getId(),
                zone == null
                        ? null
                        : clock.instant()
                                .atZone(zone)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toOffsetDateTime(),
                card.open().stream()
                        .map(it -> new CardOpen(it.id(), it.title(), Settings.baseUrl() + "/" + it.place()))
                        .toList());
    }

    /**
     * @param department its name in the caller's language
     * @param managers the nearest first; empty for who may not see them
     * @param works what they answer for, in the caller's language
     * @param localTime what their clock shows now
     * @param open what they wait for, as far as the caller works on it
     */
    public record PersonCardBody(
            String id,
            String name,
            @Nullable String otherName,
            boolean active,
            @Nullable String department,
            @Nullable String office,
            List<CardManager> managers,
            List<String> works,
            List<String> languages,
            @Nullable String zone,
            @Nullable OffsetDateTime localTime,
            List<CardOpen> open) {}

    public record CardManager(String id, String name) {
        static CardManager of(PersonCard.Colleague colleague) {
            return new CardManager(colleague.id().value(), colleague.name());
        }
    }

    public record CardOpen(String id, String title, String url) {}
}
