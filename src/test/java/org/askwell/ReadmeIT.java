package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the README promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeIT {

    static final Path README = Path.of("README.md");
    static final Pattern SETTING = Pattern.compile("ASKWELL_[A-Z_]*[A-Z]");

    @Test
    void its_walk_by_curl_can_be_walked() throws Exception {
        var server = Server.with(TestDatabase.H2);
        var walk = walk().replace("http://localhost:8080", server.url());
        assertThat(walk).contains(server.url());

        var said = run(walk);

        assertThat(said)
                .contains("24 hours")
                .contains("\"quote\"")
                .contains("The portal says: NOT_FOUND")
                .containsPattern("A person has it as IT-\\d+")
                .contains("\"queue\":\"it-hardware\"")
                .contains("Looking at it now.")
                .contains("\"status\":\"RESOLVED\"")
                .containsPattern("Now the portal says: ANSWERED, because of A-\\d+");
        assertThat(said.substring(said.indexOf("Now the portal says")))
                .contains("Press the Windows key and the space bar together");
    }

    @Test
    void its_table_has_every_setting_that_is_read() throws IOException {
        var read = new TreeSet<String>();
        for (var folder : new String[] {"src/main/java", "bin"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    SETTING.matcher(Files.readString(file)).results().forEach(it -> read.add(it.group()));
                }
            }
        }
        var told = SETTING.matcher(Files.readString(README))
                .results()
                .map(it -> it.group())
                .toList();

        assertThat(read).isNotEmpty().allMatch(told::contains);
    }

    private static String walk() throws IOException {
        var block = Pattern.compile("```sh walk\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
