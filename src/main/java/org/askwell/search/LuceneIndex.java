package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.askwell.ai.Embedder;
import org.askwell.ai.WrittenLanguage;
import org.askwell.search.Ranking.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * The index as a Lucene folder on the local disk.
 *
 * <p>A page is one block of documents that lives and dies together: what may be suggested, its passages in order, and
 * last the page itself. Opening a folder that is missing, damaged or of an older layout gives an empty index without a
 * cursor, so that its owner fills it again; {@link #whyEmpty()} tells the reason.
 */
public final class LuceneIndex implements PassageIndex {

    /** Changes whenever an index written before cannot be read with the same result any more. */
    private static final String LAYOUT = "1";

    private static final Logger LOG = Logger.getLogger(LuceneIndex.class.getName());

    private static final String LAYOUT_KEY = "layout";
    private static final String MODELS_KEY = "models";
    private static final String CURSOR_KEY = "cursor";
    private static final String PAGE_WORDS = "page-";

    /** How many passages each of words and vectors proposes. */
    private static final int PROPOSALS = 100;

    /** How much title and headings count in the vector of a passage, whose own text counts 1. */
    private static final float HEADINGS_IN_VECTOR = 0.15f;

    private static final FieldType WORDS = words();

    private final Embedder embedder;
    private final Path folder;
    private final Tuning tuning;
    private final Object writing = new Object();
    private final Set<PageRef> beingEmbedded = new HashSet<>();
    private volatile Opened opened;
    private volatile String whyEmpty = "";

    /** What may be weighed differently; measured on questions and pages that have nothing to do with each other. */
    record Tuning(
            QueryWords.Weights words,
            float k1,
            float b,
            Ranking ranking,
            int titleTimes,
            int headingTimes,
            int wordingTimes) {
        static final Tuning DEFAULT =
                new Tuning(new QueryWords.Weights(0.6f, 0.6f, 1f), 1.2f, 0.75f, Ranking.DEFAULT, 2, 2, 3);
    }

    private record Opened(Directory directory, IndexWriter writer, SearcherManager searchers) {}

    private LuceneIndex(Path folder, Embedder embedder, Tuning tuning) throws IOException {
        this.folder = folder;
        this.embedder = embedder;
        this.tuning = tuning;
        Files.createDirectories(folder);
        this.opened = openOrStartAgain();
    }

    /** Opens the index in a folder of its own, or starts an empty one there. */
    public static LuceneIndex open(Path folder, Embedder embedder) {
        return open(folder, embedder, Tuning.DEFAULT);
    }

    static LuceneIndex open(Path folder, Embedder embedder, Tuning tuning) {
        try {
            return new LuceneIndex(folder, embedder, tuning);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The index folder cannot be used: " + folder, unusable);
        }
    }

    /** Why the index was found empty when it was opened, for the log and the operator; empty when it was not. */
    public String whyEmpty() {
        return whyEmpty;
    }

    @Override
    public OptionalLong cursor() {
        for (var entry : opened.writer().getLiveCommitData()) {
            if (entry.getKey().equals(CURSOR_KEY)) {
                return OptionalLong.of(Long.parseLong(entry.getValue()));
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public void put(Page page) {
        synchronized (writing) {
            beingEmbedded.remove(page.ref());
            var passages = Passages.of(page);
            write(page, passages, knownVectors(page.ref()));
        }
    }

    @Override
    public void remove(PageRef page) {
        synchronized (writing) {
            beingEmbedded.remove(page);
            try {
                opened.writer().deleteDocuments(new Term("page", page.toString()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void clear() {
        synchronized (writing) {
            beingEmbedded.clear();
            try {
                opened.writer().deleteAll();
                opened.writer().setLiveCommitData(commitData(null).entrySet());
                opened.writer().commit();
                refresh();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void refresh() {
        try {
            opened.searchers().maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void commit(long cursor) {
        synchronized (writing) {
            try {
                opened.writer().setLiveCommitData(commitData(cursor).entrySet());
                opened.writer().commit();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        refresh();
    }

    @Override
    public int embed(int atMostPages) {
        if (!embedder.available()) {
            return 0;
        }
        var waiting = waiting(atMostPages);
        int done = 0;
        for (var page : waiting) {
            synchronized (writing) {
                beingEmbedded.add(page.ref());
            }
            var passages = Passages.of(page);
            var vectors = knownVectors(page.ref());
            addMissing(passages, vectors);
            synchronized (writing) {
                // Whoever put or removed the page meanwhile knows better.
                if (beingEmbedded.remove(page.ref())) {
                    write(page, passages, vectors);
                    done++;
                }
            }
        }
        return waiting.isEmpty() ? 0 : Math.max(1, done);
    }

    @Override
    public List<Hit> search(Query query) {
        return withSearcher(searcher -> {
            var found = new Finding(searcher, query);
            return found.best().stream().limit(query.limit()).map(found::hit).toList();
        });
    }

    @Override
    public List<PageHit> pages(Query query) {
        return withSearcher(searcher -> {
            var found = new Finding(searcher, query);
            var pages = new LinkedHashMap<Integer, PageHit>();
            var translations = new HashSet<String>();
            for (var candidate : found.best()) {
                if (pages.size() >= query.limit()) {
                    break;
                }
                if (pages.containsKey(candidate.page)) {
                    continue;
                }
                var translation = found.translationOf(candidate);
                if (translation != null && !translations.add(translation)) {
                    continue;
                }
                var hit = found.hit(candidate);
                pages.put(candidate.page, new PageHit(hit.passage().page(), hit.score(), hit));
            }
            return List.copyOf(pages.values());
        });
    }

    /** What a search weighs before it is put in order, for those who look for better weights. */
    Weighing weighing(Query query) {
        return withSearcher(searcher -> {
            var found = new Finding(searcher, query);
            var ids = new HashMap<Integer, String>();
            for (var candidate : found.best()) {
                if (!ids.containsKey(candidate.page)) {
                    ids.put(
                            candidate.page,
                            ref(searcher.storedFields()
                                            .document(candidate.page, Set.of("page"))
                                            .get("page"))
                                    .id());
                }
            }
            return new Weighing(found.best(), ids);
        });
    }

    record Weighing(List<Candidate> candidates, Map<Integer, String> pageIds) {

        /** The ids of the pages in the order that another ranking would give them. */
        List<String> by(Ranking ranking) {
            return ranking.order(candidates).stream()
                    .map(it -> pageIds.getOrDefault(it.page, ""))
                    .distinct()
                    .toList();
        }
    }

    @Override
    public List<Suggestion> suggest(String typed, Set<String> audience, int limit) {
        var folded = Folding.fold(QueryWords.bounded(typed)).strip().toLowerCase(java.util.Locale.ROOT);
        if (folded.isEmpty() || audience.isEmpty()) {
            return List.of();
        }
        return withSearcher(searcher -> {
            var query = new BooleanQuery.Builder();
            query.add(rights(audience, null), Occur.FILTER);
            query.add(Suggestions.query(folded), Occur.MUST);
            var top = searcher.search(query.build(), Math.max(50, limit * 10));
            var best = new LinkedHashMap<String, Suggestion>();
            for (var found : top.scoreDocs) {
                var document = searcher.storedFields().document(found.doc);
                var text = document.get("text");
                best.putIfAbsent(
                        text,
                        new Suggestion(
                                ref(document.get("page")),
                                document.get("space"),
                                document.get("language"),
                                document.get("title"),
                                text,
                                Suggestions.marks(Folding.fold(text), folded)));
            }
            return best.values().stream()
                    .sorted(Comparator.comparingInt((Suggestion it) -> Suggestions.rank(it, folded)))
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Passage> around(Passage passage, int before, int after) {
        return withSearcher(searcher -> {
            var query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term("page", passage.page().toString())), Occur.FILTER)
                    .add(new TermQuery(new Term("kind", "passage")), Occur.FILTER)
                    .build();
            var found = new ArrayList<Passage>();
            for (var doc : searcher.search(query, 10_000).scoreDocs) {
                var neighbour = passage(searcher.storedFields().document(doc.doc));
                if (neighbour.revision() == passage.revision()
                        && neighbour.number() >= passage.number() - before
                        && neighbour.number() <= passage.number() + after) {
                    found.add(neighbour);
                }
            }
            found.sort(Comparator.comparingInt(Passage::number));
            return found;
        });
    }

    @Override
    public Telling telling(Query query) {
        return withSearcher(searcher -> {
            var words = QueryWords.of(query.text(), query.previous());
            return new Telling(words.rarity(searcher), (kind, term) -> {
                try {
                    return searcher.getIndexReader().docFreq(new Term(QueryWords.field(kind), term)) > 0;
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        });
    }

    @Override
    public Size size() {
        return withSearcher(searcher -> new Size(
                searcher.count(new TermQuery(new Term("kind", "page"))),
                searcher.count(new TermQuery(new Term("kind", "passage"))),
                embedder.available() ? searcher.count(new TermQuery(new Term("vectors", "wait"))) : 0));
    }

    @Override
    public void close() {
        synchronized (writing) {
            try {
                opened.searchers().close();
                opened.writer().rollback();
                opened.directory().close();
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "The index could not be closed properly", failure);
            }
        }
    }

    // ---- opening

    private Opened openOrStartAgain() throws IOException {
        try {
            var found = openFolder();
            var why = unusable(found);
            if (why == null) {
                return found;
            }
            whyEmpty = why;
            found.searchers().close();
            found.writer().rollback();
            found.directory().close();
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
                try (var reader = DirectoryReader.open(directory)) {
                    for (var leaf : reader.leaves()) {
                        leaf.reader().checkIntegrity();
                    }
                }
            }
            var config = new IndexWriterConfig(analyzer());
            var similarity = new BM25Similarity(tuning.k1(), tuning.b());
            config.setSimilarity(similarity);
            config.setCodec(new QuantizedVectors());
            config.setRAMBufferSizeMB(48);
            var writer = new IndexWriter(directory, config);
            try {
                return new Opened(directory, writer, new SearcherManager(writer, new SearcherFactory() {
                    @Override
                    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                        var searcher = new IndexSearcher(reader);
                        searcher.setSimilarity(similarity);
                        return searcher;
                    }
                }));
            } catch (IOException | RuntimeException failure) {
                writer.rollback();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
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
        if (!embedder.name().equals(data.get(MODELS_KEY))) {
            return "other models";
        }
        return null;
    }

    private Map<String, String> commitData(@Nullable Long cursor) {
        var data = new HashMap<>(Map.of(LAYOUT_KEY, LAYOUT, MODELS_KEY, embedder.name()));
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

    private static Analyzer analyzer() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                for (var kind : Words.values()) {
                    if (field.endsWith(QueryWords.field(kind))) {
                        return kind.shared();
                    }
                }
                throw new IllegalArgumentException("No words in " + field);
            }
        };
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    // ---- writing

    private void write(Page page, List<Passage> passages, Map<String, float[]> vectors) {
        var block = new ArrayList<Document>();
        var key = page.ref().toString();
        var offered = new LinkedHashMap<String, Boolean>();
        offered.put(page.title(), true);
        page.wordings().forEach(wording -> offered.putIfAbsent(wording, false));
        offered.forEach((text, isTitle) -> {
            var document = base(page, "suggestion");
            document.add(new StoredField("title", page.title()));
            document.add(new StoredField("text", text));
            Suggestions.index(document, Folding.fold(text));
            block.add(document);
        });
        boolean complete = true;
        for (int at = 0; at < passages.size(); at++) {
            var passage = passages.get(at);
            var document = base(page, "passage");
            document.add(new NumericDocValuesField("toPage", passages.size() - at));
            document.add(new SortedDocValuesField("its-language", new BytesRef(page.language())));
            document.add(new StoredField("title", page.title()));
            document.add(new StoredField("revision", page.revision()));
            document.add(new StoredField("number", passage.number()));
            document.add(new StoredField("headings", String.join("\n", passage.headings())));
            document.add(new StoredField("anchor", passage.anchor()));
            document.add(new StoredField("start", passage.start()));
            document.add(new StoredField("end", passage.end()));
            document.add(new StoredField("text", passage.text()));
            addWords(document, "", page, passage.headings(), List.of(passage.text()));
            var vector = vectors.get(embeddedText(passage));
            if (vector != null) {
                document.add(new KnnFloatVectorField(
                        vectorField(languageOf(passage)), vector, VectorSimilarityFunction.DOT_PRODUCT));
            } else {
                complete = false;
            }
            block.add(document);
        }
        var whole = base(page, "page");
        whole.add(new StringField("vectors", complete ? "there" : "wait", Field.Store.NO));
        whole.add(new StoredField("revision", page.revision()));
        whole.add(new StoredField("title", page.title()));
        whole.add(new StoredField("markdown", page.markdown()));
        whole.add(new StoredField("updated", page.updatedAt().toString()));
        page.wordings().forEach(wording -> whole.add(new StoredField("wording", wording)));
        page.audience().forEach(token -> whole.add(new StoredField("reader", token)));
        if (page.translationKey() != null) {
            whole.add(new StoredField("translation", page.translationKey()));
        }
        addWords(
                whole,
                PAGE_WORDS,
                page,
                passages.stream()
                        .flatMap(it -> it.headings().stream())
                        .distinct()
                        .toList(),
                passages.stream().map(Passage::text).toList());
        block.add(whole);
        try {
            opened.writer().updateDocuments(new Term("page", key), block);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Document base(Page page, String kind) {
        var document = new Document();
        document.add(new StringField("kind", kind, Field.Store.NO));
        document.add(new StringField("page", page.ref().toString(), Field.Store.YES));
        document.add(new StringField("space", page.space(), Field.Store.YES));
        document.add(new StringField("language", page.language(), Field.Store.YES));
        page.audience().forEach(token -> document.add(new StringField("audience", token, Field.Store.NO)));
        return document;
    }

    private void addWords(Document document, String prefix, Page page, List<String> headings, List<String> texts) {
        addWords(document, prefix, page.title(), tuning.titleTimes());
        headings.forEach(heading -> addWords(document, prefix, heading, tuning.headingTimes()));
        page.wordings().forEach(wording -> addWords(document, prefix, wording, tuning.wordingTimes()));
        texts.forEach(text -> addWords(document, prefix, text, 1));
    }

    private static void addWords(Document document, String prefix, String text, int times) {
        var folded = Folding.fold(text);
        for (var kind : Words.values()) {
            for (int time = 0; time < times; time++) {
                document.add(new Field(prefix + QueryWords.field(kind), folded, WORDS));
            }
        }
    }

    // ---- vectors

    private List<Page> waiting(int atMost) {
        return withSearcher(searcher -> {
            var pages = new ArrayList<Page>();
            for (var found : searcher.search(new TermQuery(new Term("vectors", "wait")), atMost).scoreDocs) {
                pages.add(page(searcher.storedFields().document(found.doc)));
            }
            return pages;
        });
    }

    /** The vectors that the page's passages have already, by the text they were made of. */
    private Map<String, float[]> knownVectors(PageRef page) {
        if (!embedder.available()) {
            return new HashMap<>();
        }
        return withSearcher(searcher -> {
            var query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term("page", page.toString())), Occur.FILTER)
                    .add(new TermQuery(new Term("kind", "passage")), Occur.FILTER)
                    .build();
            var vectors = new HashMap<String, float[]>();
            for (var found : searcher.search(query, 10_000).scoreDocs) {
                var passage = passage(searcher.storedFields().document(found.doc));
                var vector = vector(searcher, found.doc, vectorField(languageOf(passage)));
                if (vector != null) {
                    vectors.put(embeddedText(passage), vector);
                }
            }
            return vectors;
        });
    }

    private void addMissing(List<Passage> passages, Map<String, float[]> vectors) {
        for (var passage : passages) {
            vectors.computeIfAbsent(embeddedText(passage), text -> vector(passage));
        }
    }

    /** Mostly what the text says, and a little what stands above it, without which half of all passages mean nothing. */
    private float[] vector(Passage passage) {
        var language = languageOf(passage);
        var above = headings(passage);
        if (passage.text().isBlank() || above.isBlank()) {
            return embedder.embedPassages(language, List.of(passage.text().isBlank() ? above : passage.text()))
                    .getFirst();
        }
        var both = embedder.embedPassages(language, List.of(passage.text(), above));
        var vector = both.getFirst().clone();
        for (int at = 0; at < vector.length; at++) {
            vector[at] += HEADINGS_IN_VECTOR * both.getLast()[at];
        }
        return VectorUtil.l2normalize(vector);
    }

    /** All the words a vector is made of. */
    static String embeddedText(Passage passage) {
        return headings(passage) + "\n" + passage.text();
    }

    private static String headings(Passage passage) {
        var all = new ArrayList<String>();
        all.add(passage.title());
        all.addAll(passage.headings());
        all.removeIf(String::isBlank);
        return String.join(" > ", all);
    }

    private static String languageOf(Passage passage) {
        return WrittenLanguage.of(passage.text().isBlank() ? passage.title() : passage.text());
    }

    private static String vectorField(String language) {
        return "vector-" + language;
    }

    private static float @Nullable [] vector(IndexSearcher searcher, int document, String field) throws IOException {
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

    // ---- reading

    private static org.apache.lucene.search.Query rights(Set<String> audience, @Nullable String space) {
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

    private static Passage passage(Document document) {
        var headings = document.get("headings");
        return new Passage(
                ref(document.get("page")),
                number(document, "revision"),
                number(document, "number"),
                document.get("space"),
                document.get("language"),
                document.get("title"),
                headings.isEmpty() ? List.of() : Arrays.asList(headings.split("\n")),
                document.get("anchor"),
                number(document, "start"),
                number(document, "end"),
                document.get("text"));
    }

    private static Page page(Document document) {
        return new Page(
                ref(document.get("page")),
                number(document, "revision"),
                document.get("space"),
                document.get("language"),
                document.get("title"),
                document.get("markdown"),
                List.of(document.getValues("wording")),
                Set.of(document.getValues("reader")),
                document.get("translation"),
                Instant.parse(document.get("updated")));
    }

    private static int number(Document document, String field) {
        return document.getField(field).numericValue().intValue();
    }

    private static PageRef ref(String key) {
        int slash = key.indexOf('/');
        return new PageRef(key.substring(0, slash), key.substring(slash + 1));
    }

    private <T> T withSearcher(Reading<T> reading) {
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

    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** One search: proposals by words and by vectors, their signals, their order. */
    private final class Finding {
        private final IndexSearcher searcher;
        private final Query query;
        private final List<Candidate> best;
        private final Snippets snippets;

        Finding(IndexSearcher searcher, Query query) throws IOException {
            this.searcher = searcher;
            this.query = query;
            var words = QueryWords.of(query.text(), query.previous());
            this.snippets = new Snippets(words.rarity(searcher));
            this.best = query.audience().isEmpty() ? List.of() : find(words);
        }

        List<Candidate> best() {
            return best;
        }

        Hit hit(Candidate candidate) {
            try {
                var passage = passage(searcher.storedFields().document(candidate.document));
                var signals = new Hit.Signals(
                        candidate.bm25,
                        candidate.pageBm25,
                        snippets.coverage(embeddedText(passage)),
                        candidate.hasVector() ? candidate.cosine : 0,
                        snippets.coverage(passage.title()));
                return new Hit(passage, candidate.score, signals, snippets.of(passage.text()));
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
            if (embedder.available() && !query.text().isBlank()) {
                neighbours(rights, byDocument);
            }
            var candidates = new ArrayList<>(byDocument.values());
            candidates.sort(Comparator.comparingInt(it -> it.document));
            describe(candidates);
            if (!words.isEmpty()) {
                score(byWords, candidates);
                scorePages(words.query(PAGE_WORDS, tuning.words()), candidates);
            }
            return tuning.ranking().order(candidates);
        }

        private void neighbours(org.apache.lucene.search.Query rights, Map<Integer, Candidate> byDocument)
                throws IOException {
            var text =
                    QueryWords.bounded(query.previous() == null ? query.text() : query.previous() + " " + query.text());
            var language = WrittenLanguage.of(text);
            var field = vectorField(language);
            var vector = questionVector(language, text);
            var nearest = new KnnFloatVectorQuery(field, vector, PROPOSALS, rights);
            for (var found : searcher.search(nearest, PROPOSALS).scoreDocs) {
                byDocument.computeIfAbsent(found.doc, Candidate::new);
            }
            for (var candidate : byDocument.values()) {
                var its = vector(searcher, candidate.document, field);
                if (its != null) {
                    candidate.cosine = VectorUtil.dotProduct(vector, its);
                }
            }
        }

        /** Half as a question and half as a text: wording that is near to the question counts as well as an answer to it. */
        private float[] questionVector(String language, String text) {
            var vector = embedder.embedQuery(language, text).clone();
            var plain = embedder.embedPassages(language, List.of(text)).getFirst();
            for (int at = 0; at < vector.length; at++) {
                vector[at] += plain[at];
            }
            return VectorUtil.l2normalize(vector);
        }

        /** Scores documents that other signals proposed; candidates are in the order of documents. */
        private void score(org.apache.lucene.search.Query words, List<Candidate> candidates) throws IOException {
            var scores = scores(
                    words, candidates.stream().mapToInt(it -> it.document).toArray());
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

    /** Vectors of eight bits instead of thirty-two: a quarter of the memory, nearly the same neighbours. */
    private static final class QuantizedVectors extends Lucene104Codec {
        private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
        }
    }
}
