package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingTest {

    @Test
    void traditional_and_full_width_become_simplified_and_half_width() {
        assertThat(Folding.fold("申請專利　ＶＰＮ２")).isEqualTo("申请专利 VPN2");
    }

    @Test
    void every_place_stays_where_it_was() {
        var text = "①請假😀½ﬁ「ＯＫ」Node.js";

        assertThat(Folding.fold(text)).hasSameSizeAs(text).startsWith("①请假😀");
    }

    @Test
    void a_full_stop_inside_a_name_parts_it_and_one_in_a_number_does_not() {
        assertThat(Folding.fold("login.gov 3.14 end. Next")).isEqualTo("login gov 3.14 end. Next");
    }
}
