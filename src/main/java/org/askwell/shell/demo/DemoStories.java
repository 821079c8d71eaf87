package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askwell.ask.PinDraft;
import org.askwell.ask.PinService;
import org.askwell.common.Time;
import org.askwell.common.markdown.CodePoints;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.CommentService;
import org.askwell.knowledge.NewComment;
import org.askwell.knowledge.ReviewRule;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.SpaceService;
import org.askwell.notification.Notices;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.KnownProblemText;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;

/** What the stories of the sign-in page need besides three months of history: each of it is what people of the company did. */
@ApplicationScoped
class DemoStories {

    /** A question that a desk has pinned, and the first words and the last ones of the passage that answers it. */
    private record Pinned(String desk, String language, String question, String article, String from, String to) {}

    private static final PersonId DESK_OWNER = new PersonId("desk-owner");
    private static final PersonId ADMIN = new PersonId("admin");
    private static final PersonId EMPLOYEE = new PersonId("employee");
    private static final PersonId AGENT = new PersonId("it-agent");
    private static final String OFFICE = "chengdu";
    private static final int JOINED = 11;

    private static final List<Pinned> PINNED = List.of(
            new Pinned("it", "zh", "忘记密码怎么办？", "it/accounts-passwords", "忘记密码时，", "自己重置密码。"),
            new Pinned(
                    "it",
                    "en",
                    "I have forgotten my password. What now?",
                    "it/accounts-passwords",
                    "You can reset",
                    "on your phone."),
            new Pinned("hr", "zh", "每月几号发工资？", "hr/pay-day", "中国员工每月10日", "前一个工作日发放。"),
            new Pinned(
                    "hr",
                    "en",
                    "On which date is the salary paid?",
                    "hr/pay-day",
                    "Salary is paid",
                    "last working day before."),
            new Pinned("finance", "zh", "报销的截止时间是多久？", "finance/expense-claims", "报销须在票据日期后", "返回当天起算。"),
            new Pinned(
                    "finance",
                    "en",
                    "What is the deadline for a claim?",
                    "finance/expense-claims",
                    "Expense claims must",
                    "day of return."),
            new Pinned("administration", "zh", "访客来公司可以停车吗？", "administration/parking", "访客在上海、", "停车4小时内免费。"),
            new Pinned(
                    "administration",
                    "en",
                    "Can guests park at the office?",
                    "administration/parking",
                    "Visitors park free",
                    "Shenzhen and Munich."),
            new Pinned("crm", "zh", "退货时运费退不退？", "crm/refunds", "运费仅在", "未送达时退还。"),
            new Pinned(
                    "crm",
                    "en",
                    "What about the delivery fee when goods come back?",
                    "crm/refunds",
                    "The delivery fee",
                    "never delivered."));

    @Inject
    PinService pins;

    @Inject
    ArticleService articles;

    @Inject
    SpaceService spaces;

    @Inject
    ReviewService reviews;

    @Inject
    CommentService comments;

    @Inject
    TicketService tickets;

    @Inject
    KnownProblemService problems;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    /** Desks pin questions. Before the history, so that it counts how often they are asked. */
    void pin(Map<String, ArticleId> library) {
        for (var pinned : PINNED) {
            CurrentPerson.as(pinned.desk().equals("it") ? DESK_OWNER : ADMIN, () -> pin(pinned, library));
        }
    }

    private void pin(Pinned pinned, Map<String, ArticleId> library) {
        var article = article(library, pinned.article() + "." + pinned.language() + ".md");
        var page = articles.read(article, null);
        var markdown = page.text().markdown();
        int start = markdown.indexOf(pinned.from());
        int end = markdown.indexOf(pinned.to(), start) + pinned.to().length();
        boolean chinese = pinned.language().equals("zh");
        pins.pin(
                pinned.desk(),
                new PinDraft(
                        chinese ? pinned.question() : "",
                        chinese ? "" : pinned.question(),
                        article,
                        page.revision(),
                        CodePoints.of(markdown, start),
                        CodePoints.of(markdown, end),
                        null,
                        null,
                        null));
    }

