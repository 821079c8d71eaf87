package org.askwell.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<String> truth = Optional.of("before");
    private Runnable meanwhile = () -> {};

    private final InstantSource watch = now::get;
    private final Clock clock = watch.withZone(ZoneOffset.UTC);

    private final Remembered<String, String> remembered = new Remembered<>(clock, key -> {
        asked.incrementAndGet();
        var read = truth;
        meanwhile.run();
        return read;
    });

    @Test
    void it_asks_once_for_a_moment() {
        remembered.find("a");
        now.set(now.get().plus(Remembered.LIFE).minusMillis(1));

        assertThat(remembered.find("a")).contains("before");
        assertThat(asked).hasValue(1);
    }

    @Test
    void it_asks_again_when_the_moment_is_over() {
        remembered.find("a");
        truth = Optional.of("after");
        now.set(now.get().plus(Remembered.LIFE));

        assertThat(remembered.find("a")).contains("after");
    }

    @Test
    void a_clock_that_is_set_back_keeps_nothing_alive() {
        remembered.find("a");
        truth = Optional.of("after");
        now.set(now.get().minus(Remembered.LIFE));

        assertThat(remembered.find("a")).contains("after");
    }

    @Test
    void what_was_told_to_be_forgotten_is_gone_at_once() {
        remembered.find("a");
        truth = Optional.empty();
        remembered.forget();

        assertThat(remembered.find("a")).isEmpty();
    }

    @Test
    void what_was_read_while_something_changed_is_not_kept() {
        meanwhile = () -> {
            truth = Optional.of("after");
            remembered.forget();
        };
        assertThat(remembered.find("a")).contains("before");

        assertThat(remembered.find("a")).contains("after");
    }

    @Test
    void what_is_not_there_is_asked_for_every_time() {
        truth = Optional.empty();
        remembered.find("a");
        truth = Optional.of("new");

        assertThat(remembered.find("a")).contains("new");
    }
}
