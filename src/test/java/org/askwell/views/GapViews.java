package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.askwell.common.Slice;
import org.askwell.common.db.StatementCount;
import org.askwell.inside.Ground;
import org.askwell.inside.SmallCompany;
import org.askwell.learning.GapOrder;
import org.askwell.learning.GapRow;
import org.askwell.learning.GapService;
import org.askwell.learning.GapState;
import org.junit.jupiter.api.Test;

/** What was asked in vain, when it is much. */
interface GapViews extends PageCase {

    /** Twice as many each time: 131,072 at the end. */
    int DOUBLINGS = 17;

    long FIRST = 500_000_000_000L;

    @Test
    default void a_hundred_thousand_questions_in_vain_are_listed_in_both_orders_at_the_cost_of_a_few() {
        the(Ground.class).together(GapViews::manyAskInVain);
        for (var order : GapOrder.values()) {
            Supplier<Slice<GapRow>> list =
                    () -> as(SmallCompany.ADMIN, () -> the(GapService.class).list(GapState.OPEN, order, null, 50));
            var first = list.get();
            assertThat(first.items()).hasSize(50);
            var second = as(
                    SmallCompany.ADMIN, () -> the(GapService.class).list(GapState.OPEN, order, first.nextCursor(), 50));
            assertThat(second.items()).hasSize(50).doesNotContainAnyElementsOf(first.items());

            long few = statements(() ->
                    as(SmallCompany.ADMIN, () -> the(GapService.class).list(GapState.OPEN, order, null, 5)));
            assertThat(few).isBetween(1L, 4L);
            assertThat(statements(list)).isEqualTo(few);
        }
    }

    /** The least of three: who is acting is read anew every two seconds, and that is not the list's doing. */
    private static long statements(Supplier<?> something) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = StatementCount.here();
            something.get();
            least = Math.min(least, StatementCount.here() - before);
        }
        return least;
    }

    private static void manyAskInVain() {
        var em = CDI.current().select(Ground.class).get().entities();
        var now = OffsetDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC);
        em.createNativeQuery("insert into gap (id, version, number, language, wording, desk, state, questions, people,"
                        + " unanswered, unhelpful, unfound, departments, first_asked, last_asked, space) values (?1, 1,"
                        + " ?1, 'en', 'Where does the hare sleep?', 'it', 'OPEN', 1, 1, 1, 0, 0, '', ?2, ?2, '')")
                .setParameter(1, FIRST)
                .setParameter(2, now)
                .executeUpdate();
        em.createNativeQuery("insert into asked_in_vain (id, version, asker, department, kind, text, language, desk,"
                        + " at, todo, gap) values (?1, 1, 'lin.xiaoyu', '', 'UNANSWERED', 'Where does the hare sleep?',"
                        + " 'en', 'it', ?2, 'NOTHING', ?1)")
                .setParameter(1, FIRST)
                .setParameter(2, now)
                .executeUpdate();
        for (int i = 0; i < DOUBLINGS; i++) {
            long ahead = 1L << i;
            em.createNativeQuery("insert into gap (id, version, number, language, wording, desk, state, questions,"
                            + " people, unanswered, unhelpful, unfound, departments, first_asked, last_asked, space)"
                            + " select id + " + ahead + ", 1, number + " + ahead + ", language, wording, case when"
                            + " mod(id, 2) = 0 then 'it' else 'elsewhere' end, state, cast(mod(id * 7919, 997) as"
                            + " integer), 1, 1, 0, 0, '', first_asked, ?1, space from gap where id >= " + FIRST)
                    .setParameter(1, now.plus(Duration.ofMinutes(i)))
                    .executeUpdate();
            em.createNativeQuery(
                            "insert into asked_in_vain (id, version, asker, department, kind, text, language, desk,"
                                    + " at, todo, gap) select id + " + ahead
                                    + ", 1, asker, department, kind, text, language,"
                                    + " desk, at, todo, gap + " + ahead + " from asked_in_vain where id >= " + FIRST)
                    .executeUpdate();
        }
    }
}
