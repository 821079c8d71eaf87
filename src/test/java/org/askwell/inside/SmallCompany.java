package org.askwell.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketService;

/**
 * One desk, one space, an administrator, an agent, and sixty of everything that stands in lists.
 *
 * <p>Moves in once, whichever test asks first.
 */
@ApplicationScoped
public class SmallCompany {

    public static final PersonId ADMIN = new PersonId("ada");
    public static final PersonId AGENT = new PersonId("wang.hai");
    public static final PersonId EMPLOYEE = new PersonId("lin.xiaoyu");
    public static final String DESK = "it";
    public static final String INTAKE = "it-intake";
    public static final String SPACE = "handbook";
    public static final int MANY = 60;

    @Inject
    PeopleService people;

    @Inject
    DeskService desks;

    @Inject
    SpaceService spaces;

    @Inject
    ArticleService articles;

    @Inject
    TicketService tickets;

    public synchronized void moveIn() {
        if (!people.isEmpty()) {
            return;
        }
        people.setUp(ADMIN, Profile.named("Ada", "en"));
        CurrentPerson.as(ADMIN, () -> {
            people.put(AGENT, Profile.named("王海", "zh"));
            people.put(EMPLOYEE, Profile.named("林小雨", "zh"));
            for (int i = 0; i < MANY; i++) {
                people.put(new PersonId("colleague" + i), Profile.named("Colleague " + i, "en"));
            }
            desks.open(new DeskProfile(
                    DESK,
                    "IT",
                    "信息技术",
                    "IT",
                    "",
                    "",
                    INTAKE,
                    List.of(),
                    BusinessHours.always(ZoneId.of("Asia/Shanghai")),
                    DeskProfile.CLOSE_AFTER));
            desks.addQueue(DESK, "it-hardware", "硬件", "Hardware");
            people.grant(AGENT, Role.AGENT, DESK);
            spaces.create(SPACE, SpaceSettings.of("手册", "Handbook", "", "", List.of("everyone")));
            for (int i = 0; i < MANY; i++) {
                var text = ArticleText.of("Printer " + i, "# Printer " + i + "\n\nIt eats paper.\n", List.of());
                articles.publish(articles.create(NewArticle.of(SPACE, "en", text)), null);
            }
        });
        CurrentPerson.as(EMPLOYEE, () -> {
            for (int i = 0; i < MANY; i++) {
                tickets.open(NewTicket.of("The printer eats paper", "Sheet " + i, DESK));
            }
        });
    }
}
