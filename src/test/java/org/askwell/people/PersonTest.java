package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonTest {

    static final PersonId LIN = new PersonId("lin.xiaoyu");
    static final Instant MONDAY_NINE = Instant.parse("2026-11-02T01:00:00Z");

    final Person lin = new Person(LIN, Profile.named("林小雨", "zh"));

    @Test
    void a_new_profile_is_taken_whole_and_told() {
        var told = lin.take(Profile.named("林小羽", "en"));

        assertThat(told).isEqualTo(new PeopleEvent.PersonChanged(LIN));
        assertThat(lin.profile()).isEqualTo(Profile.named("林小羽", "en"));
    }

    @Test
    void five_wrong_passwords_lock_somebody_out_for_ten_minutes() {
        failFiveTimes();

        assertThat(lin.isLockedOut(MONDAY_NINE.plusSeconds(599))).isTrue();
        assertThat(lin.isLockedOut(MONDAY_NINE.plusSeconds(600))).isFalse();
    }

    @Test
    void unlocking_forgets_the_wrong_passwords() {
        failFiveTimes();

        var told = lin.unlock();

        assertThat(told).isEqualTo(new PeopleEvent.PersonChanged(LIN));
        assertThat(lin.isLockedOut(MONDAY_NINE)).isFalse();
        lin.failToSignIn(MONDAY_NINE);
        assertThat(lin.isLockedOut(MONDAY_NINE)).isFalse();
    }

    @Test
    void a_new_password_ends_a_lock_out() {
        failFiveTimes();

        lin.useHash("hash");

        assertThat(lin.isLockedOut(MONDAY_NINE)).isFalse();
        assertThat(lin.passwordHash()).contains("hash");
    }

    @Test
    void a_closed_account_has_no_password_and_takes_none() {
        lin.useHash("hash");

        lin.deactivate();

        assertThat(lin.isActive()).isFalse();
        assertThat(lin.passwordHash()).isEmpty();
        assertThatThrownBy(() -> lin.useHash("another")).isInstanceOf(Refusal.class);
    }

    @Test
    void who_comes_back_needs_a_new_password() {
        lin.useHash("hash");
        lin.deactivate();

        var told = lin.reactivate();

        assertThat(told).isEqualTo(new PeopleEvent.PersonChanged(LIN));
        assertThat(lin.isActive()).isTrue();
        assertThat(lin.passwordHash()).isEmpty();
    }

    private void failFiveTimes() {
        for (int i = 0; i < Person.MOST_FAILURES; i++) {
            lin.failToSignIn(MONDAY_NINE);
        }
    }
}
