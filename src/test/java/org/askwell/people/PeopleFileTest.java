package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.people.PeopleFile.Column;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleFileTest {

    static final String CHINESE = "工号,姓名,邮箱,部门\nM1001,林小雨,lin@mapleford.example,信息技术部\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void chinese_is_read_in_every_encoding_that_spreadsheets_write(String charset) throws IOException {
        var file = read(CHINESE.getBytes(Charset.forName(charset)));

        assertThat(file.lines()).hasSize(1);
        assertThat(file.lines().getFirst().cell(Column.NAME)).isEqualTo("林小雨");
        assertThat(file.lines().getFirst().cell(Column.DEPARTMENT)).isEqualTo("信息技术部");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() throws IOException {
        assertThat(read("\uFEFF" + CHINESE).columns())
                .containsExactlyInAnyOrder(Column.STAFF_NUMBER, Column.NAME, Column.MAIL, Column.DEPARTMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commas_semicolons_and_tabs_part_the_cells(String delimiter) throws IOException {
        var file = read(CHINESE.replace(",", delimiter));

        assertThat(file.lines().getFirst().cell(Column.MAIL)).isEqualTo("lin@mapleford.example");
    }

    @Test
    void headings_are_known_in_both_languages_however_they_are_typed() throws IOException {
        var file = read("""
                Sign-In Name,FULL NAME *,employee_no.,上级,Shoe size,用工类型
                li.wei,李伟,7,,43,全职
                """);

        assertThat(file.columns())
                .containsExactlyInAnyOrder(
                        Column.LOGIN, Column.NAME, Column.STAFF_NUMBER, Column.MANAGER, Column.EMPLOYMENT_TYPE);
        assertThat(file.unknown()).containsExactly("Shoe size");
    }

    @Test
    void what_stands_in_quotation_marks_may_hold_everything() throws IOException {
        var file = read("login,name,office\nada,\"Ada \"\"the first\"\",\nCountess\",\"Munich, 3rd floor\"\nbo,Bo,x\n");

        assertThat(file.lines().getFirst().cell(Column.NAME)).isEqualTo("Ada \"the first\",\nCountess");
        assertThat(file.lines().getFirst().cell(Column.OFFICE)).isEqualTo("Munich, 3rd floor");
        assertThat(file.lines().getLast().number()).isEqualTo(4);
    }

    @Test
    void a_line_is_called_by_its_number_in_the_file_whatever_is_blank() throws IOException {
        var file = read("\r\nlogin,name\r\n\r\nada,Ada\r\n,,\r\nbo,Bo\r\n");

        assertThat(file.lines().stream().map(PeopleFile.Line::number)).containsExactly(4, 6);
    }

    @Test
    void more_cells_than_headings_are_told() throws IOException {
        var file = read("login,name\nada,Ada,Munich\nbo,Bo,,\n");

        assertThat(file.lines().getFirst().overfull()).isTrue();
        assertThat(file.lines().getLast().overfull()).isFalse();
    }

    @Test
    void columns_that_are_missing_are_named_in_both_languages() {
        assertThatThrownBy(() -> read("mail,office\na@b.example,munich\n"))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.code()).isEqualTo("people-import-columns");
                    assertThat(no.sentence(Locale.ENGLISH))
                            .contains("name / 姓名")
                            .contains("staff number / 工号");
                });
    }

    @Test
    void a_table_with_the_same_column_twice_is_refused() {
        isRefused("login,name,姓名\nada,Ada,艾达\n", "people-import-column-twice");
    }

    @Test
    void nobody_at_all_is_refused() {
        isRefused("login,name\n", "people-import-empty");
        isRefused("\n\n", "people-import-empty");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_refused_with_its_line_and_does_not_swallow_the_file() {
        isRefused("login,name\nada,Ada\nbo,\"Bo\n" + "x,y\n".repeat(200_000), "people-import-quotes");
        assertThatThrownBy(() -> read("login,name\nada,Ada\nbo,\"Bo\n"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.sentence(Locale.ENGLISH)).contains("line 3"));
    }

    @Test
    void what_is_no_text_is_refused() {
        isRefused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, "people-import-not-text");
        isRefused(new byte[] {(byte) 0xff, (byte) 0xff, 'a'}, "people-import-not-text");
    }

    @Test
    void more_lines_than_anybody_can_look_at_are_refused() {
        isRefused("login,name\n" + "a,A\n".repeat(PeopleFile.MOST_LINES + 1), "people-import-too-many");
    }

    @Test
    void a_cell_that_is_longer_than_anything_is_cut() throws IOException {
        assertThat(read("login,name\nada," + "A".repeat(100_000) + "\n")
                        .lines()
                        .getFirst()
                        .cell(Column.NAME))
                .hasSize(400);
    }

    private PeopleFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private PeopleFile read(byte[] bytes) throws IOException {
        var file = folder.resolve("people.csv");
        Files.write(file, bytes);
        return PeopleFile.read(file);
    }

    private void isRefused(String text, String code) {
        isRefused(text.getBytes(StandardCharsets.UTF_8), code);
    }

    private void isRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
