package org.askwell.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text that can be found, as its room hands it in.
 *
 * @param revision the published revision, so that a passage can be proven later
 * @param space the slug of the library it belongs to
 * @param language {@code zh} or {@code en}
 * @param markdown the text without front matter
 * @param wordings other ways people ask for it
 * @param audience who may read it: a reader sees the page if he holds any of these tokens
 * @param translationKey what the same page in another language has in common with it, or null
 */
public record Page(
        PageRef ref,
        int revision,
        String space,
        String language,
        String title,
        String markdown,
        List<String> wordings,
        Set<String> audience,
        @Nullable String translationKey,
        Instant updatedAt) {

    public Page {
        wordings = List.copyOf(wordings);
        audience = Set.copyOf(audience);
    }
}
