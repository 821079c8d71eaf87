package org.askwell.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askwell.ai.Embedder;
import org.askwell.ask.Answer.Outcome;
import org.askwell.ask.Answer.Related;
import org.askwell.ask.Answer.Why;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.search.Hit;
import org.askwell.search.PageRef;
import org.askwell.search.Passage;
import org.askwell.search.PassageIndex;
import org.askwell.search.Query;
import org.askwell.search.Telling;
import org.jspecify.annotations.Nullable;

/**
 * From a question to an {@link Answer}, without a language model.
 *
 * <p>It knows no database: what may be read comes from the {@link Shelf}, which is asked for every passage before a word
 * of it is used. May be called by many threads at once.
 */
public final class Answering {

    /** Where the text of a passage is read, and where it is checked once more whether the asker may read it. */
    public interface Shelf {

        /** The Markdown of a page's revision, or null when it is not published any more or not for this reader. */
        @Nullable
        String markdown(PageRef page, int revision);

        /** Says which pages will be asked for, so that they can be read together. */
        default void expect(Collection<PageRef> pages) {}

        default @Nullable String markdown(Passage passage) {
            return markdown(passage.page(), passage.revision());
        }
    }

    private static final int HITS = 16;
    private static final int READ = 6;
    private static final int LISTED = 5;
    private static final int NEAREST = 3;
    private static final int PARSED = 300;

    /** A question of fewer telling words (How does it work?) means something else below each article's heading. */
    private static final int SAYS_ENOUGH = 2;

    /** So much of a question in other words must stand in an article of another language before it is offered. */
    private static final double SAME_IN_BOTH = 0.5;

