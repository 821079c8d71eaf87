package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.askwell.people.Caller;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketAccessTest {

    private static final PersonId WANG = new PersonId("wang");

    private static Caller caller(String who) {
        var grants = switch (who) {
            case "it-agent" -> Set.of(new Caller.Grant(Role.AGENT, "it"));
            case "it-owner" -> Set.of(new Caller.Grant(Role.DESK_OWNER, "it"));
            case "hr-agent" -> Set.of(new Caller.Grant(Role.AGENT, "hr"));
            case "hr-owner" -> Set.of(new Caller.Grant(Role.DESK_OWNER, "hr"));
            case "admin" -> Set.of(new Caller.Grant(Role.ADMIN, ""));
            default -> Set.<Caller.Grant>of();
        };
        return new Caller(
                new PersonId(who), who, "en", ZoneId.of("UTC"), null, null, EmploymentType.FULL_TIME, Set.of(), grants);
    }

    @ParameterizedTest
    @CsvSource({
        "wang,     true,  false",
        "other,    false, false",
        "it-agent, true,  true",
        "it-owner, true,  true",
        "hr-agent, false, false",
        "hr-owner, false, false",
        "admin,    false, false",
    })
    void a_desks_ticket_is_open_to_its_requester_and_to_those_who_work_there(String who, boolean reads, boolean works) {
        var ticket = new TicketScope(WANG, "it", TicketStatus.OPEN);

        assertThat(TicketAccess.mayRead(caller(who), ticket)).isEqualTo(reads);
        assertThat(TicketAccess.mayWork(caller(who), ticket)).isEqualTo(works);
        assertThat(TicketAccess.mayResolve(caller(who), ticket)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "wang,     true,  false",
        "it-agent, false, false",
        "it-owner, true,  true",
        "hr-owner, true,  true",
        "admin,    true,  true",
    })
    void a_ticket_of_no_desk_belongs_to_administrators_and_desk_owners(String who, boolean reads, boolean works) {
        var ticket = new TicketScope(WANG, null, TicketStatus.OPEN);

        assertThat(TicketAccess.mayRead(caller(who), ticket)).isEqualTo(reads);
        assertThat(TicketAccess.mayWork(caller(who), ticket)).isEqualTo(works);
    }

    @Test
    void only_the_requester_confirms_and_withdraws() {
        var open = new TicketScope(WANG, "it", TicketStatus.OPEN);
        var resolved = new TicketScope(WANG, "it", TicketStatus.RESOLVED);

        assertThat(TicketAccess.mayWithdraw(caller("wang"), open)).isTrue();
        assertThat(TicketAccess.mayWithdraw(caller("it-agent"), open)).isFalse();
        assertThat(TicketAccess.mayConfirm(caller("wang"), resolved)).isTrue();
        assertThat(TicketAccess.mayConfirm(caller("wang"), open)).isFalse();
        assertThat(TicketAccess.mayConfirm(caller("it-agent"), resolved)).isFalse();
        assertThat(TicketAccess.mayReopen(caller("it-agent"), resolved)).isTrue();
    }
}
