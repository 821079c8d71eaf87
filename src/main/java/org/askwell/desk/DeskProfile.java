package org.askwell.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;
import org.askwell.common.ShortName;

/**
 * What is known of a desk, as a form or a program gives it and as everyone may read it.
 *
 * @param slug names it in addresses: {@code it}
 * @param prefix begins the numbers of its tickets: {@code IT}
 * @param defaultQueue where a ticket waits that no rule has placed
 * @param spaces the libraries that belong to it, most important first
 * @param closeAfter after how many working days a resolved ticket closes by itself, 1 to 60
 */
public record DeskProfile(
        String slug,
        String prefix,
        String nameZh,
        String nameEn,
        String welcomeZh,
        String welcomeEn,
        String defaultQueue,
        List<String> spaces,
        BusinessHours hours,
        int closeAfter) {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,6}");
    /** After how many working days a resolved ticket closes where nobody says otherwise. */
    public static final int CLOSE_AFTER = 3;

    private static final int LONGEST_WELCOME = 2000;
    private static final int LONGEST_OPEN = 60;

    public DeskProfile {
        ShortName.require(slug);
        ShortName.require(defaultQueue);
        spaces.forEach(ShortName::require);
        if (!PREFIX.matcher(prefix).matches()) {
            throw Refusal.invalid("desk-prefix", prefix);
        }
        nameZh = requireName(nameZh);
        nameEn = requireName(nameEn);
        if (welcomeZh.length() > LONGEST_WELCOME || welcomeEn.length() > LONGEST_WELCOME) {
            throw Refusal.invalid("desk-welcome", LONGEST_WELCOME);
        }
        if (closeAfter < 1 || closeAfter > LONGEST_OPEN) {
            throw Refusal.invalid("desk-close-after", LONGEST_OPEN);
        }
        spaces = List.copyOf(spaces);
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    /** What the desk says of itself, in the reader's language. */
    public String welcome(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? welcomeZh : welcomeEn;
    }

    /** Everything that can be changed, by the names it has in REST, in short words. */
    Map<String, String> settings() {
        return Map.of(
                "nameZh", nameZh,
                "nameEn", nameEn,
                "welcomeZh", welcomeZh,
                "welcomeEn", welcomeEn,
                "defaultQueue", defaultQueue,
                "spaces", String.join(", ", spaces),
                "zone", hours.zone().getId(),
                "hours", String.join(", ", hours.texts()),
                "closeAfter", Integer.toString(closeAfter));
    }

    static String requireName(String name) {
        if (name.isBlank() || name.length() > 120) {
            throw Refusal.invalid("desk-name");
        }
        return name.trim();
    }
}
