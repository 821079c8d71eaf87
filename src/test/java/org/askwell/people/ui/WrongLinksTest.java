package org.askwell.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongLinksTest {

    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    final WrongLinks wrong = new WrongLinks();

    @Test
    void many_wrong_links_from_one_place_are_too_many_until_a_while_has_passed() {
        wrong.clock = Clock.fixed(NINE, ZoneOffset.UTC);
        for (int i = 0; i < WrongLinks.MOST; i++) {
            assertThat(wrong.note("here")).isFalse();
        }

        assertThat(wrong.note("here")).isTrue();
        assertThat(wrong.note("there")).isFalse();
        wrong.clock = Clock.fixed(NINE.plus(WrongLinks.WHILE).plusSeconds(1), ZoneOffset.UTC);
        assertThat(wrong.note("here")).isFalse();
    }
}
