package org.askwell.ask;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.askwell.search.PageRef;
import org.askwell.search.PassageIndex.Edition;
import org.askwell.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The answers found of late, for who asks the same with the same rights.
 *
 * <p>An answer follows from the question, the index and what the shelf gave out. So it is given again only while the
 * index is the same edition and the shelf, asked once more, gives out and refuses exactly what it did.
 */
final class AnswersGiven {

    private static final int KEPT = 500;

    private record Revision(PageRef page, int number) {}

    private record Given(Map<Revision, Boolean> read, Answer answer) {}

    /** The question, without saying who asks it: what opens pages to him is part of the edition. */
    private record Key(Query question, Edition edition) {

        static Key of(Query query, Edition edition) {
            return new Key(query.readBy(Set.of()), edition);
        }
    }

    private final Map<Key, Given> latest = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Given> eldest) {
            return size() > KEPT;
        }
    });

    /** Remembers what the shelf gave out and what it refused. */
    static final class Noting implements Answering.Shelf {

        private final Answering.Shelf shelf;
        private final Map<Revision, Boolean> read = new LinkedHashMap<>();

        Noting(Answering.Shelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public @Nullable String markdown(PageRef page, int revision) {
            var markdown = shelf.markdown(page, revision);
            read.put(new Revision(page, revision), markdown != null);
            return markdown;
        }

        @Override
        public void expect(Collection<PageRef> pages) {
            shelf.expect(pages);
        }
    }

    void keep(Edition edition, Query query, Noting shelf, Answer answer) {
        latest.put(Key.of(query, edition), new Given(Map.copyOf(shelf.read), answer));
    }

    /** What was answered to the same question, if every step on the way to it would be the same now. */
    Optional<Answer> again(Edition edition, Query query, Answering.Shelf shelf) {
        var given = latest.get(Key.of(query, edition));
        if (given == null) {
            return Optional.empty();
        }
        shelf.expect(
                given.read().keySet().stream().map(Revision::page).distinct().toList());
        boolean same = given.read().entrySet().stream()
                .allMatch(it -> it.getValue()
                        == (shelf.markdown(it.getKey().page(), it.getKey().number()) != null));
        return same ? Optional.of(given.answer()) : Optional.empty();
    }
}
