package org.askwell.common.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkdownTest {

    @Test
    void what_people_write_is_shown() {
        var html = Markdown.toSafeHtml(
                "# 年假 规定\n\nA **b** [c](../d.md#e) ![f](img/g.png)\n\n| h | i |\n|:--|--:|\n| j | ~~k~~ |\n\n- [x] l\n- [ ] m\n\n```java\nn < o\n```\n\nhttps://example.com\n");

        assertThat(html)
                .contains("<h1 id=\"年假-规定\">")
                .contains("<strong>b</strong>")
                .contains("href=\"../d.md#e\"")
                .contains("src=\"img/g.png\" alt=\"f\"")
                .contains("<th align=\"left\">h</th>")
                .contains("<del>k</del>")
                .contains("<input type=\"checkbox\" disabled=\"\" checked=\"\" />")
                .contains("<code class=\"language-java\">n &lt; o")
                .contains("<a href=\"https://example.com\" rel=\"noopener noreferrer\">");
    }

    @Test
    void a_quote_that_begins_with_a_mark_is_a_box_and_the_mark_is_no_text() {
        var written = "> [!NOTE]\n> Keep **all** receipts. They are checked.\n\n> [!warning]\n>\n> - Never\n";

        assertThat(Markdown.toSafeHtml(written))
                .contains("<blockquote class=\"note note\" role=\"note\">\n<p>Keep <strong>all</strong>")
                .contains("<blockquote class=\"note warning\" role=\"note\">\n<ul>")
                .doesNotContain("[!");
        var blocks = MarkdownText.parse(written).sections().getFirst().blocks();
        var first = blocks.getFirst().sentences().getFirst();
        assertThat(first.text()).isEqualTo("Keep all receipts.");
        assertThat(written.substring(first.start(), first.end())).isEqualTo("Keep **all** receipts.");
        assertThat(written.substring(blocks.getFirst().start())).startsWith("Keep");
    }

    @Test
    void other_quotes_stay_quotes() {
        assertThat(Markdown.toSafeHtml("> [!NOTE] on the same line\n\n> [!OTHER]\n> x\n\n> x\n> [!NOTE]\n"))
                .doesNotContain("class=");
        assertThat(Markdown.sanitize("<blockquote class=\"note evil\" role=\"button\">x</blockquote>"))
                .isEqualTo("<blockquote>x</blockquote>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "![a](data:image/svg+xml;base64,AAAA)",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<a href=\"javascript&#58;alert(1)\">x</a>",
                "<style>*{display:none}</style>",
                "<div style=\"position:fixed\" onclick=\"alert(1)\">x</div>",
                "<svg onload=alert(1)>",
                "<form action=\"https://evil.example\"><input type=text name=password></form>",
                "<base href=\"https://evil.example\">",
                "![a](https://evil.example/pixel.png)",
                "![a](//evil.example/pixel.png)",
                "![a](/\\evil.example/pixel.png)",
                "<img src=\"\\\\evil.example\\x\">",
                "[a](//evil.example)",
                "[a](<\tjavascript:alert(1)>)",
                "<object data=\"x\"></object>",
                "[a](vbscript:x)",
                "<input type=\"text\">",
                "<meta http-equiv=refresh>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<h1 id=\"x' onclick='alert(1)\">a</h1>",
                "<p id=\"app\">x</p>"
            })
    void nothing_harmful_survives(String hostile) {
        assertThat(Markdown.toSafeHtml(hostile).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "<script",
                        "<img src=\"x\" onerror",
                        "href=\"javascript",
                        "href=\"data",
                        "src=\"data",
                        "<iframe",
                        "<style",
                        "style=",
                        "onclick=\"",
                        "onload=\"",
                        "<form",
                        "<base",
                        "src=\"https:",
                        "src=\"//",
                        "src=\"/\\",
                        "href=\"//",
                        "<object",
                        "vbscript",
                        "type=\"text\"",
                        "<meta",
                        "<svg",
                        "<math",
                        "id=\"app\"")
                .doesNotContainPattern("<[a-z0-9]+[^>]* on\\w+\\s*=");
    }

    @Test
    void a_cited_stretch_is_marked() {
        assertThat(marked("One. Two. Three.", "Two."))
                .isEqualTo("<p>One. <mark class=\"cited\" id=\"cited\">Two.</mark> Three.</p>\n");
    }

    @Test
    void a_cited_stretch_may_run_across_markup_items_and_cells() {
        assertThat(marked("A **bold [link](x.md)** end `code` z.", "**bold [link](x.md)** end `code`"))
                .contains(
                        "<strong><mark class=\"cited\" id=\"cited\">bold </mark><a href=\"x.md\" rel=\"noopener noreferrer\"><mark class=\"cited\">link</mark></a></strong><mark class=\"cited\"> end </mark><mark class=\"cited\"><code>code</code></mark> z.");
        assertThat(marked("- one\n- two\n- three\n", "two\n- three"))
                .contains("<li><mark class=\"cited\" id=\"cited\">two</mark></li>")
                .contains("<li><mark class=\"cited\">three</mark></li>");
        assertThat(marked("| a | b |\n|---|---|\n| c | d |\n", "| c | d |"))
                .contains("<td><mark class=\"cited\" id=\"cited\">c</mark></td>")
                .contains("<td><mark class=\"cited\">d</mark></td>");
    }

    @Test
    void cited_code_is_marked_as_a_whole_and_stays_code() {
        assertThat(marked("a\n\n```\nls\n```\n", "ls"))
                .contains("<pre class=\"cited\" id=\"cited\"><code>ls\n</code></pre>");
    }

    @Test
    void a_stretch_outside_the_text_marks_nothing() {
        assertThat(Markdown.toSafeHtml("short", new Markdown.Stretch(50, 90))).doesNotContain("mark");
        assertThat(Markdown.toSafeHtml("short", new Markdown.Stretch(3, 3))).doesNotContain("mark");
    }

    @Test
    void places_are_translated_before_they_are_checked() {
        assertThat(Markdown.toSafeHtml("[a](b.md) ![c](d.png)", null, it -> "/files/" + it))
                .contains("/files/b.md", "/files/d.png");
        assertThat(Markdown.toSafeHtml("[a](b.md)", null, it -> "javascript:alert(1)"))
                .doesNotContain("javascript");
    }

    private static String marked(String markdown, String cited) {
        var start = markdown.indexOf(cited);
        return Markdown.toSafeHtml(markdown, new Markdown.Stretch(start, start + cited.length()));
    }
}
