package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.ai.Embedder;
import org.askwell.ai.Meaning;

/**
 * Finds the known problems that somebody may have who asks something. Compares meanings, outside of any transaction, and
 * only while there are known problems; with the agents' titles alone, never with what a requester wrote.
 */
@ApplicationScoped
public class KnownProblemFinder {

    /**
     * How much of being the same is enough. To join is offered, not done: it may be said too early rather than never. As
     * measured in {@code KnownProblemFinderTest}.
     */
    static final double ALIKE = 0.87;

    private static final int MOST = 100;
    private static final int REMEMBERED = 500;

    private final Map<String, Meaning> meanings = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Meaning> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    KnownProblemService problems;

    @Inject
    Embedder embedder;

    /** The likeliest first, at most that many; none that the acting person has filed. */
    public List<KnownProblemRow> like(String text, String language, int atMost) {
        var known = problems.list(null, null, MOST).items().stream()
                .filter(it -> !it.own())
                .toList();
        if (known.isEmpty() || text.isBlank()) {
            return List.of();
        }
        var asked = meaning(text, language);
        record Near(KnownProblemRow row, double alike) {}
        return known.stream()
                .map(it -> new Near(
                        it, asked.sameness(meaning(language.equals("zh") ? it.titleZh() : it.titleEn(), language))))
                .filter(it -> it.alike() >= ALIKE)
                .sorted(Comparator.comparingDouble(Near::alike).reversed())
                .limit(atMost)
                .map(Near::row)
                .toList();
    }

    private Meaning meaning(String text, String language) {
        return meanings.computeIfAbsent(
                language + embedder.name() + " " + text, it -> Meaning.of(text, language, embedder));
    }
}
