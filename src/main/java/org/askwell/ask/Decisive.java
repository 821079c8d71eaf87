package org.askwell.ask;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a question names one thing among many of its kind: a year, a code, a version. An article that does not have
 * it speaks of another one, however alike the words are.
 */
final class Decisive {

    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\d])(?=[A-Za-z\\d-]*\\d)(?=[A-Za-z\\d-]*[A-Za-z])[A-Z][A-Za-z]*-?\\d[A-Za-z\\d-]*(?![\\p{L}\\d])");
    /** Four digits that are no amount. */
    private static final Pattern YEAR = Pattern.compile(
            "(?<![\\d.,¥￥€$])(?<!(?:RMB|CNY|EUR|SGD|USD) ?)(?:19|20)\\d{2}(?!\\d|[.,]\\d|\\s*(?:RMB|CNY|EUR|SGD|USD|€|¥|euros?|dollars?|yuan|元|欧元|新元|块|人|字|个(?!月)|km|MB|GB|people|words|items|pieces))",
            Pattern.CASE_INSENSITIVE);

    private Decisive() {}

    static Set<String> in(String question) {
        var decisive = new LinkedHashSet<String>();
        var codes = CODE.matcher(question);
        while (codes.find()) {
            decisive.add(codes.group().toLowerCase(Locale.ROOT));
        }
        var years = YEAR.matcher(question);
        while (years.find()) {
            decisive.add(years.group());
        }
        return decisive;
    }

    /** Whether a text has all that the question names. */
    static boolean standIn(String question, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return in(question).stream().allMatch(lower::contains);
    }
}
