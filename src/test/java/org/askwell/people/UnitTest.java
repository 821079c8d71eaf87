package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitTest {

    @Test
    void a_department_takes_new_names_and_tells_of_it() {
        var sales = new Department("sales", "销售部", "Sales", null);

        var told = sales.rename(" 市场部 ", "Marketing");

        assertThat(told).isEqualTo(new PeopleEvent.DepartmentChanged("sales"));
        assertThat(sales.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("市场部");
        assertThat(sales.name(Locale.ENGLISH)).isEqualTo("Marketing");
    }

    @Test
    void a_group_without_a_name_in_both_languages_is_refused_and_stays_as_it_was() {
        var managers = new Group("managers", "经理", "Managers");

        assertThatThrownBy(() -> managers.rename("管理者", " ")).isInstanceOf(Refusal.class);

        assertThat(managers.nameZh()).isEqualTo("经理");
        assertThat(managers.nameEn()).isEqualTo("Managers");
    }

    @Test
    void a_short_name_is_one_that_can_stand_in_an_address() {
        assertThatThrownBy(() -> new Group("New Hires", "新员工", "New hires")).isInstanceOf(Refusal.class);
    }
}
