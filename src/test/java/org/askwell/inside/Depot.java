package org.askwell.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.Category;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.OwnField;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Role;

/**
 * A desk that wants to know much: categories on two levels, an order number without which nobody can ask, and a shop
 * without which nothing is resolved; and a yard, of which nobody has yet said what it wants to know.
 */
@ApplicationScoped
public class Depot {

    public static final String DESK = "depot";
    public static final String YARD = "yard";
    public static final PersonId AGENT = new PersonId("colleague3");
    public static final PersonId OWNER = new PersonId("colleague4");

    @Inject
    Neighbours neighbours;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    PeopleService people;

    public synchronized void moveIn() {
        neighbours.moveIn();
        if (CurrentPerson.as(SmallCompany.ADMIN, () -> desks.find(DESK)).isPresent()) {
            return;
        }
        CurrentPerson.as(SmallCompany.ADMIN, () -> {
            open(DESK, "DEP", "仓库", "Depot");
            open(YARD, "YAR", "堆场", "Yard");
            people.grant(AGENT, Role.AGENT, DESK);
            people.grant(OWNER, Role.DESK_OWNER, YARD);
            schemas.put(DESK, new Category("orders", null, "订单", "Orders", false));
            schemas.put(DESK, new Category("refund", "orders", "退款", "Refund", false));
            schemas.put(DESK, new Category("members", null, "会员", "Members", false));
            schemas.put(DESK, field("orderNumber", "订单号", "Order number", OwnField.FieldType.TEXT, true, false));
            schemas.put(DESK, field("due", "期限", "Due", OwnField.FieldType.DATE, false, false));
            schemas.put(
                    DESK,
                    new OwnField(
                            "amount",
                            "金额",
                            "Amount",
                            OwnField.FieldType.NUMBER,
                            List.of(),
                            OwnField.FilledBy.AGENT,
                            false,
                            false,
                            "",
                            "",
                            false));
            schemas.put(DESK, field("shop", "门店", "Shop", OwnField.FieldType.CHOICE, false, true));
        });
    }

    private void open(String slug, String prefix, String zh, String en) {
        desks.open(new DeskProfile(
                slug,
                prefix,
                zh,
                en,
                "",
                "",
                slug + "-intake",
                List.of(),
                BusinessHours.always(ZoneId.of("Asia/Shanghai")),
                DeskProfile.CLOSE_AFTER));
    }

    private static OwnField field(
            String key, String zh, String en, OwnField.FieldType kind, boolean toFile, boolean toResolve) {
        return new OwnField(
                key,
                zh,
                en,
                kind,
                List.of(OwnField.Choice.parse("munich | 慕尼黑店 | Munich"), OwnField.Choice.parse("online | 网店 | Online")),
                OwnField.FilledBy.EMPLOYEE,
                toFile,
                toResolve,
                "",
                "",
                false);
    }
}
