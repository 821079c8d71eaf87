package org.askwell.common.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassagesTest {

    static final String TEXT = """
            # Printer

            Open the *left tray* and pull.

            1. Pull the paper out.
            2. Pull the **paper\u00a0jam** out, see [the list](list.md).

            | Floor | Printer |
            | --- | --- |
            | 3 | PR-31 &amp; PR-32 |

            ```
            reset --all
            ```

            打开左侧的
            纸盒，拉出来。
            """;

    @Test
    void words_as_they_are_shown_are_found_where_they_are_written() {
        assertThat(found("Pull the paper out.", 0)).isEqualTo("Pull the paper out.");
        assertThat(found("Floor Printer", 0)).isEqualTo("Floor | Printer");
        assertThat(found("3\tPR-31 & PR-32", 0)).isEqualTo("3 | PR-31 &amp; PR-32");
    }

    @Test
    void markup_that_is_touched_is_taken_whole() {
        assertThat(found("the left", 0)).isEqualTo("the *left tray*");
        assertThat(found("paper jam", 0)).isEqualTo("**paper\u00a0jam**");
        assertThat(found("list", 0)).isEqualTo("[the list](list.md)");
        assertThat(found("reset", 0)).isEqualTo("```\nreset --all\n```");
    }

    @Test
    void lines_and_spaces_do_not_matter_in_either_language() {
        assertThat(found("Open the\n  left tray and pull.", 0)).isEqualTo("Open the *left tray* and pull.");
        assertThat(found("打开左侧的纸盒，拉出来。", 0)).isEqualTo("打开左侧的\n纸盒，拉出来。");
    }

    @Test
    void of_several_places_it_is_the_nearest_and_across_blocks_all_that_is_between() {
        int first = TEXT.indexOf("Pull");
        assertThat(Passages.find(TEXT, "Pull", 30))
                .hasValueSatisfying(it -> assertThat(it.start()).isEqualTo(first));
        assertThat(Passages.find(TEXT, "Pull", 60))
                .hasValueSatisfying(it -> assertThat(it.start()).isGreaterThan(first));
        assertThat(found("and pull.\n\nPull the paper", 0)).isEqualTo("and pull.\n\n1. Pull the paper");
    }

    @Test
    void what_is_not_shown_is_not_found() {
        assertThat(Passages.find(TEXT, "list.md", 0)).isEmpty();
        assertThat(Passages.find(TEXT, " \n ", 0)).isEmpty();
        assertThat(Passages.find("", "x", 0)).isEmpty();
    }

    private static String found(String selected, int near) {
        var place = Passages.find(TEXT, selected, near).orElseThrow();
        return TEXT.substring(place.start(), place.end());
    }
}
