package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomingTest {

    final Documents documents = new Documents(Duration.ofSeconds(30));

    @Test
    void a_file_with_front_matter_says_everything_itself() {
        var incoming = of("hr/pay-day.en.md", ImportKind.MARKDOWN, FrontMatterTest.FILE);
        assertThat(incoming.text().title()).isEqualTo("Pay day and pay slip");
        assertThat(incoming.text().wordings()).hasSize(2);
        assertThat(incoming.language()).isEqualTo("en");
        assertThat(incoming.translationKey()).isEqualTo("hr/pay-day.md");
        assertThat(incoming.owner()).hasToString("hr-agent");
    }

    @Test
    void twins_share_what_their_names_have_in_common() {
        var zh = of("hr/pay-day.zh.md", ImportKind.MARKDOWN, "# 发薪日\n\n每月 10 日发薪。");
        var en = of("hr/pay-day.en.md", ImportKind.MARKDOWN, "# Pay day\n\nOn the 10th.");
        assertThat(zh.translationKey()).isEqualTo(en.translationKey());
        assertThat(zh.language()).isEqualTo("zh");
    }

    @Test
    void without_front_matter_the_first_heading_is_the_title_and_stands_there_once() {
        var incoming = of("vpn-setup.md", ImportKind.MARKDOWN, "\n# How to *set up* VPN\n\nInstall it.\n\n## Then\n");
        assertThat(incoming.text().title()).isEqualTo("How to set up VPN");
        assertThat(incoming.text().markdown()).isEqualTo("Install it.\n\n## Then\n");
        assertThat(incoming.translationKey()).isNull();
    }

    @Test
    void a_title_leaves_the_tags_of_its_emphasis_behind() {
        var travel = of(
                "travel.md",
                ImportKind.MARKDOWN,
                "---\ntitle: Travel <em class=\"x\">before</em> onboarding\n---\nBook it.");
        assertThat(travel.text().title()).isEqualTo("Travel before onboarding");
        var named = of("name.md", ImportKind.MARKDOWN, "---\ntitle: Channels named <project>-partners\n---\nMake one.");
        assertThat(named.text().title()).isEqualTo("Channels named <project>-partners");
    }

    @Test
    void without_any_heading_the_file_name_is_the_title_and_the_letters_tell_the_language() {
        var incoming = of("notes/vpn-setup.md", ImportKind.MARKDOWN, "先安装客户端。");
        assertThat(incoming.text().title()).isEqualTo("Vpn setup");
        assertThat(incoming.language()).isEqualTo("zh");
    }

    @Test
    void chinese_text_is_read_as_gbk_and_as_utf_8() {
        var text = "# 年假\n\n带薪年假每年五天，按工龄增加，不满一天的部分不计。";
        assertThat(Incoming.of("a.md", ImportKind.MARKDOWN, text.getBytes(Charset.forName("GBK")), documents)
                        .text()
                        .title())
                .isEqualTo("年假");
        assertThat(Incoming.of("a.md", ImportKind.MARKDOWN, text.getBytes(StandardCharsets.UTF_16), documents)
                        .text()
                        .title())
                .isEqualTo("年假");
        assertThat(SourceText.decode("Café für alle".getBytes(Charset.forName("windows-1252")), "a.md"))
                .isEqualTo("Café für alle");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatThrownBy(() -> Incoming.of("a.md", ImportKind.MARKDOWN, new byte[] {1, 2, 0, 3, 0, 0}, documents))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-not-text"));
    }

    @Test
    void html_keeps_its_headings_lists_and_emphasis() {
        var html =
                "<html><head><title>VPN</title></head><body><h2>Set up</h2><ul><li>Install <b>the</b> client</li></ul>"
                        + "<script>alert(1)</script></body></html>";
        var incoming = of("vpn.html", ImportKind.HTML, html);
        assertThat(incoming.text().title()).isEqualTo("VPN");
        assertThat(incoming.text().markdown())
                .contains("## Set up")
                .contains("- Install **the** client")
                .doesNotContain("alert");
    }

    @Test
    void html_in_gbk_is_read_too() {
        var html = "<html><body><h1>年假规定</h1><p>带薪年假每年五天，按工龄增加。</p></body></html>";
        var incoming = Incoming.of("a.html", ImportKind.HTML, html.getBytes(Charset.forName("GBK")), documents);
        assertThat(incoming.text().title()).isEqualTo("年假规定");
        assertThat(incoming.text().markdown()).contains("带薪年假每年五天");
    }

    @Test
    void a_word_file_becomes_markdown() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Open the tray.");
            var bold = word.createParagraph().createRun();
            bold.setBold(true);
            bold.setText("Take the paper out.");
            word.write(bytes);
        }
        var incoming = Incoming.of("printer.docx", ImportKind.WORD, bytes.toByteArray(), documents);
        assertThat(incoming.text().markdown()).contains("Open the tray.").contains("**Take the paper out.**");
        assertThat(incoming.text().title()).isEqualTo("Printer");
    }

    @Test
    void a_pdf_with_text_is_taken_and_a_scanned_one_is_said_to_have_none() throws IOException {
        var incoming = Incoming.of("printer.pdf", ImportKind.PDF, pdf("Take the paper out."), documents);
        assertThat(incoming.text().markdown()).contains("Take the paper out.");
        assertThatThrownBy(() -> Incoming.of("scan.pdf", ImportKind.PDF, pdf(""), documents))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-scanned"));
    }

    @Test
    void names_that_lie_are_refused() throws IOException {
        var pdf = pdf("x");
        for (var kind : new ImportKind[] {ImportKind.WORD, ImportKind.HTML}) {
            assertThatThrownBy(() -> Incoming.of("a", kind, pdf, documents))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.code()).isEqualTo("import-name-lies"));
        }
        assertThatThrownBy(() -> of("a.pdf", ImportKind.PDF, "<html>"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-name-lies"));
    }

    @Test
    void a_program_that_is_called_a_document_is_refused_under_every_name() {
        var program = "MZ\u0090\0\3\0\0\0\4\0\0\0\u00FF\u00FF\0\0This program cannot be run in DOS mode."
                .getBytes(StandardCharsets.ISO_8859_1);
        for (var kind : new ImportKind[] {ImportKind.WORD, ImportKind.PDF}) {
            assertRefused("import-name-lies", kind, program);
        }
        for (var kind : new ImportKind[] {ImportKind.MARKDOWN, ImportKind.HTML}) {
            assertRefused("import-not-text", kind, program);
        }
    }

    @Test
    void a_picture_that_is_called_a_text_is_refused() throws IOException {
        assertRefused("import-not-text", ImportKind.MARKDOWN, BundleTest.png());
    }

    @Test
    void a_page_nested_without_end_becomes_a_text_or_one_refusal() {
        for (var element : List.of("div", "blockquote", "ul><li", "b", "table><tr><td")) {
            var page = "<html><body>" + ("<" + element + ">").repeat(30_000) + "the printer eats paper";
            try {
                assertThat(of("deep.html", ImportKind.HTML, page).text().markdown())
                        .as(element)
                        .contains("the printer eats paper");
            } catch (Refusal no) {
                assertThat(no.code()).as(element).isIn("import-too-deep", "import-unreadable", "article-too-long");
            }
        }
    }

    @Test
    void a_text_nested_without_end_keeps_its_links_as_they_are() {
        for (var nest : List.of("> ", "- ", "[", "*a **b ")) {
            var text = nest.repeat(20_000) + "[a](a.md)";
            assertThat(Links.rewrite(text, link -> Optional.of("/articles/A-1")))
                    .as(nest)
                    .contains("[a](");
        }
        var emphasis = "*".repeat(20_000) + "a" + "*".repeat(20_000) + " [a](a.md)";
        assertThat(Links.rewrite(emphasis, link -> Optional.of("/articles/A-1")))
                .contains("[a](");
    }

    @Test
    void a_word_file_that_asks_for_a_file_of_the_server_does_not_get_it() throws IOException {
        var secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "the-root-password");
        var bytes = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Open the tray.");
            word.write(bytes);
        }
        var hostile = withPart(bytes.toByteArray(), "word/document.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE w:document [<!ENTITY x SYSTEM "%s">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>
                """.formatted(secret.toUri()));
        try {
            assertThat(Incoming.of("a.docx", ImportKind.WORD, hostile, documents)
                            .text()
                            .markdown())
                    .doesNotContain("root-password");
        } catch (Refusal no) {
            assertThat(no.code()).isIn("import-unreadable", "import-empty");
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void a_damaged_file_is_refused_with_one_sentence() {
        assertThatThrownBy(() -> of("a.pdf", ImportKind.PDF, "%PDF-1.7\ngarbage"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isIn("import-unreadable", "import-scanned"));
        assertThatThrownBy(() -> of("a.docx", ImportKind.WORD, "PK\3\4garbage"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-unreadable"));
    }

    @Test
    void links_between_files_find_their_targets_as_people_write_them() {
        var files = Map.of("hr/a.md", 1, "hr/sub/index.md", 2, "it/vpn.md", 3, "img/x y.png", 4);
        assertThat(target("hr/b.md", "a.md#top", files)).contains("hr/a.md#top");
        assertThat(target("hr/b.md", "./a", files)).contains("hr/a.md");
        assertThat(target("hr/b.md", "../it/vpn.md", files)).contains("it/vpn.md");
        assertThat(target("hr/b.md", "/it/vpn", files)).contains("it/vpn.md");
        assertThat(target("hr/b.md", "sub/", files)).contains("hr/sub/index.md");
        assertThat(target("hr/b.md", "../img/x%20y.png", files)).contains("img/x y.png");
        assertThat(target("hr/b.md", "../../../etc/passwd", files)).isEmpty();
        assertThat(target("hr/b.md", "https://example.com/a.md", files)).isEmpty();
        assertThat(target("hr/b.md", "#here", files)).isEmpty();
        assertThat(target("hr/b.md", "missing.md", files)).isEmpty();
    }

    @Test
    void only_destinations_change_when_links_are_pointed_elsewhere() {
        var before = """
                See [the *form*](a.md "Form") and ![pic](img/p.png), `[code](a.md)`, <img src="img/p.png">.

                [![badge](img/p.png)](a.md#x) [ref][r] [other](b.md)

                | [cell](a.md) |
                | --- |

                ```
                [not](a.md)
                ```

                [r]: a.md
                """;
        var after = Links.rewrite(
                before,
                link -> link.startsWith("a.md")
                        ? Optional.of("/articles/A-1" + link.substring(4))
                        : link.equals("img/p.png") ? Optional.of("/f/1") : Optional.empty());
        assertThat(after).isEqualTo("""
                See [the *form*](/articles/A-1 "Form") and ![pic](/f/1), `[code](a.md)`, <img src="/f/1">.

                [![badge](/f/1)](/articles/A-1#x) [ref][r] [other](b.md)

                | [cell](/articles/A-1) |
                | --- |

                ```
                [not](a.md)
                ```

                [r]: /articles/A-1
                """);
    }

    @Test
    void the_index_of_a_folder_stands_above_its_files() {
        assertThat(BundlePaths.parents("hr/leave.zh.md"))
                .containsExactly("hr/index.zh.md", "hr/README.zh.md", "hr/index.md", "hr/README.md");
        assertThat(BundlePaths.parents("hr/index.md")).containsExactly("index.md", "README.md");
        assertThat(BundlePaths.parents("index.md")).isEmpty();
        assertThat(BundlePaths.position("hr/03-third.md")).isEqualTo(3);
    }

    private static Optional<String> target(String from, String link, Map<String, Integer> files) {
        return BundlePaths.resolve(from, link, files::containsKey).map(it -> it.path() + it.fragment());
    }

    private void assertRefused(String code, ImportKind kind, byte[] bytes) {
        assertThatThrownBy(() -> Incoming.of("a", kind, bytes, documents))
                .as(kind.name())
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    /** The same zip with another content in one place. */
    static byte[] withPart(byte[] zip, String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(name)
                                ? content.strip().getBytes(StandardCharsets.UTF_8)
                                : in.readAllBytes());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Incoming of(String path, ImportKind kind, String text) {
        return Incoming.of(path, kind, text.getBytes(StandardCharsets.UTF_8), documents);
    }

    static byte[] pdf(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            if (!text.isEmpty()) {
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }
}
