package org.askwell.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * How a page stands in the index: what may be suggested, its passages in order, and last the page itself, as one block of
 * documents that lives and dies together; and how to read them back.
 */
final class PageDocuments {

    /** Before the names of the fields that hold the words of a whole page. */
    static final String PAGE_WORDS = "page-";

    private static final FieldType WORDS = words();

    private final Tuning tuning;

    PageDocuments(Tuning tuning) {
        this.tuning = tuning;
    }

    /** @param vectors those that are known; without some of them the page is marked as waiting for its vectors */
    List<Document> of(Page page, List<Passage> passages, Map<String, float[]> vectors) {
        var block = new ArrayList<>(suggestions(page));
        boolean complete = true;
        for (var passage : passages) {
            var document = document(page, passage, passages.size());
            complete &= PassageVectors.write(document, passage, vectors);
            block.add(document);
        }
        block.add(document(page, passages, complete));
        return block;
    }

    static Passage passage(Document document) {
        var headings = document.get("headings");
        return new Passage(
                ref(document),
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

    static Page page(Document document) {
        return new Page(
                ref(document),
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

    /** The Chinese words of {@link PassageVectors#text}: cutting a text into them anew costs most of a search. */
    static Set<String> han(Document document) {
        return Set.of(document.get("han").split(" "));
    }

    private static String han(Passage passage) {
        return Words.HAN.of(Folding.fold(PassageVectors.text(passage))).stream()
                .map(Words.Token::term)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static PageRef ref(Document document) {
        var key = document.get("page");
        int slash = key.indexOf('/');
        return new PageRef(key.substring(0, slash), key.substring(slash + 1));
    }

    private static List<Document> suggestions(Page page) {
        var offered = new LinkedHashSet<String>();
        offered.add(page.title());
        offered.addAll(page.wordings());
        return offered.stream()
                .map(text -> {
                    var document = base(page, "suggestion");
                    document.add(new StoredField("title", page.title()));
                    document.add(new StoredField("text", text));
                    Suggestions.index(document, text);
                    return document;
                })
                .toList();
    }

    private Document document(Page page, Passage passage, int passages) {
        var document = base(page, "passage");
        document.add(new NumericDocValuesField("toPage", passages - passage.number()));
        document.add(new SortedDocValuesField("its-language", new BytesRef(page.language())));
        document.add(new StoredField("title", page.title()));
        document.add(new StoredField("revision", page.revision()));
        document.add(new StoredField("number", passage.number()));
        document.add(new StoredField("headings", String.join("\n", passage.headings())));
        document.add(new StoredField("anchor", passage.anchor()));
        document.add(new StoredField("start", passage.start()));
        document.add(new StoredField("end", passage.end()));
        document.add(new StoredField("text", passage.text()));
        document.add(new StoredField("han", han(passage)));
        addWords(document, "", page, passage.headings(), List.of(passage.text()));
        return document;
    }

    private Document document(Page page, List<Passage> passages, boolean complete) {
        var document = base(page, "page");
        document.add(new StringField("vectors", complete ? "there" : "wait", Field.Store.NO));
        document.add(new StoredField("revision", page.revision()));
        document.add(new StoredField("title", page.title()));
        document.add(new StoredField("markdown", page.markdown()));
        document.add(new StoredField("updated", page.updatedAt().toString()));
        page.wordings().forEach(wording -> document.add(new StoredField("wording", wording)));
        page.audience().forEach(token -> document.add(new StoredField("reader", token)));
        if (page.translationKey() != null) {
            document.add(new StoredField("translation", page.translationKey()));
        }
        var headings = passages.stream()
                .flatMap(it -> it.headings().stream())
                .distinct()
                .toList();
        addWords(
                document,
                PAGE_WORDS,
                page,
                headings,
                passages.stream().map(Passage::text).toList());
        return document;
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

    private static int number(Document document, String field) {
        return document.getField(field).numericValue().intValue();
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
