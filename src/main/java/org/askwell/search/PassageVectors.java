package org.askwell.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;
import org.askwell.ai.Embedder;
import org.askwell.ai.WrittenLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the meaning of passages and questions in the index: one vector each, in a field of their language.
 *
 * <p>Making one costs a run of a model, so those of a page that is written again are taken over where their text is the
 * same as before.
 */
final class PassageVectors {

    /** How much title and headings count in the vector of a passage, whose own text counts 1. */
    private static final float HEADINGS = 0.15f;

    /** More passages than any page has. */
    private static final int ALL = 10_000;

    private final Embedder embedder;

    PassageVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    boolean available() {
        return embedder.available();
    }

    /** The vectors that the page's passages have already, by the text they were made of. */
    Map<String, float[]> known(IndexSearcher searcher, PageRef page) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term("page", page.toString())), Occur.FILTER)
                .add(new TermQuery(new Term("kind", "passage")), Occur.FILTER)
                .build();
        var vectors = new HashMap<String, float[]>();
        for (var found : searcher.search(query, ALL).scoreDocs) {
            var passage = PageDocuments.passage(searcher.storedFields().document(found.doc));
            var vector = stored(searcher, found.doc, field(languageOf(passage)));
            if (vector != null) {
                vectors.put(text(passage), vector);
            }
        }
        return vectors;
    }

    /** Makes the vectors that are not known yet. */
    void addMissing(List<Passage> passages, Map<String, float[]> known) {
        for (var passage : passages) {
            known.computeIfAbsent(text(passage), text -> make(passage));
        }
    }

    /** Gives the document of a passage its vector; false when none is known. */
    static boolean write(Document document, Passage passage, Map<String, float[]> known) {
        var vector = known.get(text(passage));
        if (vector == null) {
            return false;
        }
        document.add(new KnnFloatVectorField(field(languageOf(passage)), vector, VectorSimilarityFunction.DOT_PRODUCT));
        return true;
    }

    /** Half as a question and half as a text: wording that is near to the question counts as well as an answer to it. */
    float[] question(String language, String text) {
        var vector = embedder.embedQuery(language, text).clone();
        var plain = embedder.embedPassages(language, List.of(text)).getFirst();
        for (int at = 0; at < vector.length; at++) {
            vector[at] += plain[at];
        }
        return VectorUtil.l2normalize(vector);
    }

    static String field(String language) {
        return "vector-" + language;
    }

    static float @Nullable [] stored(IndexSearcher searcher, int document, String field) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var values = leaf.reader().getFloatVectorValues(field);
        if (values == null) {
            return null;
        }
        var iterator = values.iterator();
        int inLeaf = document - leaf.docBase;
        return iterator.advance(inLeaf) == inLeaf
                ? values.vectorValue(iterator.index()).clone()
                : null;
    }

    /** All the words a vector is made of. */
    static String text(Passage passage) {
        return above(passage) + "\n" + passage.text();
    }

    /** Mostly what the text says, and a little what stands above it, without which half of all passages mean nothing. */
    private float[] make(Passage passage) {
        var language = languageOf(passage);
        var above = above(passage);
        if (passage.text().isBlank() || above.isBlank()) {
            return embedder.embedPassages(language, List.of(passage.text().isBlank() ? above : passage.text()))
                    .getFirst();
        }
        var both = embedder.embedPassages(language, List.of(passage.text(), above));
        var vector = both.getFirst().clone();
        for (int at = 0; at < vector.length; at++) {
            vector[at] += HEADINGS * both.getLast()[at];
        }
        return VectorUtil.l2normalize(vector);
    }

    private static String above(Passage passage) {
        var all = new ArrayList<String>();
        all.add(passage.title());
        all.addAll(passage.headings());
        all.removeIf(String::isBlank);
        return String.join(" > ", all);
    }

    private static String languageOf(Passage passage) {
        return WrittenLanguage.of(passage.text().isBlank() ? passage.title() : passage.text());
    }
}
