package org.askwell.search;

/**
 * A door for rooms whose things people look for: what of them fits a text, as a group of its own.
 *
 * <p>Asked with the rights of the acting person; a group tells nothing of what that person may not see, not even how much
 * of it there is. Its name is the text {@code search.group.<name>}.
 */
public interface Finder {

    /** Stands in addresses and replies: {@code articles}. */
    String name();

    /** Smaller comes first. */
    int place();

    /** The best or newest that fit, at most {@code limit}. */
    FoundGroup find(String text, int limit);
}
