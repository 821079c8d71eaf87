package org.askwell.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.RosterMember;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChoosingTest {

    private static final PersonId REQUESTER = new PersonId("lin.xiaoyu");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BEN = new PersonId("ben");
    private static final Need ANYBODY = new Need(REQUESTER, null, List.of(), Set.of());

    private static Candidate free(PersonId person, int load, long turn) {
        return candidate(RosterMember.usual(person), true, Duty.Standing.ON_DUTY, load, turn);
    }

    private static Candidate candidate(
            RosterMember member, boolean active, Duty.Standing standing, int load, long turn) {
        return new Candidate(member, active, standing, load, turn);
    }

    private static @Nullable PersonId chosen(Strategy strategy, Need need, Candidate... candidates) {
        return Choosing.choose(strategy, need, List.of(candidates)).person();
    }

    private static RosterMember line(
            PersonId person, @Nullable Integer capacity, List<String> languages, List<String> skills) {
        return new RosterMember(person, null, capacity, languages, skills, List.of());
    }

    @Test
    void each_strategy_has_its_order() {
        var anna = free(ANNA, 5, 1);
        var ben = free(BEN, 2, 7);

        assertThat(chosen(Strategy.TAKE, ANYBODY, anna, ben)).isNull();
        assertThat(chosen(Strategy.ROUND_ROBIN, ANYBODY, anna, ben)).isEqualTo(ANNA);
        assertThat(chosen(Strategy.LEAST_LOADED, ANYBODY, anna, ben)).isEqualTo(BEN);
        assertThat(chosen(Strategy.LEAST_LOADED, ANYBODY, free(ANNA, 2, 8), ben))
                .as("of two with as many, the one who was given one longest ago")
                .isEqualTo(BEN);
    }

    @Test
    void nobody_who_is_not_there_is_ever_chosen() {
        for (var standing : Duty.Standing.values()) {
            var choice = Choosing.choose(
                    Strategy.ROUND_ROBIN, ANYBODY, List.of(candidate(RosterMember.usual(ANNA), true, standing, 0, 0)));
            assertThat(choice.person() != null).isEqualTo(standing == Duty.Standing.ON_DUTY);
            assertThat(choice.isNobodyThere()).isEqualTo(standing != Duty.Standing.ON_DUTY);
        }
        assertThat(chosen(
                        Strategy.ROUND_ROBIN,
                        ANYBODY,
                        candidate(RosterMember.usual(ANNA), false, Duty.Standing.ON_DUTY, 0, 0)))
                .as("has left")
                .isNull();
    }

    @Test
    void nobody_gets_more_than_there_is_room_for() {
        var small = line(ANNA, 2, List.of(), List.of());

        assertThat(chosen(Strategy.ROUND_ROBIN, ANYBODY, candidate(small, true, Duty.Standing.ON_DUTY, 1, 0)))
                .isEqualTo(ANNA);
        assertThat(chosen(Strategy.ROUND_ROBIN, ANYBODY, candidate(small, true, Duty.Standing.ON_DUTY, 2, 0)))
                .isNull();
    }

    @Test
    void language_and_skill_count_where_they_are_asked_for() {
        var chinese = candidate(line(ANNA, null, List.of("zh"), List.of()), true, Duty.Standing.ON_DUTY, 0, 0);
        var skilled = candidate(line(BEN, null, List.of(), List.of("network")), true, Duty.Standing.ON_DUTY, 0, 9);
        var english = new Need(REQUESTER, "en", List.of(), Set.of());
        var network = new Need(REQUESTER, null, List.of("wifi", "network"), Set.of());

        assertThat(chosen(Strategy.ROUND_ROBIN, english, chinese, skilled)).isEqualTo(BEN);
        assertThat(chosen(Strategy.ROUND_ROBIN, network, chinese, skilled)).isEqualTo(BEN);
        var choice = Choosing.choose(Strategy.ROUND_ROBIN, english, List.of(chinese));
        assertThat(choice.obstacles()).containsEntry(ANNA, Obstacle.LANGUAGE);
        assertThat(choice.isNobodyThere()).as("another ticket would find her").isFalse();
    }

    @Test
    void nobody_answers_oneself_or_gets_back_what_one_had() {
        assertThat(chosen(Strategy.ROUND_ROBIN, new Need(ANNA, null, List.of(), Set.of()), free(ANNA, 0, 0)))
                .isNull();
        assertThat(chosen(Strategy.ROUND_ROBIN, new Need(REQUESTER, null, List.of(), Set.of(ANNA)), free(ANNA, 0, 0)))
                .isNull();
    }

    @Test
    void a_plan_that_contradicts_itself_is_refused() {
        var step = new LadderStep(4, LadderAct.REMIND);
        assertThatThrownBy(() -> new AssignmentPlan(List.of(), List.of(step, step)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LadderStep(0, LadderAct.REMIND)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new QueuePlan("q", Strategy.TAKE, false, false, 0))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new AssignmentPlan(List.of(QueuePlan.taken("q"), QueuePlan.taken("q")), List.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_plan_is_read_as_it_was_written() {
        var plan = new AssignmentPlan(
                List.of(new QueuePlan("q", Strategy.ROUND_ROBIN, true, false, 60), QueuePlan.taken("other")),
                List.of(new LadderStep(4, LadderAct.HAND_OVER), new LadderStep(2, LadderAct.REMIND)));

        assertThat(AssignmentJson.read(AssignmentJson.write(plan))).isEqualTo(plan);
        assertThat(plan.ladder()).extracting(LadderStep::after).containsExactly(2, 4);
    }
}
