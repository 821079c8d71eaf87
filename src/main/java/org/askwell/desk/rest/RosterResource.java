package org.askwell.desk.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.Leave;
import org.askwell.desk.roster.RosterLine;
import org.askwell.desk.roster.RosterMember;
import org.askwell.desk.roster.RosterService;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who is on duty at a desk: read by those who work there, kept by its owners. */
@Path("desks/{desk}/roster")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RosterResource {

    @Inject
    RosterService rosters;

    @Inject
    DeskService desks;

    /** Everybody who works there, by name, as of now. */
    @GET
    public RosterBody get(@PathParam("desk") String desk) {
        var zone = desks.desk(desk).hours().zone();
        return new RosterBody(
                zone.getId(),
                rosters.roster(desk).stream().map(RosterPerson::of).toList());
    }

    /** What is said of these people counts from now on; those who are not named stay as they are. */
    @PUT
    public RosterBody put(@PathParam("desk") String desk, @Valid @NotNull RosterOrder order) {
        var zone = desks.desk(desk).hours().zone();
        rosters.keep(desk, order.items().stream().map(it -> it.member(zone)).toList());
        return get(desk);
    }

    /** @param zone in which shifts are meant */
    public record RosterBody(String zone, List<RosterPerson> items) {}

    /**
     * @param until somebody on duty stays so until then, as far as is known
     * @param next when duty begins for somebody who is not
     * @param shifts left out: the hours of the desk
     */
    public record RosterPerson(
            String person,
            String name,
            Duty.Standing standing,
            @Nullable Instant until,
            @Nullable Instant next,
            @Nullable List<String> shifts,
            @Nullable Integer capacity,
            List<String> languages,
            List<String> skills,
            List<RosterLeave> leave) {

        static RosterPerson of(RosterLine it) {
            var member = it.member();
            return new RosterPerson(
                    it.person().value(),
                    it.name(),
                    it.standing(),
                    it.until(),
                    it.next(),
                    member.shifts(),
                    member.capacity(),
                    member.languages(),
                    member.skills(),
                    member.leave().stream()
                            .map(leave -> new RosterLeave(
                                    leave.from().toString(), leave.until().toString(), leave.word()))
                            .toList());
        }
    }

    public record RosterOrder(@NotNull @Size(max = 500) List<@Valid @NotNull RosterChange> items) {}

    /**
     * @param shifts {@code MON 09:00-12:30}, in the desk's zone; left out: the hours of the desk; empty: no shift
     * @param capacity open tickets at a time; left out: any number
     * @param languages zh, en; left out or empty: both
     */
    public record RosterChange(
            @NotBlank @Size(max = 60) String person,
            @Nullable @Size(max = 70) List<@NotNull String> shifts,
            @Nullable Integer capacity,
            @Nullable List<@NotNull String> languages,
            @Nullable List<@NotNull String> skills,
            @Nullable @Size(max = RosterMember.MOST_LEAVE) List<@Valid @NotNull RosterLeave> leave) {

        RosterMember member(ZoneId zone) {
            return new RosterMember(
                    PersonId.parse(person).orElseThrow(() -> Refusal.invalid("person-unknown", person)),
                    shifts,
                    capacity,
                    Objects.requireNonNullElse(languages, List.of()),
                    Objects.requireNonNullElse(skills, List.of()),
                    leave == null
                            ? List.of()
                            : leave.stream().map(it -> it.leave(zone)).toList());
        }
    }

    /**
     * @param from a day ({@code 2026-11-03}) or a moment ({@code 2026-11-03T01:00:00Z})
     * @param until a day, which is included, or a moment, which is not
     * @param word why; read by owners and the person alone
     */
    public record RosterLeave(
            @NotBlank String from,
            @NotBlank String until,
            @Nullable String word) {

        Leave leave(ZoneId zone) {
            return Leave.of(from, until, Objects.requireNonNullElse(word, ""), zone);
        }
    }
}
