package org.askwell.ask;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.askwell.ai.WrittenLanguage;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, and what he wants with it, before anything is searched.
 *
 * @param text trimmed, in the normal form, without control characters
 * @param language the one it is written in, or the asker's own where a short text does not show it
 * @param previous the question before, when this one cannot be understood without it
 */
public record Asked(
        Intent intent,
        String text,
        String language,
        @Nullable String previous) {

    /** As many characters as anybody asks in one go. */
    public static final int LONGEST = 2_000;

    public enum Intent {
        /** Wants a human being: the way to one is opened, nothing is searched. */
        PERSON,
        /** Says hello: is greeted and shown the way to a human being. */
        GREETING,
        /** Names a topic in one to three words: gets a short list of articles. */
        TOPIC,
        QUESTION
    }

    private static final Pattern PERSON_ZH = Pattern.compile(
            "(我?(要|想|想要|需要|请|麻烦|帮我|给我|可以|能)*(帮我|给我)?(转|找|联系|接|换|叫|呼叫|请)(一?个?)?(人工|真人|客服|活人|人|服务人员|工作人员|管理员)(客服|服务|处理|回答|帮忙|聊聊|聊)?|人工(客服|服务|处理|坐席)?|真人(客服)?|客服)(吧|呢|谢谢|可以吗|行吗|好吗|一下|在吗|在不在)*");
    private static final Pattern PERSON_EN = Pattern.compile(
            "(please |pls |can i |could i |may i |let me |i want to |i need to |i would like to |i'd like to |i want |i need |get me |give me |connect me (to|with) )*"
                    + "(to )?((talk|speak|chat|connect|transfer|hand over|go)( me)? (to|with) )?(a |an |the |some)?(real |live |actual )?"
                    + "(human|person|people|agent|operator|representative|rep|someone|somebody|human being|real person|support agent|service desk|helpdesk|help desk|colleague)( please| pls| now)?");
    private static final Pattern GREETING = Pattern.compile(
            "(你|您|大家|各位)?(好|们好)(呀|啊|哦|吗)?|(你|您)?在(吗|不在|么|嘛)?|有人(在)?(吗|么)?|哈喽|嗨|哈罗|早|早安|早上好|上午好|中午好|下午好|晚上好|谢谢(你|您)?|多谢|感谢|再见|拜拜|测试|喂|hi|hello|hey|hiya|hi there|hello there|hey there|good (morning|afternoon|evening|day)|anyone there|anybody there|are you there|thanks|thank you|thx|bye|goodbye|test|testing|yo|servus|hallo|(hi|hello|你好)[,， ]*(在吗|在么|anyone there|are you there)");
    private static final Pattern FOLLOW_UP_EN = Pattern.compile(
            "^(and|what about|how about|but|or|also|then|so|same|ok and|okay and|what if|and if|why|how so|since when|until when|only)\\b.*|.*\\b(it|they|them|that|those|there|this one|the same)\\b.*|.*\\b(too|as well|instead)$");
    private static final Pattern FOLLOW_UP_ZH = Pattern.compile(
            "^(那|那么|那如果|还有|另外|如果|要是|但是|可是|然后|所以|换成|改成|它|他们|这个|那个|这种|同样).*|.*呢[？?]?$|^(为什么|多久|多少钱|谁批|在哪|怎么办|要多久)[？?]?$");

    /** Up to this many characters (Chinese) or words (English) a question may lean on the one before. */
    private static final int SHORT_CHINESE = 14;

    private static final int SHORT_ENGLISH = 8;

    /**
     * @param before the question before in the same conversation, or null
     * @param readerLanguage what the asker reads, for texts that show no language
     * @throws Refusal for a text that is empty or longer than anybody asks
     */
    public static Asked of(@Nullable String typed, @Nullable String before, String readerLanguage) {
        if (typed != null && typed.codePointCount(0, typed.length()) > LONGEST) {
            throw Refusal.tooLarge("question.too-long", LONGEST);
        }
        var text = typed == null ? "" : cleaned(typed);
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refusal.invalid("question.empty");
        }
        var language = text.codePoints().anyMatch(Character::isIdeographic)
                ? WrittenLanguage.of(text)
                : text.indexOf(' ') < 0 && text.length() <= 12 ? readerLanguage : WrittenLanguage.ENGLISH;
        var bare = bare(text);
        if (PERSON_ZH.matcher(bare.replace(" ", "")).matches()
                || PERSON_EN.matcher(bare).matches()) {
            return new Asked(Intent.PERSON, text, language, null);
        }
        if (GREETING.matcher(bare).matches()) {
            return new Asked(Intent.GREETING, text, language, null);
        }
        var leaning = before != null && !before.isBlank() && leans(bare, language) ? before.strip() : null;
        var topic = leaning == null && isTopic(text, bare, language);
        return new Asked(topic ? Intent.TOPIC : Intent.QUESTION, text, language, leaning);
    }

    /** On one line, without what cannot be seen. */
    static String cleaned(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static boolean leans(String bare, String language) {
        if (language.equals(WrittenLanguage.CHINESE)) {
            return bare.codePointCount(0, bare.length()) <= SHORT_CHINESE
                    && FOLLOW_UP_ZH.matcher(bare).matches();
        }
        return bare.split(" ").length <= SHORT_ENGLISH
                        && FOLLOW_UP_EN.matcher(bare).matches()
                || bare.split(" ").length <= 3
                        && !bare.isEmpty()
                        && FOLLOW_UP_EN.matcher(bare).lookingAt();
    }

    /** One to three words that ask nothing: 年假, VPN, parental leave. */
    private static boolean isTopic(String text, String bare, String language) {
        if (text.endsWith("?")
                || text.endsWith("？")
                || !AskedFor.in(bare, language).isEmpty()) {
            return false;
        }
        var han = bare.codePoints().filter(Character::isIdeographic).count();
        var words = java.util.Arrays.stream(
                        bare.replaceAll("\\p{IsHan}+", " ").strip().split("\\s+"))
                .filter(it -> !it.isEmpty())
                .count();
        return han == 0 ? words <= 3 : han <= 6 && words <= 2;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}&&[^'’]]+", " ")
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What is searched for. */
    public String searched() {
        return previous == null ? text : previous + " " + text;
    }
}
