package org.askwell.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.askwell.house.Cable;
import org.askwell.house.Rest;
import org.askwell.house.Server;
import org.askwell.house.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People are told in the inbox and by mail, also while the mail server is away, and after the portal was killed. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static GreenMail post;
    private static Cable cable;
    private static Server server;

    @Parameter
    TestDatabase database;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        cable = new Cable(post.getSmtp().getPort());
        server = Server.start(
                database,
                Map.of(
                        "ASKWELL_MODE", "demo",
                        "ASKWELL_DEMO_DAYS", "0",
                        "ASKWELL_EMBEDDINGS", "off",
                        "ASKWELL_BASE_URL", "https://help.example.com",
                        "ASKWELL_MAIL_HOST", "127.0.0.1",
                        "ASKWELL_MAIL_PORT", String.valueOf(cable.port()),
                        "ASKWELL_MAIL_SECURITY", "none",
                        "ASKWELL_MAIL_FROM", "askwell@example.com"));
    }

    @AfterParameterizedClassInvocation
    static void close() throws Exception {
        server.close();
        cable.close();
        post.stop();
    }

    @BeforeEach
    void plug() {
        cable.plug();
    }

    @AfterEach
    void empty() throws Exception {
        Awaitility.await().atMost(PATIENCE).until(() -> mails("QUEUED").isEmpty());
        post.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_reply_stands_in_the_inbox_and_goes_out_as_a_mail_in_the_readers_language() throws Exception {
        var employee = server.as("employee");
        var agent = server.as("it-agent");
        var number = opened("The printer <eats> paper");

        agent.post(
                "/api/tickets/" + number + "/messages",
                Map.of("text", "Open the **rear** door.", "visibility", "PUBLIC"));
        agent.post(
                "/api/tickets/" + number + "/messages", Map.of("text", "Old model, secret.", "visibility", "INTERNAL"));

        var line = about(employee, number).getFirst();
        assertThat(line.get("sentence")).contains("王海").contains("The printer <eats> paper");
        assertThat(line.get("excerpt")).isEqualTo("Open the **rear** door.");
        assertThat(line.get("state")).isEqualTo("UNREAD");
        assertThat(line.get("url")).isEqualTo("https://help.example.com/tickets/" + number);
        assertThat(about(employee, number)).hasSize(1);

        var mail = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> received(number), it -> it.size() == 1)
                .getFirst();
        assertThat(mail.getSubject()).isEqualTo(number + " The printer <eats> paper");
        assertThat(mail.getHeader("In-Reply-To")[0])
                .isEqualTo("<" + number.toLowerCase() + ".askwell@help.example.com>");
        assertThat(mail.getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
        assertThat(mail.getHeader("Message-ID")[0]).matches("<m-\\d+\\.askwell@help\\.example\\.com>");
        assertThat(part(mail, 0))
                .contains("> Open the **rear** door.")
                .contains("https://help.example.com/tickets/" + number);
        assertThat(part(mail, 0)).contains("因为这是你的问题");
        assertThat(part(mail, 1))
                .contains("<strong>rear</strong>")
                .contains("The printer &lt;eats&gt; paper")
                .doesNotContain("secret");

        assertThat(agent.put("/api/notifications/" + line.get("id") + "/read", Map.of())
                        .status())
                .isEqualTo(404);
        var before =
                employee.get("/api/notifications/badge").body().at("/waiting").asInt();
        assertThat(employee.put("/api/notifications/" + line.get("id") + "/read", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(employee.get("/api/notifications/badge")
                        .body()
                        .at("/waiting")
                        .asInt())
                .isEqualTo(before - 1);
        assertThat(about(employee, number)).isEmpty();
    }

    @Test
    void who_brought_it_about_is_not_told_and_who_wants_no_mail_gets_none() throws Exception {
        var agent = server.as("it-agent");
        var choice = agent.put("/api/notifications/choices/ticket-reply", Map.of("inbox", true, "mail", false));
        assertThat(choice.status()).isEqualTo(204);
        var number = opened("The scanner sleeps");
        agent.put("/api/tickets/" + number + "/assignee", Map.of("person", "it-agent"));

        server.as("employee")
                .post("/api/tickets/" + number + "/messages", Map.of("text", "It woke up.", "visibility", "PUBLIC"));

        assertThat(about(agent, number)).extracting(it -> it.get("kind")).containsExactly("ticket-reply", "ticket-new");
        assertThat(about(server.as("employee"), number)).isEmpty();
        assertThat(ledger(number)).isEmpty();
        assertThat(about(server.as("hr-agent"), number)).isEmpty();
        agent.put("/api/notifications/choices/ticket-reply", Map.of("inbox", true, "mail", true));
    }

    @Test
    void while_the_mail_server_is_away_mails_wait_and_leave_once_when_it_is_back() throws Exception {
        cable.pull();
        var number = opened("The beamer hums");
        server.as("it-agent").put("/api/tickets/" + number + "/resolution", Map.of("text", "The fan was dusty."));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.as("admin").get("/api/mails/way").text("/reason"), it -> !it.isEmpty());
        assertThat(ledger(number)).extracting(it -> it.get("state")).containsExactly("QUEUED");

        cable.plug();

        Awaitility.await().atMost(PATIENCE).until(() -> received(number).size() == 1);
        Awaitility.await().until(() -> ledger(number).getFirst().get("state").equals("SENT"));
        assertThat(received(number)).hasSize(1);
    }

    @Test
    void a_mail_that_was_being_handed_over_when_the_portal_was_killed_is_doubtful_and_goes_again_only_by_hand()
            throws Exception {
        var first = opened("The lamp flickers");
        var second = opened("The chair squeaks");
        var there = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        post.getUserManager().setMessageDeliveryHandler((message, address) -> {
            there.countDown();
            try {
                answer.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return receiver(address);
        });
        for (var number : List.of(first, second)) {
            server.as("it-agent").put("/api/tickets/" + number + "/resolution", Map.of("text", "Done."));
        }
        assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        answer.countDown();
        post.getUserManager().setMessageDeliveryHandler((message, address) -> receiver(address));
        server.up();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ledger(second).getFirst().get("state").equals("SENT"));
        assertThat(ledger(first)).extracting(it -> it.get("state")).containsExactly("DOUBTFUL");

        var doubtful = ledger(first).getFirst().get("id");
        assertThat(server.as("it-agent")
                        .send("POST", "/api/mails/" + doubtful + "/attempts", Map.of(), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(server.as("admin")
                        .send("POST", "/api/mails/" + doubtful + "/attempts", Map.of(), Map.of())
                        .status())
                .isEqualTo(204);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ledger(first).getFirst().get("state").equals("SENT"));
        assertThat(server.as("admin")
                        .send("POST", "/api/mails/" + doubtful + "/attempts", Map.of(), Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_may_not_be_read_any_more_is_neither_in_the_inbox_nor_mailed() throws Exception {
        var admin = server.as("admin");
        var number = opened("The safe is open");
        assertThat(about(server.as("it-agent"), number)).hasSize(1);

        admin.delete("/api/people/it-agent/roles/AGENT/it");
        try {
            assertThat(about(server.as("it-agent"), number)).isEmpty();
        } finally {
            admin.put("/api/people/it-agent/roles/AGENT/it", null);
        }
        assertThat(about(server.as("it-agent"), number)).hasSize(1);
    }

    private static GreenMailUser receiver(MailAddress address) throws UserException {
        var users = post.getUserManager();
        var known = users.getUserByEmail(address.getEmail());
        return known == null ? users.createUser(address.getEmail(), address.getEmail(), "any") : known;
    }

    private String opened(String subject) {
        return server.as("employee")
                .post("/api/tickets", Map.of("subject", subject, "text", "It began today.", "desk", "it"))
                .text("/number");
    }

    private static List<Map<String, String>> about(Rest person, String number) {
        return lines(person.get("/api/notifications?limit=200"), number);
    }

    private List<Map<String, String>> ledger(String number) {
        return lines(server.as("admin").get("/api/mails?limit=200"), number);
    }

    private List<Map<String, String>> mails(String state) {
        return lines(server.as("admin").get("/api/mails?limit=200&state=" + state), null);
    }

    private static List<Map<String, String>> lines(Rest.Reply reply, String number) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var lines = new ArrayList<Map<String, String>>();
        reply.body().at("/items").forEach(item -> {
            var line = new HashMap<String, String>();
            item.fields()
                    .forEachRemaining(
                            field -> line.put(field.getKey(), field.getValue().asText()));
            if (number == null || number.equals(line.get("about"))) {
                lines.add(line);
            }
        });
        return lines;
    }

    private List<MimeMessage> received(String number) {
        return Arrays.stream(post.getReceivedMessages())
                .filter(it -> {
                    try {
                        return it.getSubject().startsWith(number + " ");
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
        return (String) part.getContent();
    }
}