    private final PassageIndex index;
    private final Extractor extractor;
    private final Confidence confidence;
    private final AnswersGiven given = new AnswersGiven();
    private final Map<String, MarkdownText> parsed = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MarkdownText> eldest) {
            return size() > PARSED;
        }
    });

    public Answering(PassageIndex index, Embedder embedder) {
        this(
                index,
                embedder,
                Weights.read("/org/askwell/ask/sentence.properties"),
                Weights.read("/org/askwell/ask/confidence.properties"));
    }

    Answering(PassageIndex index, Embedder embedder, Weights sentence, Weights confidence) {
        this.index = index;
        this.extractor = new Extractor(embedder, sentence);
        this.confidence = new Confidence(confidence, embedder);
    }

    /**
     * Answers a question.
     *
     * @param audience the tokens the asker holds
     * @param space only from this space, or null
     */
    public Answer answer(Asked asked, Set<String> audience, @Nullable String space, Shelf shelf) {
        var query = new Query(asked.text(), asked.previous(), audience, space, asked.language(), HITS);
        var edition = index.edition(audience);
        return given.again(edition, query, shelf).orElseGet(() -> {
            var noting = new AnswersGiven.Noting(shelf);
            var answer = answer(asked, query, noting);
            given.keep(edition, query, noting, answer);
            return answer;
        });
    }

    private Answer answer(Asked asked, Query query, Shelf shelf) {
        return switch (asked.intent()) {
            case PERSON -> without(asked, Outcome.NOT_FOUND, Why.WANTS_A_PERSON, 0, List.of(), null, true);
            case GREETING -> without(asked, Outcome.CLARIFY, Why.GREETING, 0, List.of(), null, true);
            case TOPIC -> topic(asked, query, shelf);
            case QUESTION -> question(asked, query, shelf);
        };
    }

    private Answer topic(Asked asked, Query query, Shelf shelf) {
        var articles = articles(asked, found(query, shelf), shelf, LISTED, Set.of());
        return articles.isEmpty()
                ? without(asked, Outcome.NOT_FOUND, Why.NOTHING_NEAR, 0, List.of(), null, true)
                : without(asked, Outcome.CLARIFY, Why.TOPIC_ONLY, 0, articles, null, false);
    }

    private List<Hit> found(Query query, Shelf shelf) {
        var hits = index.search(query);
        shelf.expect(hits.stream().map(it -> it.passage().page()).distinct().toList());
        return hits;
    }

    private Answer question(Asked asked, Query query, Shelf shelf) {
        var hits = found(query, shelf);
        var judged = judge(asked, query, hits, shelf);
        if (judged == null || judged.confidence() < confidence.threshold(asked.language())) {
            return inOtherLanguage(asked, hits, shelf, judged == null ? 0 : judged.confidence());
        }
        if (!judged.namesTheSame()) {
            var related = articles(asked, hits, shelf, NEAREST, Set.of());
            return without(
                    asked, Outcome.NOT_FOUND, Why.NAMES_SOMETHING_ELSE, judged.confidence(), related, null, true);
        }
        var sentences = Quoting.shown(judged.evidence());
        var cited = new HashSet<String>();
        sentences.forEach(it -> it.citations().forEach(citation -> cited.add(citation.article())));
        return new Answer(
                Outcome.ANSWERED,
                Why.PROVEN,
                asked.language(),
                judged.confidence(),
                sentences,
                articles(asked, hits, shelf, NEAREST, cited),
                null,
                false);
    }

    /** What was found and how far it is believed, before anything is decided. */
    record Judged(Evidence evidence, double confidence, boolean namesTheSame, double[] signals) {}

    @Nullable
    Judged judge(Asked asked, Query query, List<Hit> hits, Shelf shelf) {
        var own = hits.stream()
                .filter(it -> it.passage().language().equals(asked.language()))
                .toList();
        var telling = index.telling(query);
        var meant = meant(asked, query, telling, own, shelf);
        var founds = meant.isEmpty() ? read(own, shelf) : meant;
        if (founds.isEmpty()) {
            return null;
        }
        var evidence = extractor
                .best(asked.searched(), asked.language(), telling, founds)
                .orElse(null);
        if (evidence == null) {
            return null;
        }
        var page = evidence.key().found;
        var signals = confidence.signals(asked.searched(), evidence, telling, founds);
        return new Judged(
                evidence,
                meant.isEmpty() ? confidence.of(signals, asked.language()) : 1,
                !meant.isEmpty()
                        || Decisive.standIn(
                                asked.text(),
                                page.hit().passage().title() + "\n"
                                        + page.text().markdown()),
                signals);
    }

    /** Where somebody has written that this very question is answered: he knows better than any signal. */
    private List<Found> meant(Asked asked, Query query, Telling telling, List<Hit> hits, Shelf shelf) {
        var worded = index.worded(query);
        var named = read(
                hits.stream().filter(it -> worded.contains(it.passage().page())).toList(), shelf);
        if (!named.isEmpty() || asked.previous() != null || telling.words().size() < SAYS_ENOUGH) {
            return named;
        }
        var below =
                hits.stream().filter(it -> it.passage().isUnder(asked.text())).toList();
        return below.stream().map(it -> it.passage().page()).distinct().count() == 1 ? read(below, shelf) : List.of();
    }

    private List<Found> read(List<Hit> hits, Shelf shelf) {
        var founds = new ArrayList<Found>();
        for (var hit : hits) {
            var markdown = founds.size() < READ ? shelf.markdown(hit.passage()) : null;
            if (markdown != null) {
                founds.add(new Found(hit, parse(markdown)));
            }
        }
        return founds;
    }

    private MarkdownText parse(String markdown) {
        return parsed.computeIfAbsent(markdown, MarkdownText::parse);
    }

    private Answer inOtherLanguage(Asked asked, List<Hit> hits, Shelf shelf, double confidence) {
        var related = articles(asked, hits, shelf, NEAREST, Set.of());
        for (var hit : hits) {
            var passage = hit.passage();
            if (!passage.language().equals(asked.language())
                    && hit.signals().coverage() >= SAME_IN_BOTH
                    && shelf.markdown(passage) != null) {
                var offered = new ArrayList<Related>();
                offered.add(Related.of(passage));
                related.stream()
                        .filter(it -> !it.article().equals(passage.page().id()))
                        .limit(NEAREST - 1)
                        .forEach(offered::add);
                return without(
                        asked, Outcome.NOT_FOUND, Why.OTHER_LANGUAGE, confidence, offered, passage.language(), true);
            }
        }
        var why = related.isEmpty() ? Why.NOTHING_NEAR : Why.NOT_SURE;
        return without(asked, Outcome.NOT_FOUND, why, confidence, related, null, true);
    }

    /** The articles of the hits, each once, those in the asker's language first. */
    private static List<Related> articles(Asked asked, List<Hit> hits, Shelf shelf, int most, Set<String> without) {
        var seen = new HashSet<>(without);
        return hits.stream()
                .map(Hit::passage)
                .sorted(Comparator.comparing(it -> !it.language().equals(asked.language())))
                .filter(it -> seen.add(it.page().id()))
                .filter(it -> shelf.markdown(it) != null)
                .limit(most)
                .map(Related::of)
                .toList();
    }

    private static Answer without(
            Asked asked,
            Outcome outcome,
            Why why,
            double confidence,
            List<Related> related,
            @Nullable String onlyIn,
            boolean openPerson) {
        return new Answer(outcome, why, asked.language(), confidence, List.of(), related, onlyIn, openPerson);
    }
}
