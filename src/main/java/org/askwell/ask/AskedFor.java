package org.askwell.ask;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of thing a question wants to hear, read from its question words; and whether a sentence has such a thing. */
enum AskedFor {
    PERSON(
            "\\b(who|whom|whose|which (person|people|team|player|actor|author|king|president|company|department|colleague))\\b|\\bcontact\\b",
            "谁|哪位|哪个人|哪家|哪支|找哪个|联系哪",
            "(?<![.!?]\\s)(?<=\\s|[(\"“])\\p{Lu}\\p{Ll}+|\\b(manager|lead|desk|team|department|officer|HR|IT)\\b",
            "先生|女士|经理|主管|部|组|服务台|负责人|·|\\p{IsHan}{2,3}(说|表示|担任|提出|发明|创立|领导)"),
    TIME(
            "\\b(when|what (year|month|day|date|time)|which (year|month|day|date|century|decade)|how (long|often|early|late|soon|old)|until when|by when|deadline|how many (days|weeks|months|years|hours|minutes))\\b",
            "何时|什么时候|什么时间|哪[一]?(年|天|月|日|个月)|几(点|号|月|天|年|时|个月|日|分钟|小时)|多(久|长时间|少天|少年|少小时|少分钟|少个月|少个工作日)|截止|哪个(世纪|年代)|年份|周几|星期几",
            "\\d|\\b(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|day|days|week|weeks|month|months|year|years|century|hour|hours|minutes|daily|weekly|monthly|yearly|annually|immediately|morning|evening|night|noon|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\b",
            "[\\d一二三四五六七八九十两百千零]+\\s*(年|月|日|天|号|点|时|周|小时|分钟|个月|世纪|工作日|秒|次)|立即|当天|次日|每天|每周|每月|每年|\\d|年代|世纪|时期"),
    NUMBER(
            "\\b(how (many|much|big|large|far|high|tall|deep|wide|fast|heavy|strong|long|old)|what (percentage|percent|number|amount|rate|size|share|limit|price|fee|cost)|cost|price|number of|limit|quota|amount)\\b",
            "多少|几(个|次|人|名|位|种|天|套|级|台|张|份|元|块|倍|成|层|家|所|本|条|支|场|岁)|多(大|高|远|深|宽|重|快|长)|百分之|百分比|比例|费用|价格|金额|额度|上限|数量|人口",
            "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|dozen|half|third|quarter|percent|several|none|no|double|twice|once)\\b",
            "[\\d一二三四五六七八九十两百千万亿零半]+|百分之"),
    PLACE(
            "\\b(where|what (city|country|state|town|place|location|river|continent|region|address)|which (city|country|state|town|place|floor|room|building|river|region|office|continent))\\b",
            "哪里|哪儿|在哪|何处|什么地方|哪(个|座|一|些)?(国家|城市|地方|地区|省|市|州|楼|层|房间|办公室|大学|洲)|地址|去哪|从哪",
            "\\b(in|at|on|from|to|near|under|into|via|through|of) (the )?[\\p{Lu}\\d*`\"]|\\b(floor|room|page|portal|menu|desk|folder|office|building)\\b",
            "在|位于|前往|到|从|\\p{IsHan}(市|省|区|县|路|街|楼|层|室|国|州|港|岛|城|河|山|处|页面|台)"),
    STEPS(
            "\\b(how (do|does|can|could|should|to|would|must)|what (do|should|can|must) (i|we|you) do|steps?|procedure|way to|what now|what next)\\b",
            "怎么(?!样的|算)|如何|怎样|怎么办|步骤|流程|办法|手续|第一步",
            "^(\\p{Lu}\\w+|\\d)|\\b(click|select|open|choose|enter|go to|contact|ask|call|send|submit|use|sign|fill|press|log|request|report|must|should|can|need)\\b",
            "点击|选择|打开|提交|填写|联系|申请|登录|拨打|发送|进入|使用|输入|按|通过|先|然后|应当|可以|需要|请|向"),
    REASON(
            "\\b(why|reason|how come|what (caused|causes|led|makes))\\b",
            "为什么|为何|原因|怎么会|缘故|因何",
            "\\b(because|since|due|reason|so that|therefore|cause|caused|in order|as a result|result|owing|thus|led)\\b",
            "因为|由于|因此|原因|所以|为了|以便|导致|使得|因"),
    PERMISSION(
            "^(can|may|could|is|are|am|do|does|did|will|would|must|should|has|have|was|were)\\b|\\b(allowed|permitted|possible|ok|okay)\\b|\\bor not\\b",
            "吗|能不能|可不可以|可以.*(吗|么)|是否|是不是|能否|有没有|要不要|会不会|该不该|需不需要|行不行|算不算|能.*(吗|么)",
            "\\b(can|may|cannot|must|not|only|except|unless|allowed|permitted|yes|no|required|need|never|always|without|is|are)\\b",
            "可以|不得|不能|不可|应当|必须|仅|除外|不|无需|需要|禁止|允许|须|可|是|否|有权|不予");

    private final Pattern askedEnglish;
    private final Pattern askedChinese;
    private final Pattern saidEnglish;
    private final Pattern saidChinese;

    AskedFor(String askedEnglish, String askedChinese, String saidEnglish, String saidChinese) {
        this.askedEnglish = Pattern.compile(askedEnglish, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.askedChinese = Pattern.compile(askedChinese);
        this.saidEnglish = Pattern.compile(saidEnglish);
        this.saidChinese = Pattern.compile(saidChinese);
    }

    /** Everything the question may want; a short one often wants several things. */
    static Set<AskedFor> in(String question, String language) {
        var wanted = EnumSet.noneOf(AskedFor.class);
        var text = question.strip().toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if ((language.equals("zh") ? kind.askedChinese : kind.askedEnglish)
                    .matcher(text)
                    .find()) {
                wanted.add(kind);
            }
        }
        return wanted;
    }

    /** Whether a sentence has what is wanted. */
    boolean isIn(String sentence, String language) {
        return (language.equals("zh") ? saidChinese : saidEnglish)
                .matcher(sentence)
                .find();
    }
}
