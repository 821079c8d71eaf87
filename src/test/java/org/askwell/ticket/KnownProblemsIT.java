package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Problems that many have, as programs see them; with the models that compare meanings. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownProblemsIT {

    private static final String UNTIL = "2027-06-01T00:00:00Z";
    private static final String SECRET = "My wife's laptop at home sees nothing";

    final Server server;

    KnownProblemsIT(TestDatabase database) {
        server = Server.with(database);
    }

    @Test
    void a_known_problem_is_found_by_its_meaning_joined_and_answered_once_for_all() {
        var agent = server.as("it-agent");
        var ticket = ticket("employee", "it");
        var marked = agent.put("/api/tickets/" + ticket + "/known-problem", body());
        assertThat(marked.status()).as(marked.text()).isEqualTo(200);

        var approver = server.as("approver");
        for (var question : List.of("The telescope in the lobby keeps jamming", "大堂的望远镜一直卡住怎么办")) {
            var found = approver.get("/api/known-problems?q="
                    + java.net.URLEncoder.encode(question, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(items(found))
                    .as(found.text())
                    .anyMatch(it -> it.at("/ticket").asText().equals(ticket));
            assertThat(found.text()).doesNotContain(SECRET, "employee", "林小雨", "Lin Xiaoyu");
        }
        assertThat(items(approver.get("/api/known-problems?q=How+many+days+of+leave")))
                .noneMatch(it -> it.at("/ticket").asText().equals(ticket));
        assertThat(items(approver.get("/api/known-problems?desk=it&limit=200")))
                .anyMatch(it -> it.at("/ticket").asText().equals(ticket));
        assertThat(items(approver.get("/api/known-problems?desk=hr&limit=200")))
                .noneMatch(it -> it.at("/ticket").asText().equals(ticket));

        var membership = "/api/known-problems/" + ticket + "/membership";
        assertThat(approver.put(membership, null).status()).isEqualTo(204);
        assertThat(approver.put(membership, null).status()).isEqualTo(204);
        assertThat(server.as("hr-agent").put(membership, null).status()).isEqualTo(204);
        assertThat(approver.get("/api/known-problems/" + ticket)
                        .body()
                        .at("/problem/reporters")
                        .asInt())
                .isEqualTo(3);
        assertThat(server.as("hr-agent").delete(membership).status()).isEqualTo(204);
        assertThat(approver.get("/api/known-problems/" + ticket)
                        .body()
                        .at("/problem/reporters")
                        .asInt())
                .isEqualTo(2);
        assertThat(items(approver.get("/api/known-problems/joined")))
                .anyMatch(it -> it.at("/ticket").asText().equals(ticket));
        assertThat(items(agent.get("/api/tickets/" + ticket + "/known-problem/joined")))
                .extracting(it -> it.at("/person").asText())
                .containsExactly("approver");

        var said = agent.post(
                "/api/tickets/" + ticket + "/known-problem/replies",
                Map.of("textZh", "望远镜已送修。", "textEn", "The telescope is being repaired."));
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        var sheet = approver.get("/api/known-problems/" + ticket);
        assertThat(sheet.text("/replies/0/textEn")).isEqualTo("The telescope is being repaired.");
        assertThat(sheet.text()).doesNotContain(SECRET, "employee", "林小雨");
        assertThat(server.as("employee").get("/api/tickets/" + ticket).text())
                .containsAnyOf("望远镜已送修。", "The telescope is being repaired.");
        assertThat(approver.get("/api/tickets/" + ticket).status()).isEqualTo(404);
        told(approver, "problem-told", ticket);

        assertThat(agent.put("/api/tickets/" + ticket + "/resolution", Map.of("text", "Private words for one"))
                        .status())
                .isLessThan(300);
        told(approver, "problem-solved", ticket);
        assertThat(approver.get("/api/known-problems/" + ticket).text())
                .contains("RESOLVED")
                .doesNotContain("Private words");
        assertThat(server.as("finance-agent").put(membership, null).status()).isEqualTo(404);
    }

    @Test
    void rights_and_bad_input_are_refused_in_a_sentence() {
        var ticket = ticket("employee", "it");
        var place = "/api/tickets/" + ticket + "/known-problem";
        var agent = server.as("it-agent");
        assertThat(server.as("employee").put(place, body()).status()).isEqualTo(403);
        assertThat(server.as("hr-agent").put(place, body()).status()).isEqualTo(404);
        assertThat(agent.get(place).status()).isEqualTo(404);
        assertThat(agent.delete(place).status()).isEqualTo(404);
        refused(agent, place, 422, "problem-title", "titleZh", " ");
        refused(agent, place, 422, "problem-title-too-long", "titleEn", "x".repeat(200));
        refused(agent, place, 422, "problem-until", "until", "2020-01-01T00:00:00Z");
        assertThat(agent.put(place, body()).status()).isEqualTo(200);
        assertThat(server.as("employee")
                        .put("/api/known-problems/" + ticket + "/membership", null)
                        .text("/type"))
                .endsWith("problem-own");
        assertThat(server.as("employee").get(place + "/joined").status()).isEqualTo(403);
        assertThat(server.as("approver")
                        .post(place + "/replies", Map.of("textEn", "Hi"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post(place + "/replies", Map.of("textEn", " ")).status())
                .isEqualTo(422);
        assertThat(agent.delete(place).status()).isEqualTo(204);
        assertThat(server.as("approver")
                        .put("/api/known-problems/" + ticket + "/membership", null)
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("/api/known-problems?cursor=nonsense").status()).isEqualTo(400);
    }

    private String ticket(String requester, String desk) {
        var made = server.as(requester)
                .post("/api/tickets", Map.of("subject", SECRET, "text", "It is private.", "desk", desk));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.text("/number");
    }

    private static Map<String, Object> body() {
        var body = new HashMap<String, Object>();
        body.put("titleZh", "大堂望远镜卡住");
        body.put("titleEn", "The telescope in the lobby jams");
        body.put("textEn", "Look out of the window.");
        body.put("until", UNTIL);
        return body;
    }

    private static void refused(Rest agent, String place, int status, String code, String name, Object value) {
        var body = body();
        body.put(name, value);
        var reply = agent.put(place, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.text("/type")).endsWith(code);
    }

    private static void told(Rest person, String kind, String ticket) {
        Awaitility.await(kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(person.get("/api/notifications?limit=200")).stream()
                        .anyMatch(it -> it.at("/kind").asText().equals(kind)
                                && it.at("/about").asText().equals(ticket)));
    }

    private static List<JsonNode> items(Rest.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return StreamSupport.stream(reply.body().at("/items").spliterator(), false)
                .toList();
    }
}
