package org.askwell.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** An index without the portal around it: only words, no rights, no vectors, no snippets. */
public final class RawSearch implements AutoCloseable {

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public RawSearch(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
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
