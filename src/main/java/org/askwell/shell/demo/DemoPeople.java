package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.people.Department;
import org.askwell.people.EmploymentType;
import org.askwell.people.Group;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Pinyin;
import org.askwell.people.Profile;
import org.askwell.people.Role;
import org.askwell.people.SignIn;
import org.askwell.shell.MovingIn;
import org.jspecify.annotations.Nullable;

/** The three hundred people of the demo company: eight with a name badge, the others from a fixed seed. */
@ApplicationScoped
class DemoPeople {

    /** A named account and what it may do. */
    private record Badge(
            String login,
            String name,
            String otherName,
            String language,
            String department,
            String office,
            @Nullable String manager,
            List<Grant> grants) {}

    private record Grant(Role role, String scope) {}

    private record Office(String slug, String zone, String language, int people) {}

    static final List<String> DESKS = List.of("it", "hr", "finance", "administration", "crm");

    private static final List<Office> OFFICES = List.of(
            new Office("shanghai", "Asia/Shanghai", "zh", 140),
            new Office("chengdu", "Asia/Shanghai", "zh", 60),
            new Office("shenzhen", "Asia/Shanghai", "zh", 44),
            new Office("munich", "Europe/Berlin", "en", 28),
            new Office("singapore", "Asia/Singapore", "en", 20));

    private static final List<String[]> DEPARTMENTS = List.of(
            new String[] {"management", "管理层", "Management"},
            new String[] {"it", "信息技术部", "IT"},
            new String[] {"hr", "人力资源部", "Human Resources"},
            new String[] {"finance", "财务部", "Finance"},
            new String[] {"administration", "行政部", "Administration"},
            new String[] {"sales", "销售部", "Sales"},
            new String[] {"retail", "门店运营部", "Retail"},
            new String[] {"crm", "客户关系部", "Customer Relations"},
            new String[] {"design", "产品设计部", "Product Design"},
            new String[] {"logistics", "物流部", "Logistics"});

    private static final List<Badge> BADGES = List.of(
            new Badge(
                    "admin",
                    "周启明",
                    "Zhou Qiming",
                    "zh",
                    "it",
                    "shanghai",
                    "approver",
                    List.of(new Grant(Role.ADMIN, ""))),
            new Badge("approver", "沈若兰", "Shen Ruolan", "zh", "sales", "shanghai", null, List.of()),
            new Badge("employee", "林小雨", "Lin Xiaoyu", "zh", "sales", "chengdu", "approver", List.of()),
            new Badge(
                    "it-agent",
                    "王海",
                    "Wang Hai",
                    "zh",
                    "it",
                    "shanghai",
                    "desk-owner",
                    List.of(new Grant(Role.AGENT, "it"), new Grant(Role.CURATOR, "it"))),
            new Badge(
                    "hr-agent",
                    "陈思远",
                    "Chen Siyuan",
                    "zh",
                    "hr",
                    "shanghai",
                    "approver",
                    List.of(
                            new Grant(Role.AGENT, "hr"),
                            new Grant(Role.CURATOR, "hr"),
                            new Grant(Role.CURATOR, "hr-internal"))),
            new Badge(
                    "finance-agent",
                    "Anna Weber",
                    "安娜",
                    "en",
                    "finance",
                    "munich",
                    "approver",
                    List.of(new Grant(Role.AGENT, "finance"), new Grant(Role.CURATOR, "finance"))),
            new Badge(
                    "desk-owner",
                    "赵一鸣",
                    "Zhao Yiming",
                    "zh",
                    "it",
                    "shanghai",
                    "admin",
                    List.of(new Grant(Role.DESK_OWNER, "it"), new Grant(Role.CURATOR, "it"))),
            new Badge(
                    "curator",
                    "Priya Nair",
                    "普里娅",
                    "en",
                    "administration",
                    "singapore",
                    "approver",
                    List.of(
                            new Grant(Role.CURATOR, "it"),
                            new Grant(Role.CURATOR, "hr"),
                            new Grant(Role.CURATOR, "finance"),
                            new Grant(Role.CURATOR, "administration"),
                            new Grant(Role.CURATOR, "crm"),
                            new Grant(Role.AGENT, "administration"),
                            new Grant(Role.AGENT, "crm"))));

