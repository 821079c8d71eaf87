package org.askwell.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassagesTest {

    @Test
    void each_heading_begins_a_passage_that_knows_its_path_and_place() {
        var markdown = "Before.\n\n# Leave\n\nTen days.\n\n## Carry over\n\nUntil **March**.\n";

        var passages = Passages.of(Material.page("A-1", "en", "Handbook", markdown));

        assertThat(passages).extracting(Passage::text).containsExactly("Before.", "Ten days.", "Until March.");
        assertThat(passages.get(2).headings()).containsExactly("Leave", "Carry over");
        assertThat(passages.get(2).heading()).isEqualTo("Carry over");
        assertThat(passages.get(2).anchor()).isEqualTo("carry-over");
        assertThat(passages)
                .allSatisfy(it -> assertThat(markdown.substring(it.start(), it.end()))
                        .isEqualTo(it.number() == 2 ? "Until **March**." : it.text()));
    }

    @Test
    void a_long_section_is_cut_between_blocks_and_nothing_is_lost() {
        var paragraph = "The printer on the third floor eats paper when it is fed too fast. "
                .repeat(8)
                .strip();
        var markdown = "# Printer\n\n" + (paragraph + "\n\n").repeat(6);

        var passages = Passages.of(Material.page("A-1", "en", "Handbook", markdown));

        assertThat(passages).hasSizeGreaterThan(2);
        assertThat(passages).allSatisfy(it -> assertThat(it.headings()).containsExactly("Printer"));
        assertThat(passages)
                .extracting(Passage::text)
                .allSatisfy(it -> assertThat(it).startsWith("The printer"));
        assertThat(String.join("\n", passages.stream().map(Passage::text).toList()))
                .isEqualTo(String.join("\n", java.util.Collections.nCopies(6, paragraph)));
    }

    @Test
    void rows_of_a_table_carry_its_header_into_every_passage() {
        var rows = new StringBuilder("| City | Allowance |\n|---|---|\n");
        for (int row = 0; row < 80; row++) {
            rows.append("| City number ").append(row).append(" | ¥").append(row).append(" a day for meals |\n");
        }

        var passages = Passages.of(Material.page("A-1", "en", "Travel", rows.toString()));

        assertThat(passages).hasSizeGreaterThan(1);
        assertThat(passages)
                .extracting(Passage::text)
                .allSatisfy(it -> assertThat(it).startsWith("City | Allowance\n"));
    }

    @Test
    void a_page_without_text_still_has_a_passage() {
        assertThat(Passages.of(Material.page("A-1", "en", "Handbook", "")))
                .singleElement()
                .satisfies(it -> assertThat(it.end()).isZero());
    }
}