    /** What has begun and is not at its end yet; nobody gets a mail of it. */
    void begin(List<PersonId> everyone, Map<String, ArticleId> library) {
        Notices.withoutMail(() -> {
            spaces.ask("finance", ReviewRule.FOUR_EYES);
            CurrentPerson.as(new PersonId("finance-agent"), () -> {
                raiseHotelLimit(
                        article(library, "finance/travel-expenses.en.md"),
                        "| RMB 650 |",
                        "| RMB 700 |",
                        "Hotel limit 2027",
                        "From January the hotel limit in tier 1 cities is RMB 700. The board agreed on 12 November.");
                raiseHotelLimit(
                        article(library, "finance/travel-expenses.zh.md"),
                        "| 650元 |",
                        "| 700元 |",
                        "2027 年酒店限额",
                        "一月起一线城市的酒店限额为 700 元，管理层 11 月 12 日已同意。");
            });
            CurrentPerson.as(
                    EMPLOYEE,
                    () -> comment(
                            article(library, "administration/parking.zh.md"),
                            "停放期间车辆受损，枫渡不承担责任。",
                            NewComment.of("被搬运公司的推车刮到也不管吗？上周有同事遇到。", null)));
            CurrentPerson.as(
                    new PersonId("finance-agent"),
                    () -> comment(
                            article(library, "administration/parking.en.md"),
                            "in the courtyard in Munich",
                            NewComment.of(
                                    "The courtyard is a building site until March.",
                                    "in the bicycle cellar in Munich")));
        });
        Notices.quietly(() -> breakWifi(everyone));
    }

    /** A change that waits for a colleague's eyes. */
    private void raiseHotelLimit(ArticleId article, String limit, String raised, String note, String reason) {
        var now = articles.read(article, null);
        var text = ArticleText.of(
                now.text().title(),
                now.text().markdown().replace(limit, raised),
                now.text().wordings());
        reviews.handIn(article, articles.saveDraft(article, now.revision(), text, note), reason);
    }

    private void comment(ArticleId article, String passage, NewComment said) {
        var page = articles.read(article, null);
        var markdown = page.text().markdown();
        int start = markdown.indexOf(passage);
        comments.add(
                article,
                page.revision(),
                CodePoints.of(markdown, start),
                CodePoints.of(markdown, start + passage.length()),
                said);
    }

    /** In one office many have the same: an agent says so of the first ticket, others join; who tries it has not yet. */
    private void breakWifi(List<PersonId> everyone) {
        var there = everyone.stream()
                .filter(it -> OFFICE.equals(people.profile(it).office()) && !it.equals(EMPLOYEE))
                .limit(1 + JOINED)
                .toList();
        var began = clock.instant().minus(Duration.ofHours(5));
        var number = Time.at(
                began,
                () -> CurrentPerson.as(
                        there.getFirst(),
                        () -> tickets.open(NewTicket.of("成都办公室无线网络总是断线", "从今天开始，六楼的无线网络每隔几分钟断一次，视频会议开不成。", "it"))
                                .number()));
        as(began.plus(Duration.ofMinutes(25)), AGENT, () -> mark(number));
        for (int i = 1; i < there.size(); i++) {
            as(began.plus(Duration.ofMinutes(30 + 20L * i)), there.get(i), () -> problems.join(number));
        }
    }

    private void mark(TicketNumber number) {
        tickets.take(number);
        tickets.reply(number, "收到，成都的接入点正在排查。", List.of());
        problems.mark(
                number,
                new KnownProblemText(
                        "成都办公室无线网络断线",
                        "Wi-Fi drops in the Chengdu office",
                        "接入点正在排查。需要稳定网络时，请先用六楼会议室的网线。",
                        "We are looking at the access points. Where you need a steady line, use the cables in the meeting"
                                + " rooms on the sixth floor.",
                        clock.instant().plus(Duration.ofDays(120))));
    }

    private static ArticleId article(Map<String, ArticleId> library, String file) {
        return Objects.requireNonNull(library.get(file), file);
    }

    private static void as(Instant then, PersonId who, Runnable something) {
        Time.at(
                then,
                () -> CurrentPerson.as(who, () -> {
                    something.run();
                    return Boolean.TRUE;
                }));
    }
}
