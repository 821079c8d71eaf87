package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.askwell.ai.WrittenLanguage;
import org.askwell.search.Ranking.Candidate;
import org.jspecify.annotations.Nullable;

/** One search: proposals by words and by vectors, their signals, their order. Valid as long as its searcher is. */
final class Finding {

    /** How many passages each of words and vectors proposes. */
    private static final int PROPOSALS = 100;

    private final IndexSearcher searcher;
    private final Query query;
    private final Tuning tuning;
    private final PassageVectors vectors;
    private final List<Candidate> best;
    private final Snippets snippets;

    Finding(IndexSearcher searcher, Query query, Tuning tuning, PassageVectors vectors) throws IOException {
        this.searcher = searcher;
        this.tuning = tuning;
        this.vectors = vectors;
        this.query = query;
        var words = QueryWords.of(query.text(), query.previous()).respelt(searcher.getIndexReader());
        this.snippets = new Snippets(words.rarity(searcher));
        this.best = query.audience().isEmpty() ? List.of() : find(words);
    }

    List<Candidate> best() {
        return best;
    }

    Hit hit(Candidate candidate) {
        try {
            var document = searcher.storedFields().document(candidate.document);
            var passage = PageDocuments.passage(document);
            var signals = new Hit.Signals(
                    candidate.bm25,
                    candidate.pageBm25,
                    snippets.coverage(PassageVectors.text(passage), PageDocuments.han(document)),
                    candidate.hasVector() ? candidate.cosine : 0,
                    snippets.coverage(passage.title()));
            return new Hit(passage, candidate.score, signals);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PageHit pageHit(Candidate candidate) {
        try {
            var passage = PageDocuments.passage(searcher.storedFields().document(candidate.document));
            return new PageHit(passage.page(), candidate.score, passage, snippets.of(passage.text()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Nullable
    String translationOf(Candidate candidate) {
        try {
            return searcher.storedFields()
                    .document(candidate.page, Set.of("translation"))
                    .get("translation");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Only what the reader may see, in all spaces or in one. */
    static org.apache.lucene.search.Query rights(Set<String> audience, @Nullable String space) {
        var rights = new BooleanQuery.Builder();
        rights.add(
                new TermInSetQuery(
                        "audience", audience.stream().map(BytesRef::new).toList()),
                Occur.FILTER);
        if (space != null) {
            rights.add(new TermQuery(new Term("space", space)), Occur.FILTER);
        }
        return rights.build();
    }

    private List<Candidate> find(QueryWords words) throws IOException {
        var rights = rights(query.audience(), query.space());
        var byDocument = new HashMap<Integer, Candidate>();
        var byWords = words.query("", tuning.words());
        if (!words.isEmpty()) {
            var proposals = new BooleanQuery.Builder()
                    .add(byWords, Occur.MUST)
                    .add(rights, Occur.FILTER)
                    .build();
            for (var found : searcher.search(proposals, PROPOSALS).scoreDocs) {
                byDocument.computeIfAbsent(found.doc, Candidate::new).bm25 = found.score;
            }
        }
        if (vectors.available() && query.meaning() && !query.text().isBlank()) {
            neighbours(rights, byDocument);
        }
        var candidates = new ArrayList<>(byDocument.values());
        candidates.sort(Comparator.comparingInt(it -> it.document));
        describe(candidates);
        if (!words.isEmpty()) {
            score(byWords, candidates);
            scorePages(words.query(PageDocuments.PAGE_WORDS, tuning.words()), candidates);
        }
        return tuning.ranking().order(candidates);
    }

    private void neighbours(org.apache.lucene.search.Query rights, Map<Integer, Candidate> byDocument)
            throws IOException {
        var text = QueryWords.bounded(query.previous() == null ? query.text() : query.previous() + " " + query.text());
        var language = WrittenLanguage.of(text);
        var field = PassageVectors.field(language);
        var vector = vectors.question(language, text);
        var nearest = new KnnFloatVectorQuery(field, vector, PROPOSALS, rights);
        for (var found : searcher.search(nearest, PROPOSALS).scoreDocs) {
            byDocument.computeIfAbsent(found.doc, Candidate::new);
        }
        for (var candidate : byDocument.values()) {
            var its = PassageVectors.stored(searcher, candidate.document, field);
            if (its != null) {
                candidate.cosine = VectorUtil.dotProduct(vector, its);
            }
        }
    }

    /** Scores documents that other signals proposed; candidates are in the order of documents. */
    private void score(org.apache.lucene.search.Query words, List<Candidate> candidates) throws IOException {
        var scores =
                scores(words, candidates.stream().mapToInt(it -> it.document).toArray());
        for (int at = 0; at < scores.length; at++) {
            candidates.get(at).bm25 = scores[at];
        }
    }

    private void scorePages(org.apache.lucene.search.Query words, List<Candidate> candidates) throws IOException {
        var pages = new int[candidates.size()];
        for (int at = 0; at < pages.length; at++) {
            pages[at] = candidates.get(at).page;
        }
        var scores = scores(words, pages);
        for (int at = 0; at < scores.length; at++) {
            candidates.get(at).pageBm25 = scores[at];
        }
    }

    private float[] scores(org.apache.lucene.search.Query words, int[] documents) throws IOException {
        var scores = new float[documents.length];
        var weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        var leaves = searcher.getIndexReader().leaves();
        for (int at = 0; at < documents.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(documents[at], leaves));
            int behind = leaf.docBase + leaf.reader().maxDoc();
            var scorer = weight.scorer(leaf);
            var iterator = scorer == null ? null : scorer.iterator();
            for (; at < documents.length && documents[at] < behind; at++) {
                int wanted = documents[at] - leaf.docBase;
                if (iterator == null || scorer == null) {
                    continue;
                }
                int there = iterator.docID() < wanted ? iterator.advance(wanted) : iterator.docID();
                if (there == wanted) {
                    scores[at] = scorer.score();
                }
            }
        }
        return scores;
    }

    private LeafReaderContext leafOf(int document) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }

    /** Finds out about candidates, which come in the order of documents, what is the same for any question. */
    private void describe(List<Candidate> candidates) throws IOException {
        var preferred = new BytesRef(query.language());
        for (var candidate : candidates) {
            var leaf = leafOf(candidate.document);
            int inLeaf = candidate.document - leaf.docBase;
            var distance = DocValues.getNumeric(leaf.reader(), "toPage");
            var language = DocValues.getSorted(leaf.reader(), "its-language");
            if (!distance.advanceExact(inLeaf) || !language.advanceExact(inLeaf)) {
                throw new IllegalStateException("A passage without a page");
            }
            candidate.page = candidate.document + (int) distance.longValue();
            candidate.preferred = language.lookupOrd(language.ordValue()).equals(preferred);
        }
    }
}
