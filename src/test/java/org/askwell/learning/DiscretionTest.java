package org.askwell.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscretionTest {

    private static final PersonRow LIN = new PersonRow(
            new PersonId("lin.xiaoyu"),
            "林小雨",
            "Lin Xiaoyu",
            "M1042",
            "sales",
            "chengdu",
            "lin.xiaoyu@mapleford.example",
            true);

    private final Discretion discretion = Discretion.about(LIN, "lin.xiaoyu");

    @Test
    void what_names_the_asker_goes() {
        assertThat(discretion.of("我是林小雨，工号M1042，停车位怎么申请？")).isEqualTo("我是…，工号…，停车位怎么申请？");
        assertThat(discretion.of("This is LIN XIAOYU (lin.xiaoyu): where do I park?"))
                .isEqualTo("This is … (…): where do I park?");
    }

    @Test
    void addresses_and_long_numbers_go_whoever_they_belong_to() {
        assertThat(discretion.of("Write to wang.hai@mapleford.example or call +86 138 1234 5678"))
                .isEqualTo("Write to … or call …");
    }

    @Test
    void the_rest_stays() {
        var text = "Does room 1203 of M10421 have a linen-xiaoyun? 2026 or 2027? 400-1";

        assertThat(discretion.of(text)).isEqualTo(text);
    }

    @Test
    void of_somebody_who_is_gone_the_login_is_known_still() {
        assertThat(Discretion.about(null, "lin.xiaoyu").of("lin.xiaoyu asks")).isEqualTo("… asks");
    }
}
