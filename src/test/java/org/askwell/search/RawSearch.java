package org.askwell.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.askwell.ai.Embedder;
import org.askwell.ai.WrittenLanguage;

/** An index without the portal around it: what Lucene itself needs for words alone, or for the whole question. */
public final class RawSearch implements AutoCloseable {

    private static final int DEPTH = 100;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final UnifiedHighlighter highlighter;

    public RawSearch(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        highlighter = UnifiedHighlighter.builderWithoutSearcher(Words.byField()).build();
    }

    /** How many passages the ten best hits are; also reads which pages they belong to. */
    public int find(String text) throws IOException {
        var query = QueryWords.of(text, null).query("", new QueryWords.Weights(0.6f, 0.6f, 1f));
        var top = searcher.search(query, 10);
        for (var hit : top.scoreDocs) {
            searcher.storedFields().document(hit.doc, Set.of("page"));
        }
        return top.scoreDocs.length;
    }

    /**
     * The same question as the portal's search asks, straight on Lucene: its vector, the words and the neighbours with
     * the reader's rights, the ten best by the sum of both ranks, their texts, and Lucene's own highlighter on them.
     */
    public int findAll(String text, Embedder embedder) throws IOException {
        var words = QueryWords.of(text, null).query("", new QueryWords.Weights(0.6f, 0.6f, 1f));
        var rights = new TermQuery(new Term("audience", "everyone"));
        var language = WrittenLanguage.of(text);
        var vector = embedder.embedQuery(language, text);
        var byWords = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(rights, Occur.FILTER)
                .build();
        var ranks = new HashMap<Integer, Double>();
        count(searcher.search(byWords, DEPTH), ranks);
        count(searcher.search(new KnnFloatVectorQuery("vector-" + language, vector, DEPTH, rights), DEPTH), ranks);
        var best = ranks.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(10)
                .toList();
        var field = QueryWords.field(language.equals("zh") ? Words.HAN : Words.STEMS);
        for (var hit : best) {
            var stored = searcher.storedFields().document(hit.getKey()).get("text");
            highlighter.highlightWithoutSearcher(field, words, Folding.fold(stored), 1);
        }
        return best.size();
    }

    private static void count(TopDocs found, Map<Integer, Double> ranks) {
        for (int rank = 0; rank < found.scoreDocs.length; rank++) {
            ranks.merge(found.scoreDocs[rank].doc, 1.0 / (60 + rank), Double::sum);
        }
    }

    /** Pages of the last commit whose vectors are still to be made. */
    public static int waitingForVectors(Path folder) throws IOException {
        try (var raw = new RawSearch(folder)) {
            return raw.searcher.count(new TermQuery(new Term("vectors", "wait")));
        }
    }

    public int passages() throws IOException {
        return searcher.count(new TermQuery(new Term("kind", "passage")));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
