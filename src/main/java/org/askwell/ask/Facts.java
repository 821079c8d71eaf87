package org.askwell.ask;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a sentence must not change when it is said in other words: numbers with their units, months and weekdays,
 * names, addresses, and whether it denies or restricts.
 *
 * <p>It errs on the strict side: a good rewording that is dropped costs nothing, since the words of the article are
 * shown instead.
 */
final class Facts {

    private static final Map<String, Integer> ENGLISH_NUMBERS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100),
            Map.entry("thousand", 1000),
            Map.entry("million", 1_000_000),
            Map.entry("dozen", 12),
            Map.entry("twice", 2),
            Map.entry("double", 2));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String CHINESE_DAYS = "一二三四五六日";

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?(?:\\s?[kK]\\b)?");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[零〇一二两三四五六七八九十百千万亿半]+");
    private static final Pattern IDLE_ONE =
            Pattern.compile("一(?=[个下般定起样些直旦致并律方种位边家切共时经])|(?<=[同统唯单万进])一|(?<=[周期拜])[一二三四五六日]");
    private static final Pattern ENGLISH_MONTH = Pattern.compile(
            "\\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b");
    private static final Pattern ENGLISH_DAY = Pattern.compile(
            "\\b(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\\b");
    private static final Pattern CHINESE_DAY = Pattern.compile("(?:周|星期|礼拜)([一二三四五六日天])");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[^\\s，。；、）)]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|cn|org|net|de|io|gov|example|local|test|info|biz|xyz|ru|co)\\b[^\\s，。；、）)]*");

    private static final Map<String, Pattern> UNITS = units();

    private static final Pattern DENIES = Pattern.compile(
            "\\b(not|no|never|none|nobody|nothing|neither|nor|cannot|without|nowhere|refused?|forbidden|prohibited|denied|excluded?|excluding)\\b|n['’]t\\b|[不无未没勿禁非莫否]|拒绝|免(?!费)");
    private static final Pattern RESTRICTS = Pattern.compile(
            "\\b(only|except|unless|however|but|solely|just|at least|at most|up to|before|after|until|within|if|provided|maximum|minimum|more than|less than)\\b|仅|只|除|但|以内|以上|以下|之前|之后|前|后|内|至少|最多|不超过|如果|如|若|超过|不足|满");
    private static final Pattern HARD_RESTRICTION =
            Pattern.compile("\\b(only|except|unless|excluding)\\b|仅|只有|只能|只限|除外|除非|除了");

    private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}[\\p{L}\\d&'’-]*");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9._+-]*");
    private static final Set<String> MAY_BEGIN = Set.of(
            ("you your the a an if to for please yes it its they their this that these those in on at by with from when as and or so then once each every all any we our us"
                            + " after before during within until while there here both either employees employee people everyone staff use ask send write open click contact go see submit hand call report order request choose select fill sign log note take bring apply get book keep tell check wait set press enter talk is are can may must should will do does")
                    .split(" "));
    private static final Pattern CHINESE_NAMED = Pattern.compile(
            "《[^》]{1,40}》|“[^”]{1,40}”|「[^」]{1,40}」|(?<=找|联系|由|向|给|请)\\p{IsHan}{2,4}(?=先生|女士|经理|主管|总监|老师|总|批准|审批|办理|确认)|\\p{IsHan}{2,6}(?:公司|银行|医院|大学|分公司|事务所)|\\p{IsHan}{2}(?:市|省|区|县)");

    private final String text;
    private final Set<BigDecimal> numbers = new HashSet<>();
    private final Map<BigDecimal, Set<String>> unitsOf = new HashMap<>();
    private final Set<String> marks = new HashSet<>();

    private Facts(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        readNumbers();
        readDays();
        readAddresses();
    }

    static Facts of(String text) {
        return new Facts(text);
    }

    /** Whether the sentence denies something. */
    static boolean denies(String text) {
        return DENIES.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether leaving the sentence out would promise too much. */
    static boolean limits(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return HARD_RESTRICTION.matcher(lower).find() || DENIES.matcher(lower).find();
    }

    /**
     * Whether a rewording claims nothing that its sources do not say.
     *
     * @param known names that may be used besides, such as those of the question
     */
    static boolean hold(String reworded, String sources, String known) {
        var said = of(reworded);
        var proven = of(sources);
        for (var number : said.numbers) {
            if (proven.numbers.stream().noneMatch(it -> it.compareTo(number) == 0)) {
                return false;
            }
        }
        for (var entry : said.unitsOf.entrySet()) {
            var units = proven.unitsOf.getOrDefault(entry.getKey(), Set.of());
            if (!units.containsAll(entry.getValue())) {
                return false;
            }
        }
        if (!proven.marks.containsAll(said.marks)) {
            return false;
        }
        if (denies(reworded) != denies(sources)
                || HARD_RESTRICTION.matcher(said.text).find()
                        != HARD_RESTRICTION.matcher(proven.text).find()) {
            return false;
        }
        if (RESTRICTS.matcher(said.text).find()
                && !RESTRICTS.matcher(proven.text).find()
                && !denies(sources)) {
            return false;
        }
        return namesHold(reworded, sources, known) && wordsHold(reworded, sources + " " + known);
    }

    private static boolean namesHold(String reworded, String sources, String known) {
        var there = (sources + " " + known).toLowerCase(Locale.ROOT);
        var chinese = reworded.codePoints().anyMatch(Character::isIdeographic);
        var names = (chinese ? LATIN : CAPITALISED).matcher(reworded);
        while (names.find()) {
            var name = names.group().toLowerCase(Locale.ROOT).replaceAll("['’]s$|[.'’-]+$", "");
            var begins = !chinese && startsSentence(reworded, names.start());
            if (!(begins && MAY_BEGIN.contains(name)) && !name.equals("i") && !hasWord(there, name)) {
                return false;
            }
        }
        var named = CHINESE_NAMED.matcher(reworded);
        while (named.find()) {
            if (!there.contains(named.group().toLowerCase(Locale.ROOT).replaceAll("[《》“”「」]", ""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWord(String text, String word) {
        if (text.contains(word)) {
            return true;
        }
        // A plural or another ending is no other name.
        return word.length() > 4 && text.contains(word.substring(0, word.length() - (word.endsWith("es") ? 2 : 1)));
    }

    private static boolean startsSentence(String text, int at) {
        var before = text.substring(0, at).strip();
        return before.isEmpty() || ".!?:;\"“(".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** Most of what is said must be said with the words of the source: who invents needs new words. */
    private static boolean wordsHold(String reworded, String sources) {
        var from = sources.toLowerCase(Locale.ROOT);
        var all = 0;
        var strange = 0;
        var words = Pattern.compile("[a-z]{4,}").matcher(reworded.toLowerCase(Locale.ROOT));
        while (words.find()) {
            all++;
            var stem = words.group()
                    .substring(
                            0,
                            Math.min(
                                    words.group().length(),
                                    Math.max(4, words.group().length() - 3)));
            strange += from.contains(stem) ? 0 : 1;
        }
        for (var i = 0; i + 1 < reworded.length(); i++) {
            if (Character.isIdeographic(reworded.charAt(i)) && Character.isIdeographic(reworded.charAt(i + 1))) {
                all++;
                strange += from.indexOf(reworded.charAt(i)) >= 0 && from.indexOf(reworded.charAt(i + 1)) >= 0 ? 0 : 1;
            }
        }
        return strange <= Math.max(2, all * 0.45);
    }

    private void readNumbers() {
        var digits = NUMBER.matcher(text);
        while (digits.find()) {
            var group = digits.group().replaceAll("[,，\\s]", "");
            var value = group.endsWith("k")
                    ? new BigDecimal(group.substring(0, group.length() - 1)).multiply(BigDecimal.valueOf(1000))
                    : new BigDecimal(group);
            var end = digits.end();
            if (text.startsWith("万", end)) {
                value = value.multiply(BigDecimal.valueOf(10_000));
                end++;
            }
            note(value, digits.start(), end);
        }
        var idle = IDLE_ONE.matcher(text).replaceAll("＿");
        var chinese = CHINESE_NUMBER.matcher(idle);
        while (chinese.find()) {
            if (chinese.start() == 0 || !Character.isDigit(idle.charAt(chinese.start() - 1))) {
                note(chineseNumber(chinese.group()), chinese.start(), chinese.end());
            }
        }
        var words = Pattern.compile("[a-z]+(?:-[a-z]+)?").matcher(text);
        while (words.find()) {
            var parts = words.group().split("-");
            var value = 0;
            var all = true;
            for (var part : parts) {
                all &= ENGLISH_NUMBERS.containsKey(part);
                value += ENGLISH_NUMBERS.getOrDefault(part, 0);
            }
            if (all) {
                note(BigDecimal.valueOf(value), words.start(), words.end());
            }
        }
    }

    private void note(BigDecimal value, int start, int end) {
        var number = value.stripTrailingZeros();
        numbers.add(number);
        var before = text.substring(Math.max(0, start - 12), start);
        var after = text.substring(end, Math.min(text.length(), end + 14));
        for (var unit : UNITS.entrySet()) {
            if (matches(unit.getValue(), after)
                    || unit.getKey().startsWith("money")
                            && before.matches(".*(?:"
                                    + unit.getValue()
                                            .pattern()
                                            .replace("^\\s*(?:", "")
                                            .replaceAll("\\)$", "") + ")\\s*$")) {
                unitsOf.computeIfAbsent(number, ignored -> new HashSet<>()).add(unit.getKey());
            }
        }
        var month = ENGLISH_MONTH.matcher(after);
        if (month.find() && after.substring(0, month.start()).isBlank()) {
            unitsOf.computeIfAbsent(number, ignored -> new HashSet<>())
                    .add("in-" + month.group().substring(0, 3));
        }
        month = ENGLISH_MONTH.matcher(before);
        while (month.find()) {
            if (before.substring(month.end()).isBlank()) {
                unitsOf.computeIfAbsent(number, ignored -> new HashSet<>())
                        .add("in-" + month.group().substring(0, 3));
            }
        }
        var chineseMonth = Pattern.compile("(\\d{1,2})月\\s*$").matcher(before);
        if (chineseMonth.find() && after.matches("(?s)^[日号].*")) {
            var index = Integer.parseInt(chineseMonth.group(1));
            if (index >= 1 && index <= 12) {
                unitsOf.computeIfAbsent(number, ignored -> new HashSet<>()).add("in-" + MONTHS.get(index - 1));
            }
        }
    }

    private static boolean matches(Pattern unit, String after) {
        return unit.matcher(after).find();
    }

    private void readDays() {
        var months = ENGLISH_MONTH.matcher(text);
        while (months.find()) {
            // "may" is mostly a verb; as a month it stands beside a number and is seen there.
            if (!months.group().equals("may")) {
                marks.add("month " + (MONTHS.indexOf(months.group().substring(0, 3)) + 1));
            }
        }
        var chineseMonths = Pattern.compile("(\\d{1,2})\\s*月").matcher(text);
        while (chineseMonths.find()) {
            marks.add("month " + Integer.parseInt(chineseMonths.group(1)));
        }
        var days = ENGLISH_DAY.matcher(text);
        while (days.find()) {
            marks.add("weekday " + DAYS.indexOf(days.group().substring(0, 3)));
        }
        var chineseDays = CHINESE_DAY.matcher(text);
        while (chineseDays.find()) {
            marks.add("weekday " + CHINESE_DAYS.indexOf(chineseDays.group(1).equals("天") ? "日" : chineseDays.group(1)));
        }
    }

    private void readAddresses() {
        Matcher addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            marks.add("at " + addresses.group().replaceAll("[.,;:!?]+$", ""));
        }
    }

    private static BigDecimal chineseNumber(String written) {
        if (written.equals("半")) {
            return new BigDecimal("0.5");
        }
        long whole = 0;
        long section = 0;
        long digit = 0;
        var plain = written.replace("半", "");
        if (plain.chars().noneMatch(c -> "十百千万亿".indexOf(c) >= 0)) {
            for (var i = 0; i < Math.min(plain.length(), 15); i++) {
                whole = whole * 10 + digitOf(plain.charAt(i));
            }
            return BigDecimal.valueOf(whole);
        }
        for (var i = 0; i < plain.length(); i++) {
            switch (plain.charAt(i)) {
                case '十' -> {
                    section += Math.max(1, digit) * 10;
                    digit = 0;
                }
                case '百' -> {
                    section += Math.max(1, digit) * 100;
                    digit = 0;
                }
                case '千' -> {
                    section += Math.max(1, digit) * 1000;
                    digit = 0;
                }
                case '万' -> {
                    whole += Math.max(1, section + digit) * 10_000;
                    section = 0;
                    digit = 0;
                }
                case '亿' -> {
                    whole = Math.max(1, whole + section + digit) * 100_000_000;
                    section = 0;
                    digit = 0;
                }
                default -> digit = digitOf(plain.charAt(i));
            }
        }
        return BigDecimal.valueOf(whole + section + digit);
    }

    private static int digitOf(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : Math.max(0, "零一二三四五六七八九".indexOf(c));
    }

    private static Map<String, Pattern> units() {
        var units = new HashMap<String, Pattern>();
        units.put("percent", Pattern.compile("^\\s*(?:%|％|percent|per cent)"));
        units.put(
                "day",
                Pattern.compile(
                        "^\\s*(?:个)?(?:-?(?:calendar |working |business |natural )?days?\\b|天|日(?!语)|个?(?:工作|自然)日)"));
        units.put("working", Pattern.compile("^\\s*(?:working days?|business days?|个?工作日)"));
        units.put("week", Pattern.compile("^\\s*(?:-?weeks?\\b|个?(?:周|星期|礼拜)(?!年|岁))"));
        units.put("month", Pattern.compile("^\\s*(?:-?months?\\b|个月)"));
        units.put("year", Pattern.compile("^\\s*(?:-?years?\\b|年|周年)"));
        units.put("hour", Pattern.compile("^\\s*(?:-?(?:working )?hours?\\b|h\\b|个?(?:工作)?小时)"));
        units.put("minute", Pattern.compile("^\\s*(?:-?min(?:ute)?s?\\b|分钟)"));
        units.put("time", Pattern.compile("^(?::\\d\\d|\\s*(?:a\\.?m|p\\.?m|o'clock)\\b|点)"));
        units.put("size-g", Pattern.compile("^\\s*(?:gb|g)\\b"));
        units.put("size-m", Pattern.compile("^\\s*(?:mb|m)\\b"));
        units.put("money-cny", Pattern.compile("^\\s*(?:rmb|cny|yuan|¥|￥|元|块|人民币)"));
        units.put("money-eur", Pattern.compile("^\\s*(?:eur|euros?|€|欧元)"));
        units.put("money-usd", Pattern.compile("^\\s*(?:usd|us\\$|dollars?|美元|美金)"));
        units.put("money-sgd", Pattern.compile("^\\s*(?:sgd|s\\$|新元|新加坡元)"));
        units.put("times", Pattern.compile("^\\s*(?:times\\b|次|倍)"));
        units.put("people", Pattern.compile("^\\s*(?:people|persons?|employees|guests|人|位|名)"));
        return Map.copyOf(units);
    }
}
