package org.askwell.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalFilesTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n0000";
    private static final String ZIP = "PK\u0003\u0004\u0014\u0000\u0000\u0000";

    @TempDir
    Path folder;

    private LocalFiles store(long reserve) {
        return new LocalFiles(folder, new DiskRoom(folder, reserve));
    }

    private StoredFile keep(String name, String latin1) {
        return store(0).keep(name, new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void what_is_kept_can_be_read_again() throws IOException {
        var file = keep("notes.txt", "three beeps");

        assertThat(file.mediaType()).isEqualTo("text/plain");
        assertThat(file.size()).isEqualTo(11);
        try (var in = store(0).open(file.hash())) {
            assertThat(in).hasContent("three beeps");
        }
    }

    @Test
    void the_same_content_is_kept_once() throws IOException {
        keep("a.txt", "same");
        keep("b.txt", "same");

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"shot.png, true", "photo.jpg, false", "letter.pdf, false", "list.docx, false", "text.txt, false"})
    void a_picture_is_what_its_content_says(String name, boolean right) {
        if (right) {
            assertThat(keep(name, PNG).isImage()).isTrue();
        } else {
            refused("file-lies", name, PNG);
        }
    }

    @Test
    void a_zip_may_call_itself_a_document() {
        assertThat(keep("list.docx", ZIP).mediaType()).contains("wordprocessingml");
        refused("file-lies", "shot.png", ZIP);
    }

    @Test
    void programs_are_refused_whatever_they_are_called() {
        refused("file-program", "setup.exe", "text");
        refused("file-program", "run.sh", "echo");
        refused("file-program", "notes.txt", "MZ\u0090\u0000\u0003\u0000\u0000\u0000");
        refused("file-program", "shot.png", "\u007fELF\u0002\u0001\u0001\u0000");
    }

    @Test
    void names_lose_their_folders_and_control_characters() {
        assertThat(keep("../../etc/passwd.txt", "x").name()).isEqualTo("passwd.txt");
        assertThat(keep("C:\\temp\\note.txt", "x").name()).isEqualTo("note.txt");
        assertThat(keep("a\u202etxt.txt", "x").name()).isEqualTo("atxt.txt");
        assertThat(keep("x".repeat(300) + ".txt", "x").name()).hasSize(150).endsWith(".txt");
        refused("file-name", "..", "x");
        refused("file-empty", "a.txt", "");
    }

    @Test
    void what_is_too_large_is_refused_and_leaves_nothing_behind() throws IOException {
        var endless = new InputStream() {
            private long left = FileStore.LARGEST + 1;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int size = (int) Math.min(length, left);
                left -= size;
                return size;
            }
        };

        assertThatThrownBy(() -> store(0).keep("big.bin", endless))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("file-too-large"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void nothing_is_kept_when_the_disk_has_less_room_than_its_reserve() {
        assertThatThrownBy(() -> store(Long.MAX_VALUE).keep("a.txt", new ByteArrayInputStream(new byte[] {'a'})))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("disk-full"));
    }

    @Test
    void only_hashes_are_opened() {
        assertThatThrownBy(() -> store(0).open("../../etc/passwd")).isInstanceOf(IOException.class);
    }

    private void refused(String code, String name, String content) {
        assertThatThrownBy(() -> keep(name, content))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
