package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.askwell.ask.Answer;
import org.askwell.ask.AskService;
import org.askwell.common.Settings;
import org.askwell.common.Time;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.notification.Notices;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.search.SearchService;
import org.askwell.shell.MovingIn;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;

/**
 * The last three months of the demo company, lived through day by day with a wound clock.
 *
 * <p>Everybody asks, opens, answers and resolves through the services that real work uses, so that every number a page
 * shows is computed from the same kind of rows.
 */
@ApplicationScoped
class DemoHistory {

    private static final int DAYS = 90;
    private static final int QUESTIONS_A_DAY = 7;
    private static final int TICKETS_A_DAY = 5;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Matter(String desk, String language, String subject, String text, String reply, String resolution) {}

    /** Who answers at a desk. */
    private static final Map<String, List<String>> AGENTS = Map.of(
            "it", List.of("it-agent", "it-agent", "desk-owner"),
            "hr", List.of("hr-agent"),
            "finance", List.of("finance-agent"),
            "administration", List.of("curator"),
            "crm", List.of("curator"));

    @Inject
    AskService asking;

    @Inject
    TicketService tickets;

    @Inject
    ReadableArticles articles;

    @Inject
    PeopleService people;

    @Inject
    SearchService search;

    @Inject
    Clock clock;

    private static final class Day {
        private final Random random;
        private final LocalDate date;
        private final boolean isLast;

        Day(Random random, LocalDate date, boolean isLast) {
            this.random = random;
            this.date = date;
            this.isLast = isLast;
        }

        Instant at() {
            return date.atTime(LocalTime.of(9, 0).plusMinutes(random.nextInt(60 * 8)))
                    .atZone(ZONE)
                    .toInstant();
        }
    }

    void liveThrough(List<PersonId> everyone, int published, MovingIn progress) {
        int days = Settings.text("ASKWELL_DEMO_DAYS").map(Integer::parseInt).orElse(DAYS);
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var random = new Random(318);
        var matters = matters();
        var wordings = wordings();
        awaitIndex(published, progress);
        for (int back = days; back >= 1; back--) {
            progress.report("shell.moving.history", days - back + 1, days);
            var date = today.minusDays(back);
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            var day = new Day(random, date, back <= 2);
            Runnable living = () -> live(day, everyone, matters, wordings);
            if (day.isLast) {
                Notices.withoutMail(living);
            } else {
                Notices.quietly(living);
            }
        }
    }

    private void live(Day day, List<PersonId> everyone, List<Matter> matters, List<String> wordings) {
        for (int i = 0; i < QUESTIONS_A_DAY; i++) {
            ask(day, everyone.get(day.random.nextInt(everyone.size())), wordings);
        }
        for (int i = 0; i < TICKETS_A_DAY; i++) {
            open(
                    day,
                    everyone.get(day.random.nextInt(everyone.size())),
                    matters.get(day.random.nextInt(matters.size())));
        }
    }

    private void ask(Day day, PersonId asker, List<String> wordings) {
        var text = wordings.get(day.random.nextInt(wordings.size()));
        boolean says = day.random.nextInt(3) == 0;
        boolean solved = day.random.nextInt(6) != 0;
        at(day.at(), asker, () -> {
            var question = asking.ask(text, null, null);
            if (says && question.outcome() == Answer.Outcome.ANSWERED) {
                asking.rate(question.name(), solved, null);
            }
            return question;
        });
    }

    private void open(Day day, PersonId requester, Matter matter) {
        var opened = day.at();
        var agents = Objects.requireNonNull(AGENTS.get(matter.desk()));
        var agent = new PersonId(agents.get(day.random.nextInt(agents.size())));
        if (requester.equals(agent)) {
            return;
        }
        var number = at(
                opened,
                requester,
                () -> tickets.open(NewTicket.of(matter.subject(), matter.text(), matter.desk()))
                        .number());
        int fate = day.random.nextInt(100);
        if (day.isLast && fate < 60) {
            return;
        }
        var answered = opened.plus(Duration.ofMinutes(6 + day.random.nextInt(180)));
        if (answered.isAfter(clock.instant())) {
            return;
        }
        as(answered, agent, () -> {
            tickets.take(number);
            tickets.reply(number, matter.reply(), List.of());
        });
        var ended = answered.plus(Duration.ofMinutes(30 + day.random.nextInt(60 * 30)));
        if (fate < 4 || ended.isAfter(clock.instant())) {
            return;
        }
        as(ended, agent, () -> tickets.resolve(number, matter.resolution()));
        end(number, requester, ended.plus(Duration.ofHours(2)), fate);
    }

    private void end(TicketNumber number, PersonId requester, Instant at, int fate) {
        if (at.isAfter(clock.instant())) {
            return;
        }
        if (fate < 60) {
            as(at, requester, () -> tickets.confirmSolved(number));
        } else if (fate < 65) {
            as(at, requester, () -> tickets.reopen(number, ""));
        }
    }

    private static <T> T at(Instant then, PersonId who, Supplier<T> something) {
        return Time.at(then, () -> CurrentPerson.as(who, something));
    }

    private static void as(Instant then, PersonId who, Runnable something) {
        at(then, who, () -> {
            something.run();
            return Boolean.TRUE;
        });
    }

    /** What the articles say people ask; answers are found for most of them, as in life. */
    private List<String> wordings() {
        var texts = new ArrayList<String>();
        for (var row : articles.newest(200)) {
            articles.wordings(List.of(row.id()), row.language()).forEach(it -> texts.add(it.wording()));
        }
        matters().forEach(it -> texts.add(it.subject()));
        return texts;
    }

    private void awaitIndex(int published, MovingIn progress) {
        var until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        for (var now = search.progress();
                now.rebuilding() || now.pages() < published || now.withoutVectors() > 0 && Settings.embeddingsOn();
                now = search.progress()) {
            progress.report("shell.moving.index", now.pages() - now.withoutVectors(), Math.max(published, now.pages()));
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The index did not come up in time");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static List<Matter> matters() {
        try (var in = Objects.requireNonNull(DemoHistory.class.getResourceAsStream("/demo/tickets.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(it -> new Matter(it[0], it[1], it[2], it[3], it[4], it[5]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
