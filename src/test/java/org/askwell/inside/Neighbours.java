package org.askwell.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.askwell.search.SearchService;
import org.awaitility.Awaitility;

/**
 * Beside the {@link SmallCompany}: a second desk with its own agent, a colleague of the first one's agent, somebody who
 * reads English, a rule that tells the desks apart, and articles that answer a question in either language.
 */
@ApplicationScoped
public class Neighbours {

    public static final String HR = "hr";
    public static final PersonId HR_AGENT = new PersonId("zhou.min");
    /** Works beside {@link SmallCompany#AGENT}, and reads English. */
    public static final PersonId SECOND_AGENT = new PersonId("tom.baker");

    public static final PersonId ENGLISH_EMPLOYEE = new PersonId("jane.miller");

    public static final String QUESTION_ZH = "差旅住宿一晚最多报销多少钱？";
    public static final String PROOF_ZH = "出差住宿每晚最多报销 450 元";
    public static final String QUESTION_EN = "How much is reimbursed for a hotel night?";
    public static final String PROOF_EN = "A hotel night is reimbursed up to 450 yuan";

    @Inject
    SmallCompany company;

    @Inject
    PeopleService people;

    @Inject
    DeskService desks;

    @Inject
    ArticleService articles;

    @Inject
    RoutingService routing;

    @Inject
    SearchService search;

    public synchronized void moveIn() {
        company.moveIn();
        if (CurrentPerson.as(SmallCompany.ADMIN, () -> people.find(HR_AGENT)).isPresent()) {
            return;
        }
        CurrentPerson.as(SmallCompany.ADMIN, () -> {
            people.put(HR_AGENT, Profile.named("周敏", "zh"));
            people.put(SECOND_AGENT, Profile.named("Tom Baker", "en"));
            people.put(ENGLISH_EMPLOYEE, Profile.named("Jane Miller", "en"));
            desks.open(desk(HR, "HR", "人力资源", "Human resources", "hr-intake"));
            desks.change(desk(SmallCompany.DESK, "IT", "信息技术", "IT", SmallCompany.INTAKE));
            people.grant(HR_AGENT, Role.AGENT, HR);
            people.grant(SECOND_AGENT, Role.AGENT, SmallCompany.DESK);
            people.grant(SmallCompany.AGENT, Role.CURATOR, SmallCompany.SPACE);
            routing.save(
                    null,
                    null,
                    List.of(RoutingRule.of(
                            "Payslips are for human resources",
                            Condition.test(Field.TEXT, Operator.MENTIONS, "工资条", "payslip"),
                            RuleAction.toDesk(HR))));
            write("zh", "差旅报销", "# 差旅报销\n\n## 住宿\n\n" + PROOF_ZH + "。超出部分由本人承担。\n", QUESTION_ZH);
            write("en", "Travel", "# Travel\n\n## Hotels\n\n" + PROOF_EN + ". You pay what is above.\n", QUESTION_EN);
        });
        Awaitility.await("the articles can be found")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> search.progress().pages() >= SmallCompany.MANY + 2);
    }

    private void write(String language, String title, String markdown, String question) {
        var text = ArticleText.of(title, markdown, List.of(question));
        articles.publish(articles.create(NewArticle.of(SmallCompany.SPACE, language, text)), null);
    }

    private static DeskProfile desk(String slug, String prefix, String nameZh, String nameEn, String intake) {
        return new DeskProfile(
                slug,
                prefix,
                nameZh,
                nameEn,
                "",
                "",
                intake,
                List.of(SmallCompany.SPACE),
                BusinessHours.always(ZoneId.of("Asia/Shanghai")),
                DeskProfile.CLOSE_AFTER);
    }
}
