package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The folder on the local disk that holds the index: opened, written, read and closed here, whatever stands in it.
 *
 * <p>A folder that is missing, damaged, of an older layout or made with other models is emptied when it is opened, and
 * has no cursor then, so that its owner fills it again; {@link #whyEmpty()} tells the reason. Its owner lets one thread
 * write at a time; any number may read.
 */
final class IndexFolder implements AutoCloseable {

    /** Changes whenever an index written before cannot be read with the same result any more. */
    static final String LAYOUT = "3";

    private static final Logger LOG = Logger.getLogger(IndexFolder.class.getName());

    private static final String LAYOUT_KEY = "layout";
    private static final String MODELS_KEY = "models";
    private static final String CURSOR_KEY = "cursor";

    private static final double BUFFER_MB = 48;

    private final Path folder;
    private final String models;
    private final BM25Similarity similarity;
    private final Opened opened;
    private String whyEmpty = "";

    private record Opened(Directory directory, IndexWriter writer, SearcherManager searchers) {}

    /** @param models the name of the embedder whose vectors stand in the index */
    IndexFolder(Path folder, String models, BM25Similarity similarity) throws IOException {
        this.folder = folder;
        this.models = models;
        this.similarity = similarity;
        Files.createDirectories(folder);
        this.opened = openOrStartAgain();
    }

    /** Why the index was found empty when it was opened; empty when it was not. */
    String whyEmpty() {
        return whyEmpty;
    }

    OptionalLong cursor() {
        for (var entry : opened.writer().getLiveCommitData()) {
            if (entry.getKey().equals(CURSOR_KEY)) {
                return OptionalLong.of(Long.parseLong(entry.getValue()));
            }
        }
        return OptionalLong.empty();
    }

    /** Puts the documents of a page in the place of those it had. */
    void replace(Term page, List<Document> block) {
        writing(() -> opened.writer().updateDocuments(page, block));
    }

    void delete(Term page) {
        writing(() -> opened.writer().deleteDocuments(page));
    }

    /** Forgets all documents and the cursor. */
    void clear() {
        writing(() -> {
            opened.writer().deleteAll();
            opened.writer().setLiveCommitData(commitData(null).entrySet());
            opened.writer().commit();
        });
        refresh();
    }

    /** Makes what was written durable, together with how far the change log was read. */
    void commit(long cursor) {
        writing(() -> {
            opened.writer().setLiveCommitData(commitData(cursor).entrySet());
            opened.writer().commit();
        });
    }

    /** Makes what was written visible to readers. */
    void refresh() {
        writing(() -> opened.searchers().maybeRefreshBlocking());
    }

    /** Reads what was visible at the last refresh, all of it from one moment. */
    <T> T read(Reading<T> reading) {
        var searchers = opened.searchers();
        try {
            var searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** What was not committed is lost. */
    @Override
    public void close() {
        try {
            close(opened);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "The index could not be closed properly", failure);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Opened openOrStartAgain() throws IOException {
        try {
            var found = openFolder();
            var why = unusable(found);
            if (why == null) {
                return found;
            }
            whyEmpty = why;
            close(found);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "The index is damaged and starts again from nothing", damaged);
            whyEmpty = "damaged";
        }
        LOG.log(Level.INFO, "The index starts empty: {0}", whyEmpty);
        empty(folder);
        var fresh = openFolder();
        fresh.writer().setLiveCommitData(commitData(null).entrySet());
        fresh.writer().commit();
        fresh.searchers().maybeRefreshBlocking();
        return fresh;
    }

    private Opened openFolder() throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            if (DirectoryReader.indexExists(directory)) {
                checkIntegrity(directory);
            }
            var config = new IndexWriterConfig(Words.byField());
            config.setSimilarity(similarity);
            config.setCodec(new QuantizedVectors());
            config.setRAMBufferSizeMB(BUFFER_MB);
            var writer = new IndexWriter(directory, config);
            try {
                return new Opened(directory, writer, new SearcherManager(writer, searchers()));
            } catch (IOException | RuntimeException failure) {
                writer.rollback();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static void checkIntegrity(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private SearcherFactory searchers() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(similarity);
                return searcher;
            }
        };
    }

    private @Nullable String unusable(Opened found) {
        var data = new HashMap<String, String>();
        found.writer().getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        if (data.isEmpty()) {
            return "new";
        }
        if (!LAYOUT.equals(data.get(LAYOUT_KEY))) {
            return "older layout";
        }
        if (!models.equals(data.get(MODELS_KEY))) {
            return "other models";
        }
        return null;
    }

    private Map<String, String> commitData(@Nullable Long cursor) {
        var data = new HashMap<>(Map.of(LAYOUT_KEY, LAYOUT, MODELS_KEY, models));
        if (cursor != null) {
            data.put(CURSOR_KEY, String.valueOf(cursor));
        }
        return data;
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void close(Opened opened) throws IOException {
        opened.searchers().close();
        opened.writer().rollback();
        opened.directory().close();
    }

    /** Vectors of eight bits instead of thirty-two: a quarter of the memory, nearly the same neighbours. */
    private static final class QuantizedVectors extends Lucene104Codec {
        private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
        }
    }
}
