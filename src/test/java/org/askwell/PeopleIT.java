package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.askwell.house.Browser;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The people of the company over REST and as their administrators see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleIT {

    static final String PASSWORD = "a long enough one";

    final TestDatabase database;
    final Server server;
    final Rest admin;

    PeopleIT(TestDatabase database) {
        this.database = database;
        server = Server.with(database);
        admin = server.as("admin");
    }

    @Test
    void an_administrator_reads_everybody_page_by_page_in_the_order_of_pinyin() {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = admin.get("/api/people?limit=100&cursor=" + cursor);
            assertThat(page.status()).isEqualTo(200);
            ids(page).forEach(seen::add);
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(290);
        assertThat(seen.indexOf("hr-agent")).isLessThan(seen.indexOf("it-agent"));
        assertThat(seen.indexOf("it-agent")).isLessThan(seen.indexOf("admin"));
    }

    @Test
    void both_databases_sort_alike() {
        var first = ids(admin.get("/api/people?limit=200&q=li"));

        assertThat(first).isEqualTo(ids(Server.with(TestDatabase.H2).as("admin").get("/api/people?limit=200&q=li")));
    }

    @Test
    void somebody_is_found_by_name_pinyin_initials_staff_number_and_mail() {
        for (var text : List.of(
                "%E6%9E%97%E5%B0%8F%E9%9B%A8", "Lin+Xiao", "linxiaoyu", "lin+xiao+yu", "lxy", "M9003", "employee%40")) {
            assertThat(ids(admin.get("/api/people?q=" + text))).as(text).contains("employee");
        }
        assertThat(ids(admin.get("/api/people?q=lxy&department=hr"))).doesNotContain("employee");
        assertThat(ids(admin.get("/api/people?role=ADMIN"))).contains("admin").doesNotContain("employee");
        assertThat(ids(admin.get("/api/people?q=%25"))).isEmpty();
        assertThat(ids(admin.get("/api/people?q=%5C"))).isEmpty();
    }

    @Test
    void an_agent_finds_colleagues_but_not_their_addresses_or_rights() {
        var agent = server.as("it-agent");

        var found = agent.get("/api/people?q=lxy");

        assertThat(ids(found)).contains("employee");
        assertThat(found.text("/items/0/department")).isNotEmpty();
        assertThat(found.text()).doesNotContain("@", "\"office\"", "\"mail\"");
        isRefused(agent.get("/api/people?role=ADMIN"), 403, "administrators-only");
        isRefused(agent.get("/api/people?closed=true"), 403, "administrators-only");
        isRefused(agent.get("/api/people/employee"), 403, "administrators-only");
    }

    @Test
    void an_employee_sees_nobody_but_themselves() {
        var employee = server.as("employee");

        isRefused(employee.get("/api/people"), 403, "people-not-for-all");
        isRefused(employee.get("/api/people/admin"), 403, "administrators-only");
        isRefused(employee.get("/api/people/nobody-at-all"), 403, "administrators-only");
        assertThat(employee.get("/api/people/employee").text("/name")).isEqualTo("林小雨");
    }

    @Test
    void only_administrators_change_people() {
        var agent = server.as("it-agent");

        isRefused(agent.post("/api/people", newcomer("intruder")), 403, "administrators-only");
        isRefused(agent.put("/api/people/it-agent", Map.of("name", "王大海")), 403, "administrators-only");
        isRefused(agent.put("/api/people/it-agent/roles/admin", null), 403, "administrators-only");
        isRefused(agent.put("/api/people/employee/password", Map.of("password", PASSWORD)), 403, "administrators-only");
        isRefused(agent.delete("/api/people/employee/lock"), 403, "administrators-only");
        isRefused(agent.put("/api/groups/managers", names("甲", "A")), 403, "administrators-only");
        isRefused(agent.put("/api/departments/new-one", names("甲", "A")), 403, "administrators-only");
    }

    @Test
    void a_newcomer_is_admitted_once_however_often_the_request_is_sent() {
        var key = Map.of("Idempotency-Key", "admit-" + database);

        var first = admin.send("POST", "/api/people", newcomer("newcomer"), key);
        var again = admin.send("POST", "/api/people", newcomer("newcomer"), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.raw().headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/api/people/newcomer"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/pinyin")).isEqualTo("ouyang xin ren");
        assertThat(first.text("/groups/0")).isEqualTo("new-hires");
        isRefused(admin.post("/api/people", newcomer("newcomer")), 409, "login-taken");
        isRefused(admin.send("POST", "/api/people", newcomer("somebody-else"), key), 422, "idempotency-mismatch");
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        admin.post("/api/people", newcomer("contested"));
        var read = admin.get("/api/people/contested");

        var first = admin.put("/api/people/contested", with(read.body(), "office", "munich"));
        var second = admin.put("/api/people/contested", with(read.body(), "office", "singapore"));

        assertThat(first.status()).isEqualTo(200);
        isRefused(second, 409, "changed-meanwhile");
        assertThat(admin.get("/api/people/contested").text("/office")).isEqualTo("munich");
    }

    @Test
    void what_does_not_fit_is_refused_in_a_sentence_and_changes_nothing() {
        admin.post("/api/people", newcomer("steady"));
        var read = admin.get("/api/people/steady");
        var body = read.body();

        isRefused(put("steady", with(body, "manager", "steady")), 422, "manager-circle");
        isRefused(put("steady", with(body, "manager", "nobody-at-all")), 422, "manager-unknown");
        isRefused(put("steady", with(body, "department", "alchemy")), 422, "department-unknown");
        isRefused(put("steady", with(body, "mail", "employee@mapleford.example")), 409, "mail-taken");
        isRefused(put("steady", with(body, "mail", "nowhere")), 422, "person-mail");
        isRefused(put("steady", with(body, "staffNumber", "m9003")), 409, "staff-number-taken");
        isRefused(put("steady", with(body, "zone", "Asia/Atlantis")), 422, "zone-unknown");
        isRefused(put("steady", with(body, "employmentType", "WIZARD")), 422, "employment-type-unknown");
        isRefused(admin.put("/api/people/steady/roles/agent/alchemy", null), 404, "scope-unknown");
        isRefused(admin.put("/api/people/steady/roles/agent", null), 422, "role-scope");
        isRefused(admin.put("/api/people/steady/roles/wizard", null), 422, "role-unknown");
        isRefused(put("nobody-at-all", body), 404, "person-unknown");
        assertThat(admin.get("/api/people/steady").body()).isEqualTo(body);
    }

    @Test
    void a_role_holds_at_the_next_request_and_is_gone_at_the_next_request() {
        var person = signedUp("passing-agent");
        assertThat(person.get("/api/people").status()).isEqualTo(403);

        for (int i = 0; i < 5; i++) {
            assertThat(admin.put("/api/people/passing-agent/roles/agent/it", null)
                            .status())
                    .isEqualTo(204);
            assertThat(person.get("/api/people?limit=1").status()).isEqualTo(200);
            assertThat(admin.delete("/api/people/passing-agent/roles/agent/it").status())
                    .isEqualTo(204);
            assertThat(person.get("/api/people?limit=1").status()).isEqualTo(403);
        }
    }

    @Test
    void a_closed_account_is_shut_out_at_the_next_request_and_its_tokens_stay_dead() {
        var person = signedUp("leaver");
        var body = admin.get("/api/people/leaver").body();

        put("leaver", with(body, "active", false));

        assertThat(person.get("/api/me").status()).isEqualTo(401);
        assertThat(ids(admin.get("/api/people?q=leaver"))).isEmpty();
        assertThat(ids(admin.get("/api/people?q=leaver&closed=true"))).containsExactly("leaver");
        isRefused(admin.put("/api/people/leaver/password", Map.of("password", PASSWORD)), 409, "account-closed");
        put("leaver", with(admin.get("/api/people/leaver").body(), "active", true));
        assertThat(person.get("/api/me").status()).isEqualTo(401);
        assertThat(admin.get("/api/people/leaver").body().at("/hasPassword").asBoolean())
                .isFalse();
    }

    @Test
    void the_last_administrator_stays_one() {
        var body = admin.get("/api/people/admin").body();

        isRefused(admin.delete("/api/people/admin/roles/admin"), 409, "last-administrator");
        isRefused(put("admin", with(body, "active", false)), 409, "last-administrator");

        signedUp("second-admin");
        assertThat(admin.put("/api/people/second-admin/roles/admin", null).status())
                .isEqualTo(204);
        isRefused(admin.delete("/api/people/admin/roles/admin"), 409, "not-yourself");
        assertThat(admin.delete("/api/people/second-admin/roles/admin").status())
                .isEqualTo(204);
    }

    @Test
    void a_password_is_given_by_an_administrator_and_changed_by_its_owner() {
        var person = signedUp("careful");
        var wanted = "another long one";

        isRefused(
                person.put("/api/me/password", Map.of("present", "a guess", "wanted", wanted)), 422, "password-wrong");
        isRefused(
                person.put("/api/me/password", Map.of("present", PASSWORD, "wanted", "short")),
                422,
                "password-too-short");
        assertThat(person.put("/api/me/password", Map.of("present", PASSWORD, "wanted", wanted))
                        .status())
                .isEqualTo(204);
        isRefused(person.put("/api/me/password", Map.of("present", PASSWORD, "wanted", wanted)), 422, "password-wrong");
        assertThat(admin.get("/api/people/careful").text()).doesNotContain(wanted, "argon2");
    }

    @Test
    void guessing_a_password_locks_the_account_until_an_administrator_unlocks_it() {
        var person = signedUp("guesser");
        for (int i = 0; i < 5; i++) {
            person.put("/api/me/password", Map.of("present", "guess " + i, "wanted", "another long one"));
        }
        isRefused(
                person.put("/api/me/password", Map.of("present", PASSWORD, "wanted", "another long one")),
                429,
                "password-locked");
        assertThat(admin.get("/api/people/guesser").text("/lockedUntil")).isNotEmpty();

        assertThat(admin.delete("/api/people/guesser/lock").status()).isEqualTo(204);

        assertThat(admin.get("/api/people/guesser").text("/lockedUntil")).isEmpty();
        assertThat(person.put("/api/me/password", Map.of("present", PASSWORD, "wanted", "another long one"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void departments_and_groups_are_made_and_renamed() {
        assertThat(admin.put("/api/departments/legal", names("法务", "Law")).status())
                .isEqualTo(204);
        assertThat(admin.put("/api/departments/legal", names("法务部", "Legal")).status())
                .isEqualTo(204);
        assertThat(admin.get("/api/departments").text()).contains("法务部").doesNotContain("Law\"");
        assertThat(admin.put("/api/groups/first-aiders", names("急救员", "First aiders"))
                        .status())
                .isEqualTo(204);
        assertThat(admin.get("/api/groups").text()).contains("First aiders");
        isRefused(admin.put("/api/groups/First%20Aiders", names("急救员", "First aiders")), 422, "slug-shape");
    }

    @Test
    void the_pages_of_administration_are_open_to_everyone_who_may_enter() {
        assumeThat(database).isEqualTo(TestDatabase.H2);
        for (var width : new int[] {1440, 390}) {
            var language = width == 390 ? "zh" : "en";
            var page = Browser.signedIn(server, "admin", language, width);
            for (var path : new String[] {
                "/admin/people?q=lxy",
                "/admin/people/employee",
                "/admin/people/new-person!",
                "/admin/departments",
                "/admin/desks",
                "/admin/desks/it",
                "/account"
            }) {
                page.navigate(server.url() + path);
                page.waitForSelector("#page h1");
                if (path.contains("q=")) {
                    page.waitForSelector(".people-list .person a");
                    assertThat(page.locator(".people-list").innerText()).contains("林小雨");
                }
                Browser.look(page, language + "-" + width + path.replaceAll("\\W+", "-"));
            }
            page.context().close();
        }
    }

    /** Somebody new with a password, and a program that acts for them. */
    private Rest signedUp(String login) {
        assertThat(admin.post("/api/people", newcomer(login)).status()).isEqualTo(201);
        assertThat(admin.put("/api/people/" + login + "/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(204);
        var token = server.anonymous()
                .send("POST", "/api/me/tokens", Map.of("label", "a test"), Map.of("Cookie", signIn(login)))
                .text("/token");
        return server.withToken(token);
    }

    /** Goes through the door as people do; gives back the cookie of the session. */
    private String signIn(String login) {
        var reply = server.anonymous()
                .send(
                        "POST",
                        "/signin",
                        "username=" + login + "&password=" + PASSWORD.replace(' ', '+'),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        var cookies = reply.raw().headers().allValues("Set-Cookie");
        assertThat(cookies).isNotEmpty();
        return cookies.getLast().split(";")[0];
    }

    private Rest.Reply put(String login, JsonNode body) {
        return admin.put("/api/people/" + login, body);
    }

    private static Map<String, Object> newcomer(String login) {
        return Map.of(
                "id",
                login,
                "name",
                "欧阳新人",
                "pinyin",
                "Ouyang Xin Ren",
                "mail",
                login + "@mapleford.example",
                "department",
                "sales",
                "manager",
                "approver",
                "groups",
                List.of("new-hires"));
    }

    private static Map<String, String> names(String zh, String en) {
        return Map.of("nameZh", zh, "nameEn", en);
    }

    private static JsonNode with(JsonNode body, String field, Object value) {
        ObjectNode changed = body.deepCopy();
        return changed.putPOJO(field, value);
    }

    private static List<String> ids(Rest.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return StreamSupport.stream(reply.body().at("/items").spliterator(), false)
                .map(it -> it.at("/id").asText())
                .toList();
    }

    private static void isRefused(Rest.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(reply.text("/type")).isEqualTo("urn:askwell:problem:" + code);
        assertThat(reply.text("/detail")).isNotBlank();
    }
}
