package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An import whose server dies: what was handed in is not lost, and nothing is taken twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRestartIT {

    private static final int FILES = 600;
    private static final Map<String, String> ZIP = Map.of("Content-Type", "application/zip");

    @Test
    void an_import_whose_server_is_killed_goes_on_after_the_restart_and_takes_every_file_once() throws Exception {
        try (var server = Server.start(
                TestDatabase.H2,
                Map.of("ASKWELL_MODE", "demo", "ASKWELL_DEMO_DAYS", "0", "ASKWELL_EMBEDDINGS", "off"))) {
            var curator = server.as("curator");
            var id = curator.send("POST", "/api/spaces/it/imports?name=many.zip", many(), ZIP)
                    .text("/id");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> progress(curator, id) >= 5);
            server.kill();
            server.up();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() ->
                            curator.get("/api/imports/" + id).text("/state").equals("DONE"));

            var report = curator.get("/api/imports/" + id).body();
            assertThat(report.at("/done").asInt()).isEqualTo(FILES);
            report.at("/report")
                    .forEach(line -> assertThat(line.at("/outcome").asText())
                            .as(line.toString())
                            .isEqualTo("TAKEN"));
            assertThat(titles(curator)).doesNotHaveDuplicates().hasSize(FILES);
            try (var left = Files.list(server.dataFolder().resolve("imports"))) {
                assertThat(left).isEmpty();
            }

            var gone = curator.send("POST", "/api/spaces/it/imports?name=many.zip", many(), ZIP)
                    .text("/id");
            server.kill();
            Files.deleteIfExists(server.dataFolder().resolve("imports").resolve(gone + ".upload"));
            server.up();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() ->
                            !curator.get("/api/imports/" + gone).text("/state").matches("WAITING|RUNNING"));
            var failed = curator.get("/api/imports/" + gone);
            assertThat(failed.text("/state")).isEqualTo("FAILED");
            assertThat(failed.text("/reason")).contains("many.zip").contains("hand it in again");
        }
    }

    private static int progress(Rest curator, String id) {
        return curator.get("/api/imports/" + id).body().at("/done").asInt();
    }

    private static ArrayList<String> titles(Rest curator) {
        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var slice = curator.get("/api/articles?space=it&limit=200" + cursor);
            slice.body().at("/items").forEach(it -> {
                if (it.at("/title").asText().startsWith("Shredder ")) {
                    titles.add(it.at("/title").asText());
                }
            });
            cursor = slice.body().path("nextCursor").isTextual() ? "&cursor=" + slice.text("/nextCursor") : "";
        } while (!cursor.isEmpty());
        return titles;
    }

    private static byte[] many() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int count = 0; count < FILES; count++) {
                zip.putNextEntry(new ZipEntry("shredder/" + count + ".md"));
                zip.write(("# Shredder " + count + "\n\nIt eats sheet " + count + ".\n")
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
