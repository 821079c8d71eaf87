package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of people over REST, the links that let newcomers in, and what becomes of a leaver's things. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleImportIT {

    static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");
    static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");
    static final String PASSWORD = "a long enough one";

    final Server server;
    final Rest admin;

    PeopleImportIT(TestDatabase database) {
        server = Server.with(database);
        admin = server.as("admin");
    }

    /** Sentences come in the language of who asks; somebody else may have changed it. */
    @BeforeEach
    void speakChinese() {
        assertThat(admin.put("/api/me/language", Map.of("language", "zh")).status())
                .isEqualTo(204);
    }

    @Test
    void a_table_is_tried_first_and_then_does_exactly_that() {
        var table = """
                工号,登录名,姓名,邮箱,部门,直属上级,鞋码
                Q100,quentin-a,Quentin A,quentin-a@mapleford.example,物流部,Q101,43
                Q101,quentin-b,Quentin B,quentin-b@mapleford.example,logistics,approver,44
                Q102,quentin-c,Quentin C,employee@mapleford.example,logistics,approver,45
                """;
        var handedIn = admin.send(
                "POST", "/api/people/imports?name=staff.csv", table.getBytes(Charset.forName("GB18030")), CSV);
        assertThat(handedIn.status()).isEqualTo(202);
        var id = handedIn.text("/id");
        assertThat(handedIn.raw().headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/api/people/imports/" + id));

        var tried = awaitState(id, "READY");
        assertThat(tried.at("/file").asText()).isEqualTo("staff.csv");
        assertThat(tried.at("/counts/NEW").asInt()).isEqualTo(2);
        assertThat(tried.at("/counts/REFUSED").asInt()).isEqualTo(1);
        assertThat(tried.at("/unknownColumns/0").asText()).isEqualTo("鞋码");
        assertThat(admin.get("/api/people/quentin-a").status()).isEqualTo(404);
        var refused = admin.get("/api/people/imports/" + id + "/lines?outcome=REFUSED")
                .body();
        assertThat(refused.at("/items/0/line").asInt()).isEqualTo(4);
        assertThat(refused.at("/items/0/reason").asText()).contains("employee@mapleford.example");

        assertThat(apply(id, false, false).status()).isEqualTo(202);
        var done = awaitState(id, "DONE");
        assertThat(done.at("/done").asInt()).isEqualTo(2);
        assertThat(done.at("/total").asInt()).isEqualTo(2);
        var first = admin.get("/api/people/quentin-a");
        assertThat(first.text("/manager")).isEqualTo("quentin-b");
        assertThat(first.text("/department")).isEqualTo("logistics");
        assertThat(first.body().at("/hasPassword").asBoolean()).isFalse();
        assertThat(admin.get("/api/people/quentin-c").status()).isEqualTo(404);
        isRefused(apply(id, false, false), 409, "people-import-not-ready");
        isRefused(admin.delete("/api/people/imports/" + id), 409, "people-import-settled");
        assertThat(ids(admin.get("/api/people/imports"))).contains(id);
    }

    @Test
    void a_second_table_changes_what_is_different_and_misses_who_is_not_in_it() {
        done("login,name,office\nrufus-a,Rufus A,munich\nrufus-b,Rufus B,munich\nrufus-c,Rufus C,munich\n");
        var id = ready("login,name,office\nrufus-a,Rufus A,munich\nrufus-b,Rufus B,singapore\n");

        assertThat(line(id, "rufus-a").at("/outcome").asText()).isEqualTo("UNCHANGED");
        var changed = line(id, "rufus-b");
        assertThat(changed.at("/outcome").asText()).isEqualTo("CHANGED");
        assertThat(changed.at("/changes/0/field").asText()).isEqualTo("office");
        assertThat(changed.at("/changes/0/before").asText()).isEqualTo("munich");
        assertThat(changed.at("/changes/0/after").asText()).isEqualTo("singapore");
        assertThat(line(id, "rufus-c").at("/outcome").asText()).isEqualTo("MISSING");

        var again = admin.put("/api/people/imports/" + id + "/options", Map.of("closeMissing", true));
        assertThat(again.status()).isEqualTo(202);
        var tried = awaitState(id, "READY");
        assertThat(tried.at("/closeMissing").asBoolean()).isTrue();
        assertThat(line(id, "rufus-c").at("/outcome").asText()).isEqualTo("CLOSED");
        assertThat(admin.get("/api/people/rufus-c").body().at("/active").asBoolean())
                .isTrue();

        apply(id, false, true);
        awaitState(id, "DONE");
        assertThat(admin.get("/api/people/rufus-b").text("/office")).isEqualTo("singapore");
        assertThat(admin.get("/api/people/rufus-c").body().at("/active").asBoolean())
                .isFalse();
        assertThat(admin.get("/api/people/employee").body().at("/active").asBoolean())
                .isTrue();
        assertThat(line(id, "rufus-c").at("/applied").asBoolean()).isTrue();
        var after = ready("login,name\nrufus-c,Rufus C\n");
        assertThat(line(after, "rufus-c").at("/reason").asText()).contains("已停用");
        assertThat(admin.delete("/api/people/imports/" + after).status()).isEqualTo(204);
    }

    @Test
    void departments_that_are_not_here_are_refused_until_they_are_wanted() {
        var department = server.dataFolder().getFileName().toString().contains("h2") ? "Zoology" : "Zymurgy";
        var table = "login,name,department\nsimon-a,Simon A," + department + "\n";
        var id = ready(table);
        assertThat(line(id, "simon-a").at("/reason").asText()).contains(department);

        admin.put("/api/people/imports/" + id + "/options", Map.of("makeDepartments", true));
        var tried = awaitState(id, "READY");
        assertThat(tried.at("/unknownDepartments/0").asText()).isEqualTo(department);
        assertThat(tried.at("/counts/NEW").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/departments").text()).doesNotContain(department);

        apply(id, true, false);
        awaitState(id, "DONE");
        assertThat(admin.get("/api/departments").text()).contains(department);
        assertThat(admin.get("/api/people/simon-a").text("/department")).isEqualTo(department.toLowerCase());
    }

    @Test
    void what_is_no_table_of_people_is_refused_in_a_sentence() {
        assertThat(failed("mail,office\na@b.example,munich\n".getBytes(StandardCharsets.UTF_8)))
                .contains("name / 姓名");
        assertThat(failed(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0})).contains("CSV");
        assertThat(failed("login,name\nada,\"Ada\n".getBytes(StandardCharsets.UTF_8)))
                .contains("第 2 行");
        assertThat(failed("login,name\n".getBytes(StandardCharsets.UTF_8))).contains("没有人员");
        isRefused(admin.send("POST", "/api/people/imports", new byte[0], CSV), 422, "people-import-empty");
    }

    @Test
    void a_table_of_fifty_megabytes_is_read_and_a_larger_one_is_refused() throws Exception {
        var table = new StringBuilder("login,name,remark\n");
        var remark = "x".repeat(49 * 1024);
        for (int i = 0; i < 1000; i++) {
            table.append("vast-").append(i).append(",Vast,").append(remark).append('\n');
        }
        var id = ready(table.toString());
        assertThat(admin.get("/api/people/imports/" + id)
                        .body()
                        .at("/counts/NEW")
                        .asInt())
                .isEqualTo(1000);
        admin.delete("/api/people/imports/" + id);

        var tooLarge = new byte[51 * 1024 * 1024];
        var reply = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api/people/imports"))
                                .header("Authorization", "Bearer demo-admin")
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(tooLarge)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).contains("body-over-limit");
    }

    @Test
    void a_circle_of_managers_and_the_same_person_twice_are_named() {
        var id = ready("""
                login,name,manager
                tara-a,Tara A,tara-b
                tara-b,Tara B,tara-a
                tara-c,Tara C,
                tara-c,Tara C,
                """);

        var report = admin.get("/api/people/imports/" + id + "/lines?outcome=REFUSED")
                .body();
        assertThat(report.at("/items/0/reason").asText()).contains("tara-a → tara-b → tara-a");
        assertThat(report.at("/items/2/reason").asText()).contains("第 4 行");
        assertThat(report.at("/items")).hasSize(3);
        admin.delete("/api/people/imports/" + id);
    }

    @Test
    void the_lines_are_read_page_by_page() {
        var table = new StringBuilder("login,name\n");
        for (int i = 0; i < 25; i++) {
            table.append("ursula-%d,Ursula %d\n".formatted(i, i));
        }
        var id = ready(table.toString());
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = admin.get("/api/people/imports/" + id + "/lines?outcome=new&limit=10&cursor=" + cursor);
            page.body().at("/items").forEach(it -> seen.add(it.at("/person").asText()));
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("ursula-0", "ursula-1");
        isRefused(admin.get("/api/people/imports/" + id + "/lines?outcome=ODD"), 422, "people-import-outcome");
        isRefused(admin.get("/api/people/imports/" + id + "/lines?cursor=x"), 400, "cursor-unreadable");
        isRefused(admin.get("/api/people/imports/P-999999/lines"), 404, "people-import-unknown");
        assertThat(admin.get("/api/people/imports/nonsense").status()).isEqualTo(404);

        assertThat(admin.delete("/api/people/imports/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/api/people/imports/" + id).text("/state")).isEqualTo("CANCELLED");
        isRefused(apply(id, false, false), 409, "people-import-not-ready");
        assertThat(admin.get("/api/people/ursula-0").status()).isEqualTo(404);
    }

    @Test
    void only_administrators_have_anything_to_do_with_it() {
        var id = ready("login,name\nvera-a,Vera A\n");
        for (var other : List.of(server.as("it-agent"), server.as("employee"))) {
            isRefused(other.send("POST", "/api/people/imports", "login,name\nx,X\n", CSV), 403, "administrators-only");
            isRefused(other.get("/api/people/imports"), 403, "administrators-only");
            isRefused(other.get("/api/people/imports/" + id), 403, "administrators-only");
            isRefused(other.get("/api/people/imports/" + id + "/lines"), 403, "administrators-only");
            isRefused(other.put("/api/people/imports/" + id + "/options", Map.of()), 403, "administrators-only");
            isRefused(other.put("/api/people/imports/" + id + "/application", Map.of()), 403, "administrators-only");
            isRefused(other.delete("/api/people/imports/" + id), 403, "administrators-only");
            isRefused(other.post("/api/people/imports/" + id + "/welcome", Map.of()), 403, "administrators-only");
            isRefused(other.post("/api/people/employee/welcome", Map.of()), 403, "administrators-only");
            isRefused(other.get("/api/people/employee/belongings"), 403, "administrators-only");
        }
        assertThat(server.anonymous().get("/api/people/imports").status()).isEqualTo(401);
        assertThat(server.anonymous()
                        .send("POST", "/people-links", "import=" + id, FORM)
                        .status())
                .isEqualTo(403);
        admin.delete("/api/people/imports/" + id);
    }

    @Test
    void a_link_sets_a_password_once() {
        var id = done("login,name,language\nwanda-a,Wanda A,en\nwanda-b,Wanda B,en\n");
        var links = admin.post("/api/people/imports/" + id + "/welcome", null);
        assertThat(links.status()).isEqualTo(201);
        assertThat(links.body().at("/items")).hasSize(2);
        var path = path(links.body().at("/items/0"));
        assertThat(links.body().at("/items/0/person").asText()).isEqualTo("wanda-a");

        for (int i = 0; i < 2; i++) {
            var page = server.anonymous().get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Welcome, Wanda A", "wanda-a").doesNotContain("Wanda B");
            assertThat(page.raw().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
        assertThat(choose(path, "short", "short").text()).contains("at least 8");
        assertThat(choose(path, PASSWORD, "another one altogether").text()).contains("not the same");
        assertThat(server.anonymous()
                        .send(
                                "POST",
                                path,
                                "password=12345678&again=12345678",
                                Map.of("Content-Type", FORM.get("Content-Type"), "Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);

        var in = choose(path, PASSWORD, PASSWORD);
        assertThat(in.status()).isEqualTo(302);
        var cookie = in.raw().headers().allValues("Set-Cookie").getLast().split(";")[0];
        assertThat(server.anonymous()
                        .send("GET", "/api/me", null, Map.of("Cookie", cookie))
                        .text("/id"))
                .isEqualTo("wanda-a");
        assertThat(signIn("wanda-a", PASSWORD)).isTrue();

        assertThat(choose(path, "yet another one", "yet another one").status()).isEqualTo(404);
        assertThat(server.anonymous().get(path).status()).isEqualTo(404);
        assertThat(signIn("wanda-a", PASSWORD)).isTrue();
        assertThat(admin.post("/api/people/imports/" + id + "/welcome", null)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void a_new_link_a_password_and_a_closed_account_end_a_link() {
        done("login,name\nxenia-a,Xenia A\n");
        var first = path(admin.post("/api/people/xenia-a/welcome", null).body());
        var second = path(admin.post("/api/people/xenia-a/welcome", null).body());
        assertThat(server.anonymous().get(first).status()).isEqualTo(404);
        assertThat(server.anonymous().get(second).status()).isEqualTo(200);

        admin.put("/api/people/xenia-a/password", Map.of("password", PASSWORD));
        assertThat(server.anonymous().get(second).status()).isEqualTo(404);

        var third = path(admin.post("/api/people/xenia-a/welcome", null).body());
        assertThat(close("xenia-a").status()).isEqualTo(200);
        assertThat(server.anonymous().get(third).status()).isEqualTo(404);
        isRefused(admin.post("/api/people/xenia-a/welcome", null), 409, "account-closed");
        isRefused(admin.post("/api/people/nobody-at-all/welcome", null), 404, "person-unknown");
    }

    @Test
    void who_tries_many_wrong_links_is_told_to_wait_and_a_right_one_still_opens() throws Exception {
        done("login,name\nyves-a,Yves A\n");
        var right = path(admin.post("/api/people/yves-a/welcome", null).body());
        try (var elsewhere = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            for (int i = 0; i < 20; i++) {
                assertThat(status(elsewhere, "/welcome/wrong-" + i)).isEqualTo(404);
            }
            assertThat(status(elsewhere, "/welcome/wrong-again")).isEqualTo(429);
            assertThat(status(elsewhere, right)).isEqualTo(200);
        }
        assertThat(server.anonymous().get("/welcome/wrong-from-here").status()).isEqualTo(404);
    }

    private int status(HttpClient client, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void the_tickets_of_a_leaver_go_back_to_their_queues_and_the_articles_to_the_manager() {
        var leaver = worker("zeno-a", "approver");
        var open = ticketOf("zeno-a", "The screen of a leaver");
        var solved = ticketOf("zeno-a", "The solved screen of a leaver");
        leaver.put("/api/tickets/" + solved + "/resolution", Map.of("text", "Plug it in."));
        var article = articleOf(leaver, "What a leaver knew");

        var before = admin.get("/api/people/zeno-a/belongings").body();
        assertThat(before.at("/successor").asText()).isEqualTo("approver");
        assertThat(before.at("/items/0/kind").asText()).isEqualTo("tickets");
        assertThat(before.at("/items/0/count").asInt()).isEqualTo(1);
        assertThat(before.at("/items/1/kind").asText()).isEqualTo("articles");
        assertThat(before.at("/items/1/sentence").asText()).isNotBlank();

        assertThat(close("zeno-a").status()).isEqualTo(200);

        var agent = server.as("it-agent");
        var ticket = agent.get("/api/tickets/" + open);
        assertThat(ticket.text("/assignee")).isEmpty();
        assertThat(ticket.text("/status")).isEqualTo("OPEN");
        var history = agent.get("/api/tickets/" + open + "/history").text();
        assertThat(history).contains("zeno-a").contains("\"admin\"");
        assertThat(agent.get("/api/tickets/" + solved).text("/assignee")).isEqualTo("zeno-a");
        assertThat(server.as("curator").get("/api/articles/" + article).text("/owner"))
                .isEqualTo("approver");
        assertThat(admin.get("/api/people/zeno-a/belongings").body().at("/items"))
                .isEmpty();
    }

    @Test
    void without_a_manager_the_articles_keep_their_owner_and_are_listed() {
        var leaver = worker("zora-a", null);
        var article = articleOf(leaver, "What a leaver without a manager knew");

        var before = admin.get("/api/people/zora-a/belongings").body();
        assertThat(before.has("successor")).isFalse();
        assertThat(before.at("/items/0/listed/0").asText()).isEqualTo(article);

        assertThat(close("zora-a").status()).isEqualTo(200);
        assertThat(server.as("curator").get("/api/articles/" + article).text("/owner"))
                .isEqualTo("zora-a");
    }

    @Test
    void a_leaver_whose_manager_has_left_is_succeeded_by_the_next_one_above() {
        done("login,name,manager\nzach-a,Zach A,approver\nzach-b,Zach B,zach-a\n");
        close("zach-a");

        assertThat(admin.get("/api/people/zach-b/belongings").text("/successor"))
                .isEqualTo("approver");
    }

    /** Somebody who answers at the IT desk and writes in its space, and a program that acts for them. */
    private Rest worker(String login, String manager) {
        done("login,name,manager\n" + login + "," + login + "," + (manager == null ? "" : manager) + "\n");
        admin.put("/api/people/" + login + "/roles/agent/it", null);
        admin.put("/api/people/" + login + "/roles/curator/it", null);
        var in = choose(
                path(admin.post("/api/people/" + login + "/welcome", null).body()), PASSWORD, PASSWORD);
        var cookie = in.raw().headers().allValues("Set-Cookie").getLast().split(";")[0];
        return server.withToken(server.anonymous()
                .send("POST", "/api/me/tokens", Map.of("label", "a test"), Map.of("Cookie", cookie))
                .text("/token"));
    }

    private String ticketOf(String assignee, String subject) {
        var number = server.as("employee")
                .post("/api/tickets", Map.of("subject", subject, "text", "It stays dark.", "desk", "it"))
                .text("/number");
        assertThat(server.as("it-agent")
                        .put("/api/tickets/" + number + "/assignee", Map.of("person", assignee))
                        .status())
                .isBetween(200, 204);
        return number;
    }

    private static String articleOf(Rest author, String title) {
        var reply = author.post(
                "/api/articles", Map.of("space", "it", "title", title, "language", "en", "markdown", "It is so."));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.text("/id");
    }

    private Rest.Reply close(String login) {
        var body = admin.get("/api/people/" + login).body();
        com.fasterxml.jackson.databind.node.ObjectNode closed = body.deepCopy();
        return admin.put("/api/people/" + login, closed.put("active", false));
    }

    private static String path(JsonNode issued) {
        var url = issued.at("/url").asText();
        assertThat(url).contains("/welcome/");
        return url.substring(url.indexOf("/welcome/"));
    }

    private Rest.Reply choose(String path, String password, String again) {
        return server.anonymous()
                .send(
                        "POST",
                        path,
                        "password=" + password.replace(' ', '+') + "&again=" + again.replace(' ', '+'),
                        FORM);
    }

    private boolean signIn(String login, String password) {
        var reply = server.anonymous()
                .send("POST", "/signin", "username=" + login + "&password=" + password.replace(' ', '+'), FORM);
        return !reply.raw().headers().firstValue("Location").orElse("").contains("wrong");
    }

    private String done(String table) {
        var id = ready(table);
        apply(id, false, false);
        var report = awaitState(id, "DONE");
        assertThat(report.at("/counts/REFUSED").asInt()).as(lines(id)).isZero();
        return id;
    }

    private String ready(String table) {
        var id = admin.send("POST", "/api/people/imports?name=table.csv", table, CSV)
                .text("/id");
        awaitState(id, "READY");
        return id;
    }

    private String failed(byte[] table) {
        var id = admin.send("POST", "/api/people/imports", table, CSV).text("/id");
        return awaitState(id, "FAILED").at("/reason").asText();
    }

    private Rest.Reply apply(String id, boolean makeDepartments, boolean closeMissing) {
        return admin.put(
                "/api/people/imports/" + id + "/application",
                Map.of("makeDepartments", makeDepartments, "closeMissing", closeMissing));
    }

    private JsonNode awaitState(String id, String state) {
        Awaitility.await(id + " " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> admin.get("/api/people/imports/" + id)
                        .text("/state")
                        .matches(state + "|DONE|FAILED|CANCELLED"));
        var report = admin.get("/api/people/imports/" + id).body();
        assertThat(report.at("/state").asText()).as(report.toString()).isEqualTo(state);
        return report;
    }

    private JsonNode line(String id, String person) {
        return StreamSupport.stream(
                        admin.get("/api/people/imports/" + id + "/lines?limit=200")
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(it -> it.at("/person").asText().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private String lines(String id) {
        return admin.get("/api/people/imports/" + id + "/lines?limit=200").text();
    }

    private static List<String> ids(Rest.Reply reply) {
        return StreamSupport.stream(reply.body().at("/items").spliterator(), false)
                .map(it -> it.at("/id").asText())
                .toList();
    }

    private static void isRefused(Rest.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
        assertThat(reply.text("/detail")).isNotBlank();
    }
}
