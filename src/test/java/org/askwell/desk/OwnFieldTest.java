package org.askwell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.desk.OwnField.Choice;
import org.askwell.desk.OwnField.FilledBy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT   | '  SO-310,  7 '  | SO-310, 7",
                "NUMBER | 12.50            | 12.5",
                "NUMBER | '1,299.00'       | 1299",
                "NUMBER | １２             | 12",
                "NUMBER | -0.000001        | -0.000001",
                "NUMBER | 1000             | 1000",
                "DATE   | 2026-11-30       | 2026-11-30",
                "CHOICE | SHANGHAI         | shanghai",
                "CHOICE | 成都店           | chengdu",
                "CHOICE | Chengdu shop     | chengdu"
            })
    void what_is_written_is_kept_in_one_form(OwnField.FieldType kind, String written, String kept) {
        assertThat(field("sku", kind).read(written, Locale.ENGLISH)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | twelve",
                "NUMBER | 1,29",
                "NUMBER | 1e400",
                "NUMBER | 1234567890123456",
                "NUMBER | 0.0000001",
                "DATE   | 30.11.2026",
                "DATE   | 2026-02-30",
                "DATE   | 0026-11-30",
                "CHOICE | Beijing"
            })
    void what_cannot_be_read_is_refused_in_a_sentence_that_names_the_field(OwnField.FieldType kind, String written) {
        assertThatThrownBy(() -> field("sku", kind).read(written, Locale.ENGLISH))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.sentence(Locale.ENGLISH)).startsWith("“Number of it”");
                    assertThat(no.sentence(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
                });
    }

    @Test
    void a_text_has_an_end() {
        assertThatThrownBy(() -> field("sku", OwnField.FieldType.TEXT).read("x".repeat(201), Locale.ENGLISH))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sku", "order number", "order-number", "订单", "in", "package", "a.b"})
    void a_key_is_a_word_that_rules_and_programs_can_name(String key) {
        assertThatThrownBy(() -> field(key, OwnField.FieldType.TEXT)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_choice_says_nothing_twice_and_comes_back_as_it_was() {
        for (var line : List.of("A4", "a4 | 普通纸", "a4 | 普通纸 | Plain paper")) {
            assertThat(Choice.parse(line).line()).isEqualTo(line);
        }
        assertThat(Choice.parse(" a4｜普通纸 ").name(Locale.ENGLISH)).isEqualTo("普通纸");
        assertThatThrownBy(() -> Choice.parse("a|b|c|d")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Choice.parse(" | b")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_choice_needs_choices_each_once() {
        assertThatThrownBy(() -> choice()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> choice("a4", "A4")).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_can_be_made_to_fill_in_what_agents_fill_in() {
        assertThatThrownBy(() -> new OwnField(
                        "sku",
                        "货号",
                        "SKU",
                        OwnField.FieldType.TEXT,
                        List.of(),
                        FilledBy.AGENT,
                        true,
                        false,
                        "",
                        "",
                        false))
                .isInstanceOf(Refusal.class);
    }

    private static OwnField field(String key, OwnField.FieldType kind) {
        return new OwnField(
                key,
                "它的号码",
                "Number of it",
                kind,
                List.of(new Choice("shanghai", "上海店", "Shanghai shop"), new Choice("chengdu", "成都店", "Chengdu shop")),
                FilledBy.EMPLOYEE,
                false,
                false,
                "",
                "",
                false);
    }

    private static OwnField choice(String... lines) {
        return new OwnField(
                "paper",
                "纸",
                "Paper",
                OwnField.FieldType.CHOICE,
                Arrays.stream(lines).map(Choice::parse).toList(),
                FilledBy.AGENT,
                false,
                false,
                "",
                "",
                false);
    }
}
