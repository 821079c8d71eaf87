package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.askwell.ask.Answer;
import org.askwell.ask.AskService;
import org.askwell.ask.Shortcoming;
import org.askwell.common.Settings;
import org.askwell.common.Time;
import org.askwell.knowledge.ArticleRow;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.ReadableArticles.ArticleWording;
import org.askwell.notification.Notices;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.search.SearchService;
import org.askwell.shell.MovingIn;
import org.askwell.shell.demo.DemoWords.Matter;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketEnding;
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

    /** In ninety days some nine thousand questions and three thousand tickets. */
    private static final int QUESTIONS_A_DAY = 140;

    private static final int TICKETS_A_DAY = 47;

    /** Of a hundred questions, so many are about what no article knows. */
    private static final int IN_VAIN = 14;

    private static final int OPEN_MINUTES = 60 * 8;
    private static final int ALL = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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
    DemoFields fields;

    @Inject
    ReadableArticles articles;

    @Inject
    PeopleService people;

    @Inject
    SearchService search;

    @Inject
    Clock clock;

    @Inject
    TicketEnding ending;

    /** Somebody of whom it is known which language he writes. */
    private record Speaker(PersonId id, String language) {}

    private record Cast(List<Speaker> everyone, Map<String, List<String>> wordings, DemoWords words) {}

    /** @param isLast whether most of what is opened on it is still open today */
    private record Day(Random random, LocalDate date, boolean isLast) {

        Instant at(int minute) {
            return date.atTime(LocalTime.of(9, 0).plusMinutes(minute))
                    .atZone(ZONE)
                    .toInstant();
        }

        Instant evening() {
            return date.atTime(22, 0).atZone(ZONE).toInstant();
        }
    }

    void liveThrough(List<PersonId> everyone, int published, MovingIn progress) {
        int days = Settings.text("ASKWELL_DEMO_DAYS").map(Integer::parseInt).orElse(DAYS);
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var random = new Random(318);
        awaitIndex(published, progress);
        var cast = new Cast(
                everyone.stream()
                        .map(it -> new Speaker(it, people.profile(it).language()))
                        .toList(),
                wordings(),
                new DemoWords());
        for (int back = days; back >= 1; back--) {
            progress.report("shell.moving.history", days - back + 1, days);
            var date = today.minusDays(back);
            var day = new Day(random, date, back <= 2);
            if (day.isLast()) {
                Notices.withoutMail(() -> live(day, cast));
            } else {
                Notices.quietly(() -> live(day, cast));
            }
        }
    }

    private void live(Day day, Cast cast) {
        if (day.date().getDayOfWeek() != DayOfWeek.SATURDAY && day.date().getDayOfWeek() != DayOfWeek.SUNDAY) {
            day.random()
                    .ints(QUESTIONS_A_DAY + TICKETS_A_DAY, 0, OPEN_MINUTES)
                    .sorted()
                    .forEach(minute -> act(day, minute, cast));
        }
        Time.at(day.evening(), () -> {
            ending.toRemind(ALL).forEach(ending::remind);
            ending.toClose(ALL).forEach(ending::close);
            return Boolean.TRUE;
        });
    }

    private void act(Day day, int minute, Cast cast) {
        var speaker = cast.everyone().get(day.random().nextInt(cast.everyone().size()));
        if (day.random().nextInt(QUESTIONS_A_DAY + TICKETS_A_DAY) < QUESTIONS_A_DAY) {
            ask(day, day.at(minute), speaker, cast);
        } else {
            open(day, day.at(minute), speaker.id(), cast.words().matter(day.random(), speaker.language()));
        }
    }

    private void ask(Day day, Instant then, Speaker asker, Cast cast) {
        var random = day.random();
        var known = Objects.requireNonNull(cast.wordings().get(asker.language()));
        var text = random.nextInt(100) < IN_VAIN
                ? cast.words().unanswered(random, asker.language())
                : known.get(random.nextInt(known.size()));
        boolean says = random.nextInt(3) == 0;
        boolean solved = random.nextInt(9) != 0;
        var shortcoming = Shortcoming.values()[random.nextInt(Shortcoming.values().length)];
        at(then, asker.id(), () -> {
            var question = asking.ask(text, null, null);
            if (says && question.outcome() == Answer.Outcome.ANSWERED) {
                asking.rate(question.name(), solved, solved ? null : shortcoming, null);
            }
            return question;
        });
    }

    private void open(Day day, Instant opened, PersonId requester, Matter matter) {
        var agents = Objects.requireNonNull(AGENTS.get(matter.desk()));
        var agent = new PersonId(agents.get(day.random().nextInt(agents.size())));
        if (requester.equals(agent)) {
            return;
        }
        // Its own dice, so that everything else falls as it would without them.
        var known = new Random(opened.hashCode());
        var words = fields.filed(NewTicket.of(matter.subject(), matter.text(), matter.desk()), day.date(), known);
        var number = at(opened, requester, () -> tickets.open(words).number());
        int fate = day.random().nextInt(100);
        if (day.isLast() && fate < 60) {
            return;
        }
        var answered = opened.plus(Duration.ofMinutes(6 + day.random().nextInt(180)));
        if (answered.isAfter(clock.instant())) {
            return;
        }
        as(answered, agent, () -> {
            tickets.take(number);
            fields.sorted(number, matter.desk(), matter.subject(), known);
            tickets.reply(number, matter.reply(), List.of());
        });
        var ended = answered.plus(Duration.ofMinutes(30 + day.random().nextInt(60 * 30)));
        if (ended.isAfter(clock.instant())) {
            return;
        }
        as(ended, agent, () -> tickets.resolve(number, matter.resolution()));
        end(number, requester, agent, matter, ended, fate);
    }

    /** Most say that it is solved, some say how well, a few reopen; about the rest nobody says anything. */
    private void end(TicketNumber number, PersonId requester, PersonId agent, Matter matter, Instant ended, int fate) {
        var said = ended.plus(Duration.ofHours(2));
        var again = said.plus(Duration.ofHours(3));
        if (again.isAfter(clock.instant())) {
            return;
        }
        if (fate < 55) {
            as(said, requester, () -> {
                tickets.confirmSolved(number);
                if (fate < 30) {
                    tickets.rate(number, fate != 7, null);
                }
            });
        } else if (fate < 61) {
            as(said, requester, () -> tickets.reopen(number, matter.stillWrong()));
            as(again, agent, () -> tickets.resolve(number, matter.resolution()));
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

    /** What the articles say people ask, by language. */
    private Map<String, List<String>> wordings() {
        return Map.of("zh", wordings("zh"), "en", wordings("en"));
    }

    private List<String> wordings(String language) {
        return CurrentPerson.as(
                new PersonId(language.equals("zh") ? "employee" : "curator"),
                () -> articles
                        .wordings(
                                articles.newest(ALL).stream()
                                        .map(ArticleRow::id)
                                        .toList(),
                                language)
                        .stream()
                        .map(ArticleWording::wording)
                        .toList());
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
}
