package org.askwell.desk;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of queues.
 *
 * @param desk null for {@link Queue#UNROUTED} only
 */
public record QueueRow(String slug, @Nullable String desk, String nameZh, String nameEn) implements Serializable {

    public boolean isUnrouted() {
        return desk == null;
    }

    Map<String, String> names() {
        return Map.of("nameZh", nameZh, "nameEn", nameEn);
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
