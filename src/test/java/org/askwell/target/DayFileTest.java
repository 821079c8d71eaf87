package org.askwell.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.askwell.common.Refusal;
import org.askwell.sla.SpecialDay;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DayFileTest {

    @Test
    void a_table_of_days_is_read_with_its_source() {
        var file = DayFile.read("""
                \uFEFF# source: Notice 7, 2025-11-04
                # a remark
                date,kind,name,hours
                2026-10-01,holiday,国庆节
                2026-10-10,workday,国庆节,MON
                2026-10-11,WORKDAY,"Half a day",09:00-12:00

                """);

        assertThat(file.source()).isEqualTo("Notice 7, 2025-11-04");
        assertThat(file.days())
                .containsExactly(
                        SpecialDay.holiday(LocalDate.of(2026, 10, 1), "国庆节"),
                        SpecialDay.workday(LocalDate.of(2026, 10, 10), "国庆节", DayOfWeek.MONDAY),
                        SpecialDay.workday(
                                LocalDate.of(2026, 10, 11),
                                "Half a day",
                                org.askwell.sla.Window.parseAll("09:00-12:00")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-13-01,holiday,x | calendar-line",
                "2026-10-01,party,x | calendar-line",
                "2026-10-01 | calendar-line",
                "2026-10-01,workday,x,NOW | calendar-line",
                "2026-10-01,workday,x,12:00-09:00 | window",
                "# nothing | calendar-empty",
            })
    void what_is_no_day_is_refused(String line, String code) {
        assertThatThrownBy(() -> DayFile.read(line))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void the_same_day_twice_is_refused() {
        assertThatThrownBy(() -> DayFile.read("2026-10-01,holiday,x\n2026-10-01,workday,y"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("calendar-day-twice"));
    }
}
