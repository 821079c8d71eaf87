package org.askwell.knowledge;

import java.util.Locale;

/**
 * A space as one person may see it.
 *
 * @param review what is asked for before readers see a text
 * @param mayRead false where an administrator may arrange but not read
 */
public record SpaceRow(String slug, SpaceSettings settings, ReviewRule review, boolean mayRead, boolean mayWrite) {

    static SpaceRow of(Space space, boolean mayRead, boolean mayWrite) {
        return new SpaceRow(space.slug(), space.settings(), space.review(), mayRead, mayWrite);
    }

    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? settings.nameZh() : settings.nameEn();
    }

    public String description(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? settings.descriptionZh() : settings.descriptionEn();
    }
}
