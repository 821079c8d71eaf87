package org.askwell.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A door for rooms whose texts can be found: the index asks here what a page says now.
 *
 * <p>Called without a transaction and without an acting person; the audience of the page guards it.
 */
public interface PageSource {

    /** Name of the source, as in {@link PageRef}. */
    String source();

    /** The page as it may be found now, or empty when it may not be found any more. */
    Optional<Page> page(String id);

    /** Ids of all pages in a fixed order, those after {@code last}, or the first ones. */
    List<String> idsAfter(@Nullable String last, int limit);
}
