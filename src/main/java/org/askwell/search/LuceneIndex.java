package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.askwell.ai.Embedder;
import org.askwell.search.Ranking.Candidate;

/**
 * The index as a Lucene folder on the local disk.
 *
 * <p>Pages come in as {@link PageDocuments}, get their {@link PassageVectors} when there is time, and are found by a
 * {@link Finding}. A folder that cannot be used any more gives an empty index without a cursor, so that its owner fills it
 * again; {@link #whyEmpty()} tells the reason.
 */
public final class LuceneIndex implements PassageIndex {

    private static final int MOST_WORDED = 50;

    private final Tuning tuning;
    private final IndexFolder folder;
    private final PageDocuments documents;
    private final PassageVectors vectors;
    private final Object writing = new Object();
    private final Set<PageRef> beingEmbedded = new HashSet<>();

    private LuceneIndex(Path folder, Embedder embedder, Tuning tuning) throws IOException {
        this.tuning = tuning;
        this.folder = new IndexFolder(folder, embedder.name(), new BM25Similarity(tuning.k1(), tuning.b()));
        this.documents = new PageDocuments(tuning);
        this.vectors = new PassageVectors(embedder);
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
        return folder.whyEmpty();
    }

    @Override
    public OptionalLong cursor() {
        return folder.cursor();
    }

    @Override
    public void put(Page page) {
        synchronized (writing) {
            beingEmbedded.remove(page.ref());
            write(page, Passages.of(page), knownVectors(page.ref()));
        }
    }

    @Override
    public void remove(PageRef page) {
        synchronized (writing) {
            beingEmbedded.remove(page);
            folder.delete(term(page));
        }
    }

    @Override
    public void clear() {
        synchronized (writing) {
            beingEmbedded.clear();
            folder.clear();
        }
    }

    @Override
    public void refresh() {
        folder.refresh();
    }

    @Override
    public void commit(long cursor) {
        synchronized (writing) {
            folder.commit(cursor);
        }
        refresh();
    }

    @Override
    public int embed(int atMostPages) {
        if (!vectors.available()) {
            return 0;
        }
        var waiting = waiting(atMostPages);
        int done = 0;
        for (var page : waiting) {
            synchronized (writing) {
                beingEmbedded.add(page.ref());
            }
            var passages = Passages.of(page);
            var known = knownVectors(page.ref());
            vectors.addMissing(passages, known);
            synchronized (writing) {
                // Whoever put or removed the page meanwhile knows better.
                if (beingEmbedded.remove(page.ref())) {
                    write(page, passages, known);
                    done++;
                }
            }
        }
        return waiting.isEmpty() ? 0 : Math.max(1, done);
    }

    @Override
    public Edition edition(Set<String> audience) {
        return folder.read(searcher -> {
            var reader = searcher.getIndexReader();
            var opening = new HashSet<String>();
            for (var token : audience) {
                if (reader.docFreq(new Term("audience", token)) > 0) {
                    opening.add(token);
                }
            }
            return new Edition(((DirectoryReader) reader).getVersion(), Set.copyOf(opening));
        });
    }

    @Override
    public List<Hit> search(Query query) {
        return folder.read(searcher -> {
            var found = new Finding(searcher, query, tuning, vectors);
            return found.best().stream().limit(query.limit()).map(found::hit).toList();
        });
    }

    @Override
    public List<PageHit> pages(Query query) {
        return folder.read(searcher -> {
            var found = new Finding(searcher, query, tuning, vectors);
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
                pages.put(candidate.page, found.pageHit(candidate));
            }
            return List.copyOf(pages.values());
        });
    }

    /** What a search weighs before it is put in order, for those who look for better weights. */
    Weighing weighing(Query query) {
        return folder.read(searcher -> {
            var found = new Finding(searcher, query, tuning, vectors);
            var ids = new HashMap<Integer, String>();
            for (var candidate : found.best()) {
                if (!ids.containsKey(candidate.page)) {
                    ids.put(
                            candidate.page,
                            PageDocuments.ref(searcher.storedFields().document(candidate.page, Set.of("page")))
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
        var folded = Suggestions.typed(typed);
        if (folded.isEmpty() || audience.isEmpty()) {
            return List.of();
        }
        return folder.read(searcher -> {
            var query = new BooleanQuery.Builder();
            query.add(Finding.rights(audience, null), Occur.FILTER);
            query.add(Suggestions.query(folded), Occur.MUST);
            var top = searcher.search(query.build(), Math.max(50, limit * 10));
            var best = new LinkedHashMap<String, Suggestion>();
            for (var found : top.scoreDocs) {
                var document = searcher.storedFields().document(found.doc);
                var text = document.get("text");
                best.putIfAbsent(
                        text,
                        new Suggestion(
                                PageDocuments.ref(document),
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
    public Set<PageRef> worded(Query query) {
        var same = Suggestions.same(query.text());
        if (same == null || query.audience().isEmpty()) {
            return Set.of();
        }
        return folder.read(searcher -> {
            var wanted = new BooleanQuery.Builder()
                    .add(Finding.rights(query.audience(), query.space()), Occur.FILTER)
                    .add(same, Occur.FILTER)
                    .build();
            var pages = new HashSet<PageRef>();
            for (var found : searcher.search(wanted, MOST_WORDED).scoreDocs) {
                pages.add(PageDocuments.ref(searcher.storedFields().document(found.doc, Set.of("page"))));
            }
            return pages;
        });
    }

    @Override
    public List<Passage> around(Passage passage, int before, int after) {
        return folder.read(searcher -> {
            var query = new BooleanQuery.Builder()
                    .add(new TermQuery(term(passage.page())), Occur.FILTER)
                    .add(new TermQuery(new Term("kind", "passage")), Occur.FILTER)
                    .build();
            var found = new ArrayList<Passage>();
            for (var doc : searcher.search(query, 10_000).scoreDocs) {
                var neighbour = PageDocuments.passage(searcher.storedFields().document(doc.doc));
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
        return folder.read(searcher -> {
            var words = QueryWords.of(query.text(), query.previous()).respelt(searcher.getIndexReader());
            return new Telling(words.rarity(searcher), words.otherwise(), (kind, term) -> {
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
        return folder.read(searcher -> new Size(
                searcher.count(new TermQuery(new Term("kind", "page"))),
                searcher.count(new TermQuery(new Term("kind", "passage"))),
                vectors.available() ? searcher.count(new TermQuery(new Term("vectors", "wait"))) : 0));
    }

    /** What was not committed is lost. */
    @Override
    public void close() {
        synchronized (writing) {
            folder.close();
        }
    }

    private void write(Page page, List<Passage> passages, Map<String, float[]> known) {
        folder.replace(term(page.ref()), documents.of(page, passages, known));
    }

    private Map<String, float[]> knownVectors(PageRef page) {
        return vectors.available() ? folder.read(searcher -> vectors.known(searcher, page)) : new HashMap<>();
    }

    private List<Page> waiting(int atMost) {
        return folder.read(searcher -> {
            var pages = new ArrayList<Page>();
            for (var found : searcher.search(new TermQuery(new Term("vectors", "wait")), atMost).scoreDocs) {
                pages.add(PageDocuments.page(searcher.storedFields().document(found.doc)));
            }
            return pages;
        });
    }

    private static Term term(PageRef page) {
        return new Term("page", page.toString());
    }
}
