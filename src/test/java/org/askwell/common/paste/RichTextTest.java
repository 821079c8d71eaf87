package org.askwell.common.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.askwell.common.markdown.Markdown;
import org.askwell.common.paste.Pasted.Missing;
import org.askwell.common.paste.Pasted.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RichTextTest {

    final List<byte[]> kept = new ArrayList<>();

    @Test
    void word_comes_with_its_headings_lists_tables_and_the_picture_from_its_rtf() throws IOException {
        var word = new Clipboard(read("word.html"), Clipboard.picturesOf(stream("word.rtf")), List.of());

        var pasted = RichText.toMarkdown(word, this::keep);

        assertThat(pasted.markdown()).isEqualTo("""
                ## 差旅报销2026

                ## 标准

                **注意**：请保留*全部*发票\\*，见《[**差旅政策**](https://intranet.example/policy?a=1&b=2)》。水是H<sub>2</sub>O。

                1. 填写申请
                   - 附上发票
                   - 写明事由
                2. 提交

                |城市|级别|每晚|
                |---|---|---:|
                |上海<br>北京|经理\\|总监|800|
                |上海<br>北京|员工|600|

                ![流程图](/kept/1)""");
        assertThat(pasted.missing()).isEmpty();
        assertThat(kept).containsExactly(stream("red.png").readAllBytes());
    }

    @Test
    void without_the_rtf_it_is_said_which_picture_of_word_did_not_come() {
        var pasted = RichText.toMarkdown(Clipboard.of(read("word.html")), this::keep);

        assertThat(pasted.missing()).containsExactly(new Missing(1, "流程图", Reason.LEFT_BEHIND));
        assertThat(pasted.markdown()).endsWith("|上海<br>北京|员工|600|");
        assertThat(kept).isEmpty();
    }

    @Test
    void an_excel_range_comes_as_a_table_with_its_title_above_and_without_what_was_hidden() {
        var pasted =
                RichText.toMarkdown(new Clipboard(read("excel.html"), List.of(), List.of(new byte[] {1})), this::keep);

        assertThat(pasted.markdown()).isEqualTo("""
                2026年设备清单

                |部门|联系人 / 姓名|联系人 / 分机|金额|
                |---|---|---:|---:|
                |信息技术部|王海|8110|¥1,299.00|
                |信息技术部|陈刚<br>李强|8111|¥25.50|
                |A\\|B|[hr@example.com](mailto:hr@example.com)|8112|-3|""");
        assertThat(kept).as("the picture of the range is not wanted").isEmpty();
    }

    @Test
    void wps_comes_with_its_chinese_numbers_and_the_picture_file_of_the_clipboard_is_not_guessed() {
        var pasted =
                RichText.toMarkdown(new Clipboard(read("wps.html"), List.of(), List.of(new byte[] {1})), this::keep);

        assertThat(pasted.markdown()).isEqualTo("""
                ## 请假流程

                一、 总则

                - **提前三天**提交
                - 直属经理审批

                |假别|天数|
                |---|---|
                |年假|5～15|""");
        assertThat(pasted.missing()).containsExactly(new Missing(1, "wps1.jpg", Reason.LEFT_BEHIND));
    }

    @Test
    void a_web_page_comes_without_scripts_trackers_and_pictures_of_other_sites() {
        var pasted = RichText.toMarkdown(Clipboard.of(read("web.html")), this::keep);

        assertThat(pasted.markdown()).isEqualTo("""
                ## How to install

                Read this, then [the *manual*](<https://docs.example/a_(b)?x=1>) \\<first\\>.

                - One
                  - Deeper
                    3. Third
                    4. Fourth
                - Two

                > Quoted **text**

                ```sh
                echo "a*b" > x
                ```

                Press `Ctrl` and `a|b`. ~~Old~~

                |Key|Value|
                |---|---|
                |a\\|b|• x<br>• y|

                ![The rack](/kept/1)

                Fig. 1""");
        assertThat(pasted.missing()).containsExactly(new Missing(2, "server-room.jpg", Reason.ELSEWHERE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', commentCharacter = '%', textBlock = """
            <b>注意：</b>请看 # **注意**：请看
            请看<b>《差旅》</b>规定 # 请看《**差旅**》规定
            <b>a</b><b>b</b> <b> c </b>d # **ab** **c** d
            <b>a</b><i>b</i> # <strong>a</strong><em>b</em>
            <b>&nbsp;</b>x # x
            <b>x<br></b>y # **x**<br>y
            <span style='font-weight:700'>x</span> # **x**
            <b style="font-weight:normal" id="docs-internal-guid-1">x</b> # x
            a_b * c [d] # a\\_b \\* c \\[d\\]
            <s>x</s><u>y</u> # ~~x~~y
            中文\\r\\n换行 # 中文换行
            1. no list # 1\\. no list
            """)
    void lines_mean_in_markdown_what_they_meant(String html, String markdown) {
        var shown = Markdown.toSafeHtml(paste("<p>" + html.replace("\\r\\n", "\r\n") + "</p>"));

        assertThat(shown)
                .isEqualTo(Markdown.toSafeHtml(markdown.replace("<br>", "  \n").replace("\\\\", "\\")));
    }

    @Test
    void one_picture_alone_is_taken_from_the_clipboard_wherever_it_was_copied() {
        var copied = new Clipboard(
                "<html><body><!--StartFragment--><img src=\"https://cdn.example/a.png\" alt=\"A map\"/><!--EndFragment-->",
                List.of(),
                List.of(new byte[] {7}));

        assertThat(RichText.toMarkdown(copied, this::keep).markdown()).isEqualTo("![A map](/kept/1)");
    }

    @Test
    void pictures_whose_number_does_not_fit_are_not_mistaken_for_each_other() {
        var copied = new Clipboard(
                "<p><img src='file:///a.png'><img src='file:///b.png'></p>", List.of(new byte[] {1}), List.of());

        assertThat(RichText.toMarkdown(copied, this::keep).missing())
                .containsExactly(
                        new Missing(1, "a.png", Reason.LEFT_BEHIND), new Missing(2, "b.png", Reason.LEFT_BEHIND));
    }

    @Test
    void a_drawing_that_word_left_only_in_a_comment_counts_as_a_picture() {
        var copied =
                "<p>a<!--[if gte vml 1]><v:shape><v:imagedata src=\"file:///C:/x/clip_image001.png\" o:title=\"\"/>"
                        + "</v:shape><![endif]--></p>";

        assertThat(RichText.toMarkdown(Clipboard.of(copied), this::keep).missing())
                .containsExactly(new Missing(1, "clip_image001.png", Reason.LEFT_BEHIND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src=x onerror=alert(1)>a</p>",
                "<a href='javascript:alert(1)'>a</a>",
                "<a href='&#106;avascript:alert(1)'>a</a>",
                "<a href='data:text/html,x'>a</a>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "<svg><script>alert(1)</script></svg>",
                "<p>`&lt;img src=x onerror=alert(1)&gt;`</p>",
                "<td>a|&lt;b onclick=x&gt;</td>",
                "<img src='data:image/svg+xml;base64,PHN2Zy8+'>",
                "<img alt='](javascript:alert(1))' src='data:image/png;base64,AAAA'>"
            })
    void nothing_that_could_do_harm_survives(String html) {
        var shown = Markdown.toSafeHtml(paste(html));

        assertThat(shown)
                .doesNotContain("<script")
                .doesNotContain("<b ")
                .doesNotContain("onerror=alert(1)>\"")
                .doesNotContainIgnoringCase("href=\"javascript")
                .doesNotContainIgnoringCase("href=\"data");
    }

    @Test
    void tables_that_only_arrange_a_page_and_boxes_of_one_cell_are_no_tables() {
        assertThat(paste("<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
                        + "</td><td><p>right</p></td></tr></table>"))
                .isEqualTo("|a|b|\n|---|---|\n|1|2|\n\nright");
        assertThat(paste("<table><tr><td><p>Only</p><p>this</p></td></tr></table>"))
                .isEqualTo("Only\n\nthis");
    }

    @Test
    void a_page_nested_or_wide_beyond_sense_still_comes_as_text() {
        assertThat(paste("<div>".repeat(50_000) + "deep")).isEqualTo("deep");
        assertThat(paste("<ul><li>".repeat(500) + "deep")).contains("deep");
        assertThat(paste("<blockquote>".repeat(500) + "deep")).contains("deep");
        assertThat(paste("<b><i>".repeat(5_000) + "deep")).contains("deep");
        assertThat(paste("<table><tr><td colspan=99999 rowspan=99999>a</td></tr><tr><td>b</td></tr></table>"))
                .contains("a");
    }

    @Test
    void ten_megabytes_with_scripts_and_trackers_are_read() {
        var row = "<tr><td>Printer</td><td align=right>1</td></tr>";
        var html = "<script>" + "x".repeat(3_000_000) + "</script>"
                + "<img src=https://t.example/p.gif width=1 height=1>".repeat(60_000)
                + "<style>" + "y".repeat(4_000_000) + "</style><table>" + row.repeat(3_000) + "</table>";
        assertThat(html.length()).isGreaterThan(10_000_000);

        // Against what would take an hour because it looks at everything again and again; not a measure of speed.
        var pasted = assertTimeoutPreemptively(
                Duration.ofMinutes(3), () -> RichText.toMarkdown(Clipboard.of(html), this::keep));

        assertThat(pasted.markdown().lines()).hasSize(3_001);
        assertThat(pasted.missing()).isEmpty();
    }

    private String paste(String html) {
        return RichText.toMarkdown(Clipboard.of(html), this::keep).markdown();
    }

    private Optional<String> keep(byte[] content) {
        if (content.length > 4 && Arrays.equals(content, 0, 4, "<svg".getBytes(StandardCharsets.US_ASCII), 0, 4)) {
            return Optional.empty();
        }
        kept.add(content);
        return Optional.of("/kept/" + kept.size());
    }

    private static String read(String name) {
        try (var in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ByteArrayInputStream stream(String name) {
        try (var in = RichTextTest.class.getResourceAsStream(name)) {
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
