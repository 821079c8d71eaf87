package org.askwell.people;

import java.util.List;
import java.util.Locale;
import org.askwell.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a room holds in somebody's name, and what becomes of it when that person leaves. Rooms implement this as beans.
 */
public interface Belongings {

    /**
     * What is there now; empty when nothing is.
     *
     * @param successor the nearest manager whose account is open, if there is one
     */
    List<Share> of(PersonId person, @Nullable PersonId successor);

    /** Passes everything on, in the transaction that closes the account. */
    void release(PersonId person, @Nullable PersonId successor);

    /**
     * Things of one kind that are passed on together.
     *
     * @param kind for programs: {@code tickets}, {@code articles}
     * @param count how many there are
     * @param key of the sentence that says what becomes of them; gets the count and the successor's name
     * @param listed public numbers of those somebody has to look after, the first of them
     */
    record Share(String kind, int count, String key, List<String> listed) {

        public String sentence(Locale locale, String successor) {
            return Texts.in(locale, key, count, successor);
        }
    }
}
