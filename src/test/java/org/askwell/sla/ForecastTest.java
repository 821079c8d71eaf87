package org.askwell.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastTest {

    private static final Duration NOTHING = Duration.ZERO;

    private static List<Duration> hours(int from, int until) {
        return IntStream.rangeClosed(from, until).mapToObj(Duration::ofHours).toList();
    }

    @Test
    void it_lies_between_the_first_and_the_fourth_fifth() {
        assertThat(Forecast.of(hours(1, 10), NOTHING))
                .contains(new Forecast(Duration.ofHours(2), Duration.ofHours(8), 10));
        assertThat(Forecast.of(hours(1, 11), NOTHING))
                .contains(new Forecast(Duration.ofHours(3), Duration.ofHours(9), 11));
    }

    @Test
    void what_was_done_sooner_than_this_has_taken_says_nothing_any_more() {
        assertThat(Forecast.of(hours(1, 20), Duration.ofHours(10)))
                .contains(new Forecast(Duration.ofHours(12), Duration.ofHours(18), 10));
    }

    @Test
    void nothing_is_foretold_from_a_few() {
        assertThat(Forecast.of(hours(1, Forecast.LEAST), NOTHING)).isPresent();
        assertThat(Forecast.of(hours(1, Forecast.LEAST), Duration.ofHours(1))).isEmpty();
        assertThat(Forecast.of(List.of(), NOTHING)).isEmpty();
    }

    @Test
    void the_order_does_not_matter() {
        var backwards = hours(1, 10).reversed();
        assertThat(Forecast.of(backwards, NOTHING)).isEqualTo(Forecast.of(hours(1, 10), NOTHING));
    }
}
