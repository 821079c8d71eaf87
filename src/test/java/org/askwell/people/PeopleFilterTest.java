package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleFilterTest {

    @Test
    void a_few_letters_may_be_initials() {
        assertThat(PeopleFilter.ACTIVE.about("WXM").initials()).contains("w% x% m%");
        assertThat(PeopleFilter.ACTIVE.about("w").initials()).isEmpty();
        assertThat(PeopleFilter.ACTIVE.about("王小").initials()).isEmpty();
        assertThat(PeopleFilter.ACTIVE.about("m1042").initials()).isEmpty();
    }

    @Test
    void signs_of_the_database_are_only_signs() {
        assertThat(PeopleFilter.ACTIVE.about("50%_\\").anywhere()).isEqualTo("%50\\%\\_\\\\%");
    }
}
