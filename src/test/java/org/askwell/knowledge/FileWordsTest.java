package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.askwell.common.markdown.MarkdownText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileWordsTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    final FileWords words = new FileWords();

    @Test
    void the_cells_of_a_workbook_are_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var row = book.createSheet("设备").createRow(0);
            row.createCell(0).setCellValue("打印机 *A|B*");
            row.createCell(1).setCellValue("1.299");
            book.write(bytes);
        }

        assertThat(shown(words.read(bytes.toByteArray(), XLSX, "a.xlsx")))
                .contains("设备")
                .contains("打印机 *A|B*")
                .contains("1.299");
    }

    @Test
    void the_lines_of_a_pdf_are_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var line = new PDPageContentStream(pdf, page)) {
                line.beginText();
                line.setFont(new PDType1Font(FontName.HELVETICA), 12);
                line.newLineAtOffset(72, 700);
                line.showText("Open the tray # 2.");
                line.endText();
            }
            pdf.save(bytes);
        }

        assertThat(shown(words.read(bytes.toByteArray(), "application/pdf", "a.pdf")))
                .contains("Open the tray # 2.");
    }

    @Test
    void plain_text_is_read_in_the_letters_it_was_saved_in() {
        var text = "打印机说明：打开纸盒，取出卡住的纸张。";

        assertThat(shown(words.read(text.getBytes(Charset.forName("GB18030")), "text/plain", "a.txt")))
                .isEqualTo(text);
    }

    @Test
    void what_cannot_be_read_or_takes_too_long_has_no_words() {
        var junk = "%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8);

        assertThat(words.read(junk, "application/pdf", "a.pdf")).isEmpty();
        assertThat(words.read("PK\3\4".getBytes(StandardCharsets.UTF_8), XLSX, "a.xlsx"))
                .isEmpty();
        assertThat(new FileWords(Duration.ZERO).read(junk, "application/pdf", "a.pdf"))
                .isEmpty();
        assertThat(FileWords.canRead("image/png")).isFalse();
        assertThat(FileWords.canRead("application/zip")).isFalse();
    }

    @Test
    void of_a_long_text_the_beginning_is_read_in_paragraphs_that_a_search_can_show() {
        var read = words.read("One line of it. \n".repeat(100_000).getBytes(StandardCharsets.UTF_8), "text/plain", "a");

        assertThat(read.length()).isLessThan(2 * FileWords.LONGEST);
        assertThat(MarkdownText.parse(read).sections().getFirst().blocks()).hasSizeGreaterThan(100);
    }

    private static String shown(String markdown) {
        var plain = new StringBuilder();
        MarkdownText.parse(markdown).sections().forEach(it -> plain.append(it.plain()));
        return plain.toString();
    }
}
