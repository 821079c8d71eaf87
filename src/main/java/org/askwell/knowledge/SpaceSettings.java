package org.askwell.knowledge;

import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** What an administrator says of a space: its names, what it is about, who may read it. */
public record SpaceSettings(
        String nameZh, String nameEn, String descriptionZh, String descriptionEn, Visibility visibility) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 1_000;

    /** A missing name is taken from the other language. */
    public static SpaceSettings of(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String descriptionZh,
            @Nullable String descriptionEn,
            List<String> visibility) {
        var zh = strip(nameZh);
        var en = strip(nameEn);
        if (zh.isEmpty() && en.isEmpty() || zh.length() > LONGEST_NAME || en.length() > LONGEST_NAME) {
            throw Refusal.invalid("space-name", LONGEST_NAME);
        }
        var aboutZh = strip(descriptionZh);
        var aboutEn = strip(descriptionEn);
        if (aboutZh.length() > LONGEST_DESCRIPTION || aboutEn.length() > LONGEST_DESCRIPTION) {
            throw Refusal.invalid("space-description", LONGEST_DESCRIPTION);
        }
        return new SpaceSettings(
                zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en, aboutZh, aboutEn, Visibility.of(visibility));
    }

    /** By the names these have in REST. */
    Map<String, String> told() {
        return Map.of(
                "nameZh", nameZh,
                "nameEn", nameEn,
                "descriptionZh", descriptionZh,
                "descriptionEn", descriptionEn,
                "visibility", String.join(", ", visibility.tokens()));
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : ArticleText.clean(text).strip();
    }
}
