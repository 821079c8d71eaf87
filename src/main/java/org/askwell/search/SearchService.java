package org.askwell.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * What one can look for. Everything is filtered by what the acting person may read, inside the query.
 *
 * <p>The index may lag behind the database by a moment: rooms that show more than a title read the text again from the
 * database, with the reader's rights.
 */
@ApplicationScoped
public class SearchService {

    private static final int LONGEST = 400;
    private static final String FILES = "files:";

    @Inject
    PassageIndex index;

    @Inject
    IndexFollower follower;

    @Inject
    CurrentPerson current;

    /** Passages for a query that names its audience itself. */
    public List<Hit> search(Query query) {
        return index.search(query);
    }

    /** Pages that fit a text, best first, each once; at most {@code limit}. */
    public List<PageHit> pages(String text, @Nullable String space, int limit) {
        var caller = current.get();
        if (text.isBlank()) {
            return List.of();
        }
        return index.pages(
                Query.of(cut(text), caller.audience(), limit).within(space).preferring(caller.language()));
    }

    /** The same, and the files that go with pages; only rooms that can tell one from the other ask for them. */
    public List<PageHit> pagesAndFiles(String text, @Nullable String space, int limit) {
        var caller = current.get();
        if (text.isBlank()) {
            return List.of();
        }
        var audience = new HashSet<>(caller.audience());
        audience.addAll(asFiles(caller.audience()));
        return index.pages(Query.of(cut(text), audience, limit).within(space).preferring(caller.language()));
    }

    /** Only the files, by the words of their names and texts. */
    public List<PageHit> files(String text, @Nullable String space, int limit) {
        var caller = current.get();
        return text.isBlank()
                ? List.of()
                : index.pages(Query.of(cut(text), asFiles(caller.audience()), limit)
                        .within(space)
                        .preferring(caller.language())
                        .byWords());
    }

    /**
     * Who may read a page that is a file and no text of the house: the same people, but only where files are looked for.
     * So no answer, suggestion or list of articles finds one by mistake.
     */
    public static Set<String> asFiles(Set<String> audience) {
        return audience.stream().map(token -> FILES + token).collect(Collectors.toSet());
    }

    /** Titles and wordings that fit what was typed so far, also in pinyin; at most {@code limit}. */
    public List<Suggestion> suggest(String typed, int limit) {
        return typed.isBlank()
                ? List.of()
                : index.suggest(cut(typed), current.get().audience(), limit);
    }

    /** Whether everything that was committed so far can be found on this node. */
    public boolean isUpToDate() {
        return follower.isUpToDate();
    }

    public IndexFollower.Progress progress() {
        return follower.progress();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
