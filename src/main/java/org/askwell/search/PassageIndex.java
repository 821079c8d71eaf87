package org.askwell.search;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that can be found, cut into passages.
 *
 * <p>It is a view of the database and may be thrown away at any time. What was put shows after {@link #refresh()} and
 * survives a crash after {@link #commit}; how far the change log was followed stands in the commit itself. One thread
 * writes, any number read. Rights are part of every search.
 */
public interface PassageIndex extends AutoCloseable {

    /** How far the change log has been read, or empty when everything has to be read from the start. */
    OptionalLong cursor();

    /** Adds a page or replaces what it was before. Vectors that still fit are kept, the others are made by {@link #embed}. */
    void put(Page page);

    void remove(PageRef page);

    /** Forgets all pages and the cursor. */
    void clear();

    /** Makes what was put visible to searches. */
    void refresh();

    /** Makes what was put durable, together with how far the change log was read; also refreshes. */
    void commit(long cursor);

    /**
     * Makes vectors for pages that have none yet.
     *
     * @return how many pages got theirs; 0 when there is nothing left to do
     */
    int embed(int atMostPages);

    /** What lies open to a reader: while it is equal, and for whomever, the same search finds the same. */
    Edition edition(Set<String> audience);

    /** The passages that fit best, best first. */
    List<Hit> search(Query query);

    /** The pages that fit best, best first, each once. */
    List<PageHit> pages(Query query);

    /** Titles and wordings that fit what was typed so far, also in pinyin. */
    List<Suggestion> suggest(String typed, Set<String> audience, int limit);

    /**
     * The pages that somebody said this very question belongs to: their title or one of their wordings says the same,
     * apart from case, width and everything that is neither letter nor digit.
     */
    Set<PageRef> worded(Query query);

    /** The passages of the same page around this one, itself among them, in the order of the page. */
    List<Passage> around(Passage passage, int before, int after);

    /** The words of a question that tell what it is about, weighed by their rarity here. */
    Telling telling(Query query);

    Size size();

    @Override
    void close();

    /**
     * @param number another one whenever anything has changed
     * @param opening the reader's tokens that open any page at all
     */
    record Edition(long number, Set<String> opening) {}

    /**
     * @param withoutVectors pages that still wait for their vectors
     */
    record Size(int pages, int passages, int withoutVectors) {}
}
