package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What HR keeps to itself shows in no channel to anybody else, and a right that was taken away is gone at once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeakIT {

    /** Words that stand in the articles of {@code hr-internal} and nowhere else. */
    private static final List<String> SECRETS = List.of("Birch", "白桦");

    private static final List<String> CHANNELS = List.of(
            "/api/search?q=%s",
            "/api/search?q=%s&space=hr-internal",
            "/api/search/groups?q=%s",
            "/api/suggest?q=%s",
            "/api/articles?space=hr-internal",
            "/api/spaces",
            "/api/spaces/hr-internal");

    final Server server;

    LeakIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void hr_itself_finds_its_own() {
        var hr = server.as("hr-agent");

        assertThat(hr.get("/api/search?q=" + encoded("白桦")).text()).contains("白桦");
        assertThat(hr.get("/api/articles?space=hr-internal").status()).isEqualTo(200);
    }

    @Test
    void nobody_else_finds_it_in_any_channel() {
        for (var account :
                List.of("employee", "it-agent", "finance-agent", "desk-owner", "approver", "curator", "admin")) {
            var someone = server.as(account);
            for (var secret : SECRETS) {
                for (var channel : CHANNELS) {
                    if (account.equals("admin") && channel.startsWith("/api/spaces")) {
                        continue; // administrators arrange spaces and know their names, not their texts
                    }
                    assertSilent(account + " " + channel, someone.get(channel.formatted(encoded(secret))), secret);
                }
                for (var text : List.of(secret, secret + "-3 的薪资范围是多少？", "What is the pay band of " + secret + "-3?")) {
                    var reply = someone.post("/api/questions", Map.of("text", text));
                    assertThat(reply.body().at("/sentences").toString()
                                    + reply.body().at("/related"))
                            .as(account + " asks " + text)
                            .doesNotContain(SECRETS)
                            .doesNotContain("hr-internal");
                }
            }
        }
    }

    @Test
    void a_revoked_right_holds_at_the_next_request() {
        var admin = server.as("admin");
        var hr = server.as("hr-agent");
        var space = "revoked-" + Math.abs(server.url().hashCode());
        assertThat(admin.post(
                                "/api/spaces",
                                Map.of(
                                        "slug",
                                        space,
                                        "nameZh",
                                        "临时",
                                        "nameEn",
                                        "For a while",
                                        "visibility",
                                        List.of("everyone")))
                        .status())
                .isEqualTo(201);
        var created = admin.post(
                "/api/articles",
                Map.of(
                        "space",
                        space,
                        "title",
                        "Quokka parking",
                        "language",
                        "en",
                        "markdown",
                        "Quokka parking is allowed on level four after 18:00."));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var article = created.text("/id");
        assertThat(admin.put("/api/articles/" + article + "/publication", Map.of())
                        .status())
                .isBetween(200, 204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> hr.get("/api/search?q=quokka").text().contains(article));

        admin.put(
                "/api/spaces/" + space,
                Map.of("nameZh", "临时", "nameEn", "For a while", "visibility", List.of("department:it")));

        assertThat(hr.get("/api/articles/" + article).status()).isEqualTo(404);
        var asked = hr.post("/api/questions", Map.of("text", "Is quokka parking allowed on level four?"));
        assertThat(asked.body().at("/sentences").toString()).doesNotContain("level four");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(hr.get("/api/search?q=quokka").text()).doesNotContain(article));
    }

    private static void assertSilent(String where, Rest.Reply reply, String secret) {
        if (reply.status() == 200) {
            assertThat(reply.text())
                    .as(where)
                    .doesNotContainIgnoringCase(secret)
                    .doesNotContain("hr-internal");
        } else {
            assertThat(reply.status()).as(where).isEqualTo(404);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
