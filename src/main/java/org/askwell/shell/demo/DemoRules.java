package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.Operator;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.askwell.ticket.Priority;

/** The rules of the demo company: its own choose the desk, those of the desks the queue. */
@ApplicationScoped
class DemoRules {

    @Inject
    RoutingService routing;

    void moveIn() {
        routing.save(
                null,
                null,
                List.of(
                        toDesk(
                                "Money goes to Finance",
                                "finance",
                                "finance",
                                "报销",
                                "发票",
                                "付款",
                                "采购",
                                "供应商",
                                "预算",
                                "invoice",
                                "expense",
                                "payment",
                                "supplier",
                                "per diem",
                                "corporate card"),
                        toDesk(
                                "People matters go to the People desk",
                                "hr",
                                "hr",
                                "年假",
                                "请假",
                                "病假",
                                "产假",
                                "工资",
                                "薪资",
                                "社保",
                                "公积金",
                                "考勤",
                                "打卡",
                                "在职证明",
                                "离职",
                                "leave",
                                "payslip",
                                "salary",
                                "contract",
                                "probation"),
                        toDesk(
                                "Customers and orders go to CRM",
                                "crm",
                                "crm",
                                "订单",
                                "退款",
                                "会员",
                                "优惠券",
                                "顾客",
                                "门店",
                                "Orchard",
                                "order",
                                "refund",
                                "customer",
                                "coupon"),
                        toDesk(
                                "Technology goes to IT",
                                "it",
                                "it",
                                "打印机",
                                "电脑",
                                "密码",
                                "账号",
                                "VPN",
                                "网络",
                                "邮箱",
                                "共享盘",
                                "投屏",
                                "系统",
                                "printer",
                                "laptop",
                                "password",
                                "account",
                                "network",
                                "monitor",
                                "wi-fi",
                                "software"),
                        toDesk(
                                "The building goes to Administration",
                                "administration",
                                "administration",
                                "访客",
                                "门禁",
                                "工牌",
                                "会议室",
                                "快递",
                                "印章",
                                "空调",
                                "停车",
                                "badge",
                                "visitor",
                                "parcel",
                                "parking",
                                "stationery",
                                "air conditioning")));
        routing.save(
                "it",
                null,
                List.of(
                        toQueue(
                                "Hardware",
                                "it-hardware",
                                "打印机",
                                "电脑",
                                "显示器",
                                "电池",
                                "键盘",
                                "投屏",
                                "printer",
                                "laptop",
                                "monitor",
                                "battery",
                                "screen",
                                "keyboard"),
                        toQueue(
                                "Accounts and access",
                                "it-accounts",
                                "密码",
                                "账号",
                                "权限",
                                "验证",
                                "共享盘",
                                "password",
                                "account",
                                "access",
                                "two-step",
                                "2-step",
                                "shared calendar"),
                        toQueue("Network", "it-network", "VPN", "网络", "无线", "wi-fi", "wifi", "network")));
        routing.save(
                "hr",
                null,
                List.of(
                        toQueue(
                                "Leave and attendance",
                                "hr-leave",
                                "年假",
                                "请假",
                                "病假",
                                "产假",
                                "考勤",
                                "打卡",
                                "leave",
                                "attendance"),
                        toQueue(
                                "Pay and insurance",
                                "hr-pay",
                                "工资",
                                "薪资",
                                "社保",
                                "公积金",
                                "个税",
                                "salary",
                                "payslip",
                                "insurance")));
        routing.save(
                "finance",
                null,
                List.of(
                        toQueue(
                                "Expenses and travel",
                                "finance-expenses",
                                "报销",
                                "差旅",
                                "垫付",
                                "补贴",
                                "expense",
                                "per diem",
                                "travel",
                                "corporate card"),
                        toQueue(
                                "Suppliers and payments",
                                "finance-suppliers",
                                "供应商",
                                "付款",
                                "货款",
                                "发票",
                                "supplier",
                                "payment",
                                "invoice")));
        routing.save(
                "administration",
                null,
                List.of(
                        toQueue(
                                "Travel booking",
                                "administration-travel",
                                "机票",
                                "酒店",
                                "火车票",
                                "flight",
                                "hotel",
                                "train"),
                        toQueue(
                                "Building",
                                "administration-building",
                                "访客",
                                "空调",
                                "门禁",
                                "工牌",
                                "停车",
                                "badge",
                                "visitor",
                                "air conditioning",
                                "parking")));
        routing.save(
                "crm",
                null,
                List.of(
                        new RoutingRule(
                                "What has an order number is about an order",
                                true,
                                "curator",
                                Condition.all(List.of(
                                        Condition.testOwn("orderNumber", Operator.FILLED),
                                        Condition.test(Field.CATEGORY, Operator.IS_NOT, "orders", "members"))),
                                null,
                                true,
                                new RuleAction(null, null, null, null, null, "orders", null)),
                        new RoutingRule(
                                "Angry customers first",
                                true,
                                "curator",
                                mentions("投诉", "complaint", "angry"),
                                null,
                                true,
                                new RuleAction(null, null, Priority.HIGH, List.of("complaint"), null, null, null)),
                        toQueue("Orders and refunds", "crm-orders", "订单", "退款", "退货", "order", "refund", "return"),
                        toQueue("Members and coupons", "crm-members", "会员", "优惠券", "积分", "member", "coupon")));
    }

    /** The words decide, or the library of the article that came nearest to an answer. */
    private static RoutingRule toDesk(String name, String desk, String space, String... words) {
        return RoutingRule.of(
                name,
                Condition.any(List.of(mentions(words), Condition.test(Field.SPACE, Operator.IS, space))),
                RuleAction.toDesk(desk));
    }

    private static RoutingRule toQueue(String name, String queue, String... words) {
        return RoutingRule.of(name, mentions(words), RuleAction.toQueue(queue));
    }

    private static Condition mentions(String... words) {
        return Condition.test(Field.TEXT, Operator.MENTIONS, words);
    }
}
