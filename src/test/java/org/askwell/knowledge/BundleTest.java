package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleTest {

    @TempDir
    Path folder;

    @Test
    void the_files_of_a_zip_come_in_the_order_of_their_paths_without_what_a_mac_adds() throws IOException {
        try (var bundle = open(zip("b/two.md", "two", "a.md", "one", "__MACOSX/a.md", "x", "b/.DS_Store", "x"))) {
            assertThat(bundle.files()).extracting(Bundle.Found::path).containsExactly("a.md", "b/two.md");
            assertThat(text(bundle, "b/two.md")).isEqualTo("two");
        }
    }

    @Test
    void paths_that_lead_outside_are_refused_and_the_others_taken() throws IOException {
        try (var bundle = open(zip(
                "../evil.md", "x", "/etc/passwd.md", "x", "C:\\evil.md", "x", "a/../../b.md", "x", "ok.md", "fine"))) {
            assertThat(refusal(bundle, "../evil.md")).contains("import-path-outside");
            assertThat(refusal(bundle, "/etc/passwd.md")).contains("import-path-outside");
            assertThat(refusal(bundle, "C:/evil.md")).contains("import-path-outside");
            assertThat(refusal(bundle, "a/../../b.md")).contains("import-path-outside");
            assertThat(text(bundle, "ok.md")).isEqualTo("fine");
        }
    }

    @Test
    void archives_inside_the_archive_and_unknown_kinds_are_refused() throws IOException {
        try (var bundle = open(zip("inner.zip", "PK", "run.exe", "MZ", "style.css", "p {}"))) {
            assertThat(refusal(bundle, "inner.zip")).contains("import-nested");
            assertThat(refusal(bundle, "run.exe")).contains("import-kind");
            assertThat(refusal(bundle, "style.css")).contains("import-kind");
        }
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.md"));
            var zeros = new byte[1024 * 1024];
            java.util.Arrays.fill(zeros, (byte) ' ');
            for (int megabyte = 0; megabyte < 20; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        try (var bundle = open(bytes.toByteArray())) {
            var bomb = bundle.find("bomb.md").orElseThrow();
            assertThatThrownBy(() -> bundle.read(bomb))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.code()).isEqualTo("import-bomb"));
        }
    }

    @Test
    void links_to_other_files_of_the_machine_are_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var link = new ZipArchiveEntry("link.md");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        try (var bundle = open(bytes.toByteArray())) {
            assertThat(refusal(bundle, "link.md")).contains("import-link");
        }
    }

    @Test
    void too_many_files_stop_the_whole() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int count = 0; count <= Bundle.MOST_ENTRIES; count++) {
                zip.putNextEntry(new ZipEntry(count + ".md"));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> open(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-too-many-files"));
    }

    @Test
    void a_hundred_thousand_files_are_refused_before_they_are_all_looked_at() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int count = 0; count < 100_000; count++) {
                zip.putNextEntry(new ZipEntry(count + ".md"));
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> open(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("import-too-many-files"));
    }

    @Test
    void a_file_behind_a_password_is_refused_and_the_others_taken() throws IOException {
        try (var bundle = open(encrypted(zip("secret.md", "x", "open.md", "fine"), "secret.md"))) {
            assertThat(refusal(bundle, "secret.md")).contains("import-encrypted");
            assertThat(text(bundle, "open.md")).isEqualTo("fine");
        }
    }

    @Test
    void a_zip_that_is_cut_off_is_said_to_be_unreadable() throws IOException {
        var whole = zip("a.md", "one", "b.md", "two");
        var half = Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> open(half)).isInstanceOf(IOException.class);
    }

    @Test
    void names_written_by_a_chinese_windows_can_be_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("人事/年假.md"));
            zip.write("带薪年假每年五天，按工龄增加。".getBytes(Charset.forName("GBK")));
            zip.closeEntry();
        }
        try (var bundle = open(bytes.toByteArray())) {
            assertThat(bundle.files()).extracting(Bundle.Found::path).containsExactly("人事/年假.md");
            var found = bundle.files().getFirst();
            assertThat(SourceText.decode(bundle.read(found), found.path())).isEqualTo("带薪年假每年五天，按工龄增加。");
        }
    }

    @Test
    void a_zip_that_is_called_a_text_is_opened_as_what_it_is_and_a_text_that_is_called_a_zip_is_refused()
            throws IOException {
        try (var bundle = Bundle.open(file(zip("a.md", "one")), "a.md")) {
            assertThat(bundle.files()).extracting(Bundle.Found::path).containsExactly("a.md");
        }
        try (var bundle = Bundle.open(file("not a zip".getBytes(StandardCharsets.UTF_8)), "a.zip")) {
            assertThat(refusal(bundle, "a.zip")).contains("import-name-lies");
        }
    }

    @Test
    void a_single_file_is_a_bundle_of_one() throws IOException {
        try (var bundle = Bundle.open(file("# Hi".getBytes(StandardCharsets.UTF_8)), "C:\\docs\\hi.md")) {
            assertThat(text(bundle, "hi.md")).isEqualTo("# Hi");
        }
    }

    static byte[] files(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A small picture. */
    static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** Says of one file that it needs a password, as the tools do that ask for one. */
    static byte[] encrypted(byte[] zip, String name) {
        var letters = new String(zip, StandardCharsets.ISO_8859_1);
        for (int at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
            boolean local = at >= 30 && letters.startsWith("PK\3\4", at - 30);
            zip[local ? at - 30 + 6 : at - 46 + 8] |= 1;
        }
        return zip;
    }

    private Bundle open(byte[] zip) throws IOException {
        return Bundle.open(file(zip), "articles.zip");
    }

    private Path file(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "upload", "");
        Files.write(file, bytes);
        return file;
    }

    private static String text(Bundle bundle, String path) throws IOException {
        return new String(bundle.read(bundle.find(path).orElseThrow()), StandardCharsets.UTF_8);
    }

    private static Optional<String> refusal(Bundle bundle, String path) {
        return bundle.find(path).map(Bundle.Found::refusal).map(Refusal::code);
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < namesAndTexts.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[at]));
                zip.write(namesAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
