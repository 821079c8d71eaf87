package org.askwell.search;

import java.util.Set;
import org.askwell.ai.WrittenLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for and who it is.
 *
 * @param previous the question before this one, when this one is a short follow-up
 * @param audience the tokens the reader holds; nothing is found with none
 * @param space only in this space, or null
 * @param language of the results he would rather read when both languages have it
 * @param meaning also what says it in other words is wanted
 */
public record Query(
        String text,
        @Nullable String previous,
        Set<String> audience,
        @Nullable String space,
        String language,
        int limit,
        boolean meaning) {

    public Query {
        audience = Set.copyOf(audience);
    }

    public Query(
            String text,
            @Nullable String previous,
            Set<String> audience,
            @Nullable String space,
            String language,
            int limit) {
        this(text, previous, audience, space, language, limit, true);
    }

    /** Looks for a text in everything the reader may see, preferring the language it is written in. */
    public static Query of(String text, Set<String> audience, int limit) {
        return new Query(text, null, audience, null, WrittenLanguage.of(text), limit);
    }

    public Query readBy(Set<String> otherAudience) {
        return new Query(text, previous, otherAudience, space, language, limit, meaning);
    }

    public Query within(@Nullable String onlySpace) {
        return new Query(text, previous, audience, onlySpace, language, limit, meaning);
    }

    public Query after(@Nullable String question) {
        return new Query(text, question, audience, space, language, limit, meaning);
    }

    public Query preferring(String otherLanguage) {
        return new Query(text, previous, audience, space, otherLanguage, limit, meaning);
    }

    /** Only what has a word of it. Among few pages the nearest in meaning is far from what was looked for. */
    public Query byWords() {
        return new Query(text, previous, audience, space, language, limit, false);
    }
}