    private static final String SURNAMES =
            "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺顾毛郝龚邵万钱严";
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "文博", "子涵",
        "雨桐", "浩然", "欣怡", "梓萱", "一诺", "俊杰", "思琪", "宇航", "佳宁", "晓东", "志强", "海燕", "建华", "丽娟", "天宇", "雅静", "国栋", "诗雨", "嘉豪"
    };
    private static final String[] FIRST = {
        "Lena", "Jonas", "Mia", "Felix", "Sofia", "Lukas", "Clara", "Paul", "Emma", "Noah", "Wei Ling", "Hui Min",
        "Arjun", "Kavya", "Daniel", "Rachel", "Marcus", "Siti", "Farid", "Grace", "Tobias", "Katrin", "Stefan", "Julia"
    };
    private static final String[] LAST = {
        "Müller", "Schmidt", "Huber", "Wagner", "Bauer", "Koch", "Tan", "Lim", "Ng", "Lee", "Rahman", "Kumar", "Wong",
        "Fischer", "Becker", "Goh", "Chua", "Menon"
    };

    @Inject
    PeopleService people;

    @Inject
    SignIn signIn;

    /** Everyone who was hired, in a fixed order; the first eight are the named accounts. */
    List<PersonId> moveIn(MovingIn progress) {
        int total = BADGES.size() + OFFICES.stream().mapToInt(Office::people).sum();
        DEPARTMENTS.forEach(it -> people.addDepartment(new Department(it[0], it[1], it[2], null)));
        people.addGroup(new Group("managers", "经理", "Managers"));
        people.addGroup(new Group("new-hires", "新员工", "New hires"));
        var everyone = new ArrayList<PersonId>();
        for (var badge : BADGES) {
            var id = new PersonId(badge.login());
            people.put(id, profile(badge, 9001 + everyone.size()));
            badge.grants().forEach(grant -> people.grant(id, grant.role(), grant.scope()));
            signIn.openDemoAccount(id, "demo", "demo-" + badge.login());
            everyone.add(id);
            progress.report("shell.moving.people", everyone.size(), total);
        }
        people.join("managers", new PersonId("approver"));
        people.join("managers", new PersonId("desk-owner"));
        hire(everyone, progress, total);
        return everyone;
    }

    private void hire(List<PersonId> everyone, MovingIn progress, int total) {
        var random = new Random(20261103);
        int number = 1001;
        for (var office : OFFICES) {
            for (int i = 0; i < office.people(); i++, number++) {
                boolean chinese = office.language().equals("zh");
                var name = chinese
                        ? SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN[random.nextInt(GIVEN.length)]
                        : FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
                var latin = chinese ? Pinyin.of(name).replace(' ', '.') : name.toLowerCase(Locale.ROOT);
                var login = new PersonId(java.text.Normalizer.normalize(latin, java.text.Normalizer.Form.NFD)
                                .replaceAll("[^a-z.]+", ".")
                                .replaceAll("\\.+", ".")
                        + number % 1000);
                var department = DEPARTMENTS.get(1 + random.nextInt(DEPARTMENTS.size() - 1))[0];
                people.put(
                        login,
                        new Profile(
                                name,
                                chinese ? capitalised(Pinyin.of(name)) : null,
                                null,
                                "M" + number,
                                login.value() + "@mapleford.example",
                                department,
                                new PersonId("approver"),
                                office.slug(),
                                ZoneId.of(office.zone()),
                                office.language(),
                                i % 17 == 0 ? EmploymentType.INTERN : EmploymentType.FULL_TIME));
                everyone.add(login);
                progress.report("shell.moving.people", everyone.size(), total);
            }
        }
    }

    private static Profile profile(Badge badge, int number) {
        var office = OFFICES.stream()
                .filter(it -> it.slug().equals(badge.office()))
                .findFirst()
                .orElseThrow();
        return new Profile(
                badge.name(),
                badge.otherName(),
                null,
                "M" + number,
                badge.login() + "@mapleford.example",
                badge.department(),
                badge.manager() == null ? null : new PersonId(badge.manager()),
                badge.office(),
                ZoneId.of(office.zone()),
                badge.language(),
                EmploymentType.FULL_TIME);
    }

    /** The family name and, as one word, the given name. */
    private static String capitalised(String pinyin) {
        var words = pinyin.split(" ", 2);
        return Stream.of(words)
                .map(it -> it.replace(" ", ""))
                .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
                .collect(Collectors.joining(" "));
    }
}
