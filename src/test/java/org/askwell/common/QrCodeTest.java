package org.askwell.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodeTest {

    /** The digests are of codes that another program made, module by module. */
    @Test
    void a_code_is_the_same_as_others_make_it() throws Exception {
        assertThat(digest(QrCode.of("http://localhost:8080/desks/it", 3)))
                .isEqualTo("6e37973adbc85f382665280e9a66a261e8dcc283086b746b9687c202bc87388a");
        assertThat(digest(QrCode.of("https://help.example.com/desks/" + "x".repeat(100), 6)))
                .isEqualTo("781ff22732aa3abfca5c73f4aa712176e1681808828374c06fe7b47ec74f71c4");
    }

    @Test
    void it_is_as_large_as_it_has_to_be() {
        assertThat(QrCode.of("a".repeat(14)).size()).isEqualTo(21);
        assertThat(QrCode.of("a".repeat(15)).size()).isEqualTo(25);
        assertThat(QrCode.of("a".repeat(180)).size()).isEqualTo(53);
        assertThat(QrCode.of("问".repeat(60)).size()).isEqualTo(53);
        assertThatThrownBy(() -> QrCode.of("a".repeat(181))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_image_has_a_light_margin_and_no_size_of_its_own() {
        assertThat(QrCode.of("a").svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 29 29\"")
                .contains("M4 4h7v1h-7z");
    }

    private static String digest(QrCode code) throws Exception {
        var lines = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                lines.append(code.isDark(x, y) ? '#' : '.');
            }
            lines.append('\n');
        }
        var digest =
                MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
