package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.OwnField;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketFields;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** What the IT and the CRM desk of the demo company want to know of their tickets, and what is known of past ones. */
@ApplicationScoped
class DemoFields {

    private static final String IT = "it";
    private static final String CRM = "crm";

    private static final List<Category> IT_CATEGORIES = List.of(
            new Category("accounts", null, "账号与权限", "Accounts and access", false),
            new Category("password", "accounts", "密码", "Password", false),
            new Category("two-step", "accounts", "双重验证", "Two-step sign-in", false),
            new Category("permissions", "accounts", "共享与权限", "Shared folders and rights", false),
            new Category("hardware", null, "硬件", "Hardware", false),
            new Category("computer", "hardware", "电脑", "Computer", false),
            new Category("printer", "hardware", "打印机", "Printer", false),
            new Category("meeting-room", "hardware", "会议室设备", "Meeting room", false),
            new Category("network", null, "网络", "Network", false),
            new Category("vpn", "network", "VPN", "VPN", false),
            new Category("wifi", "network", "无线网络", "Wi-Fi", false),
            new Category("software", null, "软件", "Software", false),
            new Category("mail", "software", "邮件与日历", "Mail and calendar", false));

    private static final List<Category> CRM_CATEGORIES = List.of(
            new Category("orders", null, "订单", "Orders", false),
            new Category("refund", "orders", "退款", "Refund", false),
            new Category("delivery", "orders", "发货", "Delivery", false),
            new Category("members", null, "会员", "Members", false),
            new Category("level", "members", "会员等级", "Member level", false),
            new Category("coupon", "members", "优惠券", "Coupon", false));

    /** Which words of a subject tell the category, and that no other has them. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("打印机", "printer"),
            Map.entry("printer", "printer"),
            Map.entry("vpn", "vpn"),
            Map.entry("电脑", "computer"),
            Map.entry("laptop", "computer"),
            Map.entry("共享盘", "permissions"),
            Map.entry("投屏", "meeting-room"),
            Map.entry("calendar", "mail"),
            Map.entry("two-step", "two-step"),
            Map.entry("密码", "password"),
            Map.entry("password", "password"),
            Map.entry("退款", "refund"),
            Map.entry("refund", "refund"),
            Map.entry("会员等级", "level"),
            Map.entry("优惠券", "coupon"),
            Map.entry("coupon", "coupon"));

    private static final List<String> SHOPS = List.of("shanghai", "chengdu", "munich", "online");

    @Inject
    DeskSchemas schemas;

    @Inject
    TicketFields fields;

    void moveIn() {
        IT_CATEGORIES.forEach(it -> schemas.put(IT, it));
        CRM_CATEGORIES.forEach(it -> schemas.put(CRM, it));
        schemas.put(
                IT,
                field(
                        "assetTag",
                        "资产编号",
                        "Asset tag",
                        OwnField.FieldType.TEXT,
                        OwnField.FilledBy.EMPLOYEE,
                        "贴在设备背面，例如 MH-20417",
                        "On the back of the device, such as MH-20417"));
        schemas.put(
                IT,
                field("neededBy", "希望完成日期", "Needed by", OwnField.FieldType.DATE, OwnField.FilledBy.EMPLOYEE, "", ""));
        schemas.put(
                IT,
                choice(
                        "impact",
                        "影响范围",
                        "Impact",
                        OwnField.FilledBy.AGENT,
                        false,
                        "one | 一个人 | One person",
                        "team | 一个团队 | A team",
                        "office | 整个办公室 | A whole office"));
        schemas.put(
                CRM,
                field(
                        "orderNumber",
                        "订单号",
                        "Order number",
                        OwnField.FieldType.TEXT,
                        OwnField.FilledBy.EMPLOYEE,
                        "在 Orchard 订单页的右上角",
                        "Top right on the order page of Orchard"));
        schemas.put(CRM, shop(false));
        schemas.put(CRM, field("sku", "SKU", "SKU", OwnField.FieldType.TEXT, OwnField.FilledBy.AGENT, "", ""));
        schemas.put(CRM, field("amount", "金额", "Amount", OwnField.FieldType.NUMBER, OwnField.FilledBy.AGENT, "", ""));
    }

    /** From now on no ticket of the CRM desk is resolved without its shop. */
    void settle() {
        schemas.put(CRM, shop(true));
    }

    /** What people filled in when they asked: two of three did. */
    NewTicket filed(NewTicket words, LocalDate day, Random random) {
        var values = new LinkedHashMap<String, @Nullable String>();
        if (random.nextInt(3) == 0) {
            return words;
        }
        if (IT.equals(words.desk())) {
            if ("computer".equals(categoryOf(words.subject())) || random.nextInt(4) == 0) {
                values.put("assetTag", "MH-" + (20_000 + random.nextInt(900)));
            }
            if (random.nextInt(3) == 0) {
                values.put("neededBy", day.plusDays(2 + random.nextInt(8)).toString());
            }
        } else if (CRM.equals(words.desk())) {
            values.put("orderNumber", "SO-" + (310_000 + random.nextInt(90_000)));
            values.put("shop", SHOPS.get(random.nextInt(SHOPS.size())));
        }
        return new NewTicket(
                words.subject(),
                words.text(),
                words.desk(),
                words.requester(),
                words.priority(),
                words.tags(),
                words.origin(),
                words.space(),
                words.confidential(),
                words.files(),
                random.nextBoolean() ? offered(words.desk(), words.subject()) : null,
                values);
    }

    /** What the agent adds on taking a ticket: four of five times. */
    void sorted(TicketNumber number, String desk, String subject, Random random) {
        if (random.nextInt(5) == 0) {
            return;
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        if (IT.equals(desk)) {
            values.put("impact", List.of("one", "one", "one", "team", "office").get(random.nextInt(5)));
        } else if (CRM.equals(desk)) {
            values.put("shop", SHOPS.get(random.nextInt(SHOPS.size())));
            values.put("sku", "ML-" + (1_000 + random.nextInt(400)));
            values.put("amount", random.nextInt(40, 2_400) + ".00");
        }
        var category = offered(desk, subject);
        if (category != null) {
            fields.change(number, category, values);
        } else if (!values.isEmpty()) {
            fields.fill(number, values);
        }
    }

    private @Nullable String offered(@Nullable String desk, String subject) {
        var category = categoryOf(subject);
        return category != null && schemas.of(desk).category(category).isPresent() ? category : null;
    }

    private static @Nullable String categoryOf(String subject) {
        var text = subject.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(it -> text.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static OwnField shop(boolean toResolve) {
        return choice(
                "shop",
                "门店",
                "Shop",
                OwnField.FilledBy.EMPLOYEE,
                toResolve,
                "shanghai | 上海店 | Shanghai",
                "chengdu | 成都店 | Chengdu",
                "munich | 慕尼黑店 | Munich",
                "online | 网店 | Online shop");
    }

    private static OwnField field(
            String key,
            String zh,
            String en,
            OwnField.FieldType kind,
            OwnField.FilledBy by,
            String helpZh,
            String helpEn) {
        return new OwnField(key, zh, en, kind, List.of(), by, false, false, helpZh, helpEn, false);
    }

    private static OwnField choice(
            String key, String zh, String en, OwnField.FilledBy by, boolean toResolve, String... choices) {
        return new OwnField(
                key,
                zh,
                en,
                OwnField.FieldType.CHOICE,
                List.of(choices).stream().map(OwnField.Choice::parse).toList(),
                by,
                false,
                toResolve,
                "",
                "",
                false);
    }
}
