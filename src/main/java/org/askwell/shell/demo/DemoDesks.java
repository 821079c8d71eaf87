package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.shell.MovingIn;

/** The five desks of the demo company and their queues. */
@ApplicationScoped
class DemoDesks {

    private record Place(
            String slug,
            String prefix,
            String zh,
            String en,
            String welcomeZh,
            String welcomeEn,
            List<String> spaces,
            List<String> hours,
            List<String[]> queues) {}

    private static final List<String> OFFICE_HOURS = weekdays("09:00-12:00", "13:00-18:00");

    private static final List<Place> PLACES = List.of(
            new Place(
                    "it",
                    "IT",
                    "IT 服务台",
                    "IT desk",
                    "账号、电脑、网络、打印机和软件。紧急故障请直接打分机 2500。",
                    "Accounts, computers, network, printers and software. For an emergency call extension 2500.",
                    List.of("it"),
                    weekdays("08:30-19:00"),
                    List.of(
                            new String[] {"it-accounts", "账号与权限", "Accounts and access"},
                            new String[] {"it-hardware", "硬件", "Hardware"},
                            new String[] {"it-network", "网络", "Network"})),
            new Place(
                    "hr",
                    "HR",
                    "人力资源服务台",
                    "People desk",
                    "假期、薪资、社保、入职和离职。只有人力资源部能看到你写的内容。",
                    "Leave, pay, insurance, joining and leaving. Only the People team reads what you write.",
                    List.of("hr", "hr-internal"),
                    OFFICE_HOURS,
                    List.of(
                            new String[] {"hr-leave", "假期与考勤", "Leave and attendance"},
                            new String[] {"hr-pay", "薪资与社保", "Pay and insurance"})),
            new Place(
                    "finance",
                    "FIN",
                    "财务服务台",
                    "Finance desk",
                    "报销、发票、采购和付款。",
                    "Expenses, invoices, purchasing and payments.",
                    List.of("finance"),
                    OFFICE_HOURS,
                    List.of(
                            new String[] {"finance-expenses", "报销与差旅", "Expenses and travel"},
                            new String[] {"finance-suppliers", "供应商与付款", "Suppliers and payments"})),
            new Place(
                    "administration",
                    "ADM",
                    "行政服务台",
                    "Administration desk",
                    "门禁、访客、会议室、快递、印章和差旅预订。",
                    "Badges, visitors, meeting rooms, parcels, seals and travel booking.",
                    List.of("administration"),
                    OFFICE_HOURS,
                    List.of(
                            new String[] {"administration-building", "楼宇与设施", "Building and facilities"},
                            new String[] {"administration-travel", "差旅预订", "Travel booking"})),
            new Place(
                    "crm",
                    "CRM",
                    "CRM 服务台",
                    "CRM desk",
                    "订单、退款、会员、优惠券和门店资料。",
                    "Orders, refunds, members, coupons and shop data.",
                    List.of("crm"),
                    OFFICE_HOURS,
                    List.of(
                            new String[] {"crm-orders", "订单与退款", "Orders and refunds"},
                            new String[] {"crm-members", "会员与优惠券", "Members and coupons"})));

    @Inject
    DeskService desks;

    void moveIn(MovingIn progress) {
        int opened = 0;
        for (var place : PLACES) {
            progress.report("shell.moving.desks", ++opened, PLACES.size());
            desks.open(new DeskProfile(
                    place.slug(),
                    place.prefix(),
                    place.zh(),
                    place.en(),
                    place.welcomeZh(),
                    place.welcomeEn(),
                    place.slug() + "-intake",
                    place.spaces(),
                    BusinessHours.parse("Asia/Shanghai", place.hours()),
                    DeskProfile.CLOSE_AFTER));
            place.queues().forEach(it -> desks.addQueue(place.slug(), it[0], it[1], it[2]));
            desks.renameQueue(place.slug(), place.slug() + "-intake", place.zh() + "·受理", place.en() + " · intake");
        }
    }

    private static List<String> weekdays(String... windows) {
        return List.of("MON", "TUE", "WED", "THU", "FRI").stream()
                .flatMap(day -> List.of(windows).stream().map(window -> day + " " + window))
                .toList();
    }
}
