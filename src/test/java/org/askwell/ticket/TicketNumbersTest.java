package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketNumbersTest {

    private final AtomicLong table = new AtomicLong(TicketNumbers.FIRST);
    private final AtomicInteger taken = new AtomicInteger();

    private long take(String prefix, int howMany) {
        taken.incrementAndGet();
        return table.getAndAdd(howMany);
    }

    @Test
    void the_first_ticket_is_1001_and_the_next_1002() {
        var counter = new TicketNumbers.Counter("IT");

        assertThat(counter.next(this::take)).isEqualTo(1001);
        assertThat(counter.next(this::take)).isEqualTo(1002);
        assertThat(taken).hasValue(1);
    }

    @Test
    void blocks_grow_so_that_many_tickets_take_few_of_them() {
        var counter = new TicketNumbers.Counter("IT");
        for (int i = 0; i < 10_000; i++) {
            counter.next(this::take);
        }

        assertThat(taken.get()).isLessThan(60);
    }

    @Test
    void two_nodes_and_eight_threads_never_give_the_same_number() throws Exception {
        var one = new TicketNumbers.Counter("IT");
        var other = new TicketNumbers.Counter("IT");
        var given = new HashSet<Long>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<ArrayList<Long>>>();
            for (int i = 0; i < 8; i++) {
                var counter = i % 2 == 0 ? one : other;
                work.add(() -> {
                    var mine = new ArrayList<Long>();
                    for (int j = 0; j < 500; j++) {
                        mine.add(counter.next(this::take));
                    }
                    return mine;
                });
            }
            for (var done : pool.invokeAll(work)) {
                given.addAll(done.get());
            }
        }

        assertThat(given).hasSize(4000);
    }

    @Test
    void numbers_are_read_as_people_write_them() {
        assertThat(TicketNumber.parse(" it-1042 ")).contains(new TicketNumber("IT-1042"));
        assertThat(TicketNumber.parse("1042")).isEmpty();
        assertThat(TicketNumber.parse(null)).isEmpty();
        assertThatThrownBy(() -> new TicketNumber("IT_1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_foreign_cursor_is_refused() {
        assertThat(TicketCursor.parse(null)).isNull();
        assertThatThrownBy(() -> TicketCursor.parse("drop table")).isInstanceOf(Refusal.class);
    }
}
