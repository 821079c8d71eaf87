package org.askwell.common.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.askwell.common.markdown.MarkdownText.Block;
import org.askwell.common.markdown.MarkdownText.BlockKind;
import org.askwell.common.markdown.MarkdownText.Sentence;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkdownTextTest {

    @Test
    void sections_are_cut_at_headings_and_know_their_path() {
        var text = MarkdownText.parse(
                "Before.\n\n# Travel\n\nBook early.\n\n## Trains\n\nSecond class.\n\n# Leave\n\nAsk first.\n");

        assertThat(text.sections())
                .extracting(MarkdownText.Section::heading)
                .containsExactly("", "Travel", "Trains", "Leave");
        assertThat(text.sections().get(2).path())
                .extracting(MarkdownText.Heading::text)
                .containsExactly("Travel", "Trains");
        assertThat(text.sections().get(3).path()).hasSize(1);
        assertThat(text.sections())
                .extracting(
                        it -> text.markdown().substring(it.start(), it.end()).strip())
                .contains("## Trains\n\nSecond class.");
    }

    @Test
    void chinese_sentences_end_at_their_own_marks() {
        assertThat(sentences("年假按累计工龄计算。满一年不满十年的，年休假5天；已满十年的，年休假10天！真的吗？是的。"))
                .containsExactly("年假按累计工龄计算。", "满一年不满十年的，年休假5天；", "已满十年的，年休假10天！", "真的吗？", "是的。");
    }

    @Test
    void a_closing_quote_belongs_to_the_sentence_it_closes() {
        assertThat(sentences("他说：“先提交申请。”然后等待审批。")).containsExactly("他说：“先提交申请。”", "然后等待审批。");
        assertThat(sentences("She said \"No.\" Then she left.")).containsExactly("She said \"No.\"", "Then she left.");
    }

    @Test
    void english_abbreviations_numbers_and_addresses_end_nothing() {
        assertThat(
                        sentences(
                                "Ask Dr. Smith, e.g. by mail. It costs 3.5 EUR in the U.S. market. See www.example.com/a.html for No. 7. J. K. Rowling agrees."))
                .containsExactly(
                        "Ask Dr. Smith, e.g. by mail.",
                        "It costs 3.5 EUR in the U.S. market.",
                        "See www.example.com/a.html for No. 7.",
                        "J. K. Rowling agrees.");
        assertThat(sentences("Founded by Acme Inc. The firm grew. Version 2. Then 3."))
                .hasSize(4);
    }

    @Test
    void a_question_and_an_exclamation_end_a_sentence_too() {
        assertThat(sentences("Lost it? Call us! We help.")).containsExactly("Lost it?", "Call us!", "We help.");
        assertThat(sentences("丢了吗?打电话!我们帮你。")).containsExactly("丢了吗?", "打电话!", "我们帮你。");
    }

    @Test
    void a_quote_never_cuts_markup_in_two() {
        var text = MarkdownText.parse(
                "**Note. Read this.** Then open [the form. Really](a.md) at once. Type `ls. Now` there.");

        assertThat(quotes(text))
                .containsExactly(
                        "**Note. Read this.**", "Then open [the form. Really](a.md) at once.", "Type `ls. Now` there.");
        assertThat(text.sections()
                        .getFirst()
                        .blocks()
                        .getFirst()
                        .sentences()
                        .get(1)
                        .text())
                .isEqualTo("Then open the form. Really at once.");
    }

    @Test
    void escapes_and_entities_are_shown_as_they_read_and_quoted_as_they_stand() {
        var text = MarkdownText.parse("Tom &amp; Jerry\\* pay &copy; 5\\. Next & last: C:\\dir. Done.");

        assertThat(text.sections().getFirst().plain()).isEqualTo("Tom & Jerry* pay © 5. Next & last: C:\\dir. Done.");
        assertThat(quotes(text))
                .containsExactly("Tom &amp; Jerry\\* pay &copy; 5\\.", "Next & last: C:\\dir.", "Done.");
    }

    @Test
    void lines_of_one_paragraph_join_with_a_space_in_english_and_without_in_chinese() {
        assertThat(MarkdownText.parse("one\ntwo").sections().getFirst().plain()).isEqualTo("one two");
        assertThat(MarkdownText.parse("第一\n第二").sections().getFirst().plain()).isEqualTo("第一第二");
    }

    @Test
    void a_list_item_knows_its_lead_in_and_its_marker() {
        var text = MarkdownText.parse("Some rules. You need:\n\n1. a badge\n2. a form\n   - signed\n   - stamped\n");
        var items = text.sections().getFirst().blocks();

        assertThat(items)
                .extracting(Block::kind)
                .containsExactly(
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM);
        assertThat(lead(items.get(1))).isEqualTo("You need:");
        assertThat(lead(items.get(2))).isEqualTo("You need:");
        assertThat(lead(items.get(3))).isEqualTo("a form");
        assertThat(items).extracting(Block::marker).containsExactly("", "1.", "2.", "•", "•");
        assertThat(items.get(2).text()).isEqualTo("a form");
    }

    @Test
    void a_paragraph_that_does_not_introduce_leads_nothing() {
        var blocks = MarkdownText.parse("The canteen is closed.\n\n- Berlin\n")
                .sections()
                .getFirst()
                .blocks();
        assertThat(blocks.getLast().lead()).isNull();
    }

    @Test
    void a_table_row_knows_its_header() {
        var markdown = "| Office | Floor |\n|---|---|\n| 成都 | 4 |\n| **Munich** | [2](m.md) |\n";
        var rows = MarkdownText.parse(markdown).sections().getFirst().blocks();

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text()).isEqualTo("成都 | 4");
        assertThat(rows.getLast().cells()).containsExactly("Munich", "2");
        var header = Objects.requireNonNull(rows.getLast().lead());
        assertThat(header.cells()).containsExactly("Office", "Floor");
        assertThat(markdown.substring(header.start(), header.end())).isEqualTo("| Office | Floor |\n|---|---|");
        assertThat(markdown.substring(rows.getLast().start(), rows.getLast().end()))
                .isEqualTo("| **Munich** | [2](m.md) |");
    }

    @Test
    void quotes_and_code_are_blocks_of_their_own() {
        var blocks = MarkdownText.parse("> Be kind. Be brief.\n\n```sh\nls -l\n```\n")
                .sections()
                .getFirst()
                .blocks();

        assertThat(blocks).extracting(Block::kind).containsExactly(BlockKind.QUOTE, BlockKind.CODE);
        assertThat(blocks.getFirst().sentences()).hasSize(2);
        assertThat(blocks.getLast().text()).isEqualTo("ls -l");
    }

    @Test
    void anchors_are_those_of_github_and_never_twice_the_same() {
        assertThat(Markdown.contents("# Über uns & you!\n## 年假 规定\n## 年假 规定\n# `code` *and* more\n"))
                .extracting(MarkdownText.Heading::anchor)
                .containsExactly("über-uns--you", "年假-规定", "年假-规定-1", "code-and-more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\r\n# A\r\n\r\nOne. Two.\r\nThree.\r\n",
                "😀 smile. And 𠮷野家 too。",
                "a\tb\n\n\tcode\n",
                "- [ ] open. yes\n- [x] done\n",
                "See https://example.com/a.b. Then go. Mail me@example.com now.",
                "~~Old. Gone.~~ New rule. <b>Bold. X</b> Y.",
                "| a \\| b | c |\n|--|--|\n| x \\| y. Z | `q` |\n",
                "> - one. Two\n>   three\n>\n> | a |\n> |---|\n> | b. C |\n",
                "Line one  \nLine two\\\nLine three. Four",
                "<div>\nHello. <b>You</b>\n</div>\n\n<!-- hidden -->\n",
                "[ref][1] link. Next ![alt. text](i.png) end.\n\n[1]: /x\n",
                "Nul \u0000 here. And\u00a0there.",
                "Setext. Head\n===\n\nBody &nbsp; text. &unknown; stays. AT&T. R&amp;D."
            })
    void every_piece_stands_where_it_says(String markdown) {
        var text = MarkdownText.parse(markdown);
        for (var section : text.sections()) {
            var last = section.start();
            for (var block : section.blocks()) {
                assertThat(block.start()).isBetween(section.start(), block.end());
                assertThat(block.end()).isLessThanOrEqualTo(section.end());
                for (var sentence : block.sentences()) {
                    assertThat(sentence.start()).isGreaterThanOrEqualTo(last).isLessThan(sentence.end());
                    assertThat(sentence.end()).isLessThanOrEqualTo(block.end());
                    last = sentence.end();
                    var shownAlone = MarkdownText.parse(markdown.substring(sentence.start(), sentence.end()))
                            .sections();
                    if (block.kind() == BlockKind.PARAGRAPH
                            && !markdown.contains("[1]:")
                            && !markdown.contains("<b>")) {
                        assertThat(shownAlone.getFirst().plain())
                                .isEqualTo(sentence.text().replaceAll("\n", ""));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "[", "![", "*", "**a ", "*a _b ", "- ", "1. ", "`", "<", "((", "[a](", "~~", "| ", "&", "\\", "#",
                "<b>", "_"
            })
    void ten_thousand_levels_of_anything_come_to_an_end(String piece) {
        var hostile = piece.repeat(10_000) + " text " + "a* b_ ](x) ".repeat(10_000);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            assertThatCode(() -> MarkdownText.parse(hostile)).doesNotThrowAnyException();
            assertThatCode(() -> Markdown.toSafeHtml(hostile, new Markdown.Stretch(3, 20_000)))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void places_convert_to_code_points_and_back() {
        var text = "😀年假";
        assertThat(CodePoints.of(text, 2)).isEqualTo(1);
        assertThat(CodePoints.of(text, 4)).isEqualTo(3);
        assertThat(CodePoints.toUtf16(text, 1)).isEqualTo(2);
    }

    private static List<String> sentences(String paragraph) {
        return MarkdownText.parse(paragraph).sections().getFirst().blocks().getFirst().sentences().stream()
                .map(Sentence::text)
                .toList();
    }

    private static List<String> quotes(MarkdownText text) {
        return text.sections().stream()
                .flatMap(it -> it.blocks().stream())
                .flatMap(it -> it.sentences().stream())
                .map(it -> text.markdown().substring(it.start(), it.end()))
                .toList();
    }

    private static String lead(Block block) {
        return Objects.requireNonNull(block.lead()).text();
    }
}
