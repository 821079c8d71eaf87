package org.askwell.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;

/**
 * What is known of a desk, as a form or a program gives it and as everyone may read it.
 *
 * @param slug names it in addresses: {@code it}
 * @param prefix begins the numbers of its tickets: {@code IT}
 * @param defaultQueue where a ticket waits that no rule has placed
 * @param spaces the libraries that belong to it, most important first
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
        BusinessHours hours) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9])*");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,6}");
    private static final int LONGEST_WELCOME = 2000;

    public DeskProfile {
        requireSlug(slug);
        requireSlug(defaultQueue);
        spaces.forEach(DeskProfile::requireSlug);
        if (!PREFIX.matcher(prefix).matches()) {
            throw Refusal.invalid("desk-prefix", prefix);
        }
        nameZh = requireName(nameZh);
        nameEn = requireName(nameEn);
        if (welcomeZh.length() > LONGEST_WELCOME || welcomeEn.length() > LONGEST_WELCOME) {
            throw Refusal.invalid("desk-welcome", LONGEST_WELCOME);
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

    static String requireSlug(String slug) {
        if (slug.length() > 40 || !SLUG.matcher(slug).matches()) {
            throw Refusal.invalid("slug-shape", slug);
        }
        return slug;
    }

    static String requireName(String name) {
        if (name.isBlank() || name.length() > 120) {
            throw Refusal.invalid("desk-name");
        }
        return name.trim();
    }
}
