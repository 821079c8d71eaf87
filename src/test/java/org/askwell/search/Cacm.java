package org.askwell.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The old abstracts of the CACM with BM25 alone, whose result is published: a check of how we use Lucene. */
final class Cacm {

    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern TOPIC = Pattern.compile("(?s)<DOC>\\s*<DOCNO>\\s*(\\d+)\\s*</DOCNO>(.*?)</DOC>");

    private Cacm() {}

    static double meanAveragePrecision(Path eval) throws IOException {
        var analyzer = new EnglishAnalyzer();
        var similarity = new BM25Similarity(0.9f, 0.4f);
        try (var directory = new ByteBuffersDirectory()) {
            var config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
            try (var writer = new IndexWriter(directory, config);
                    var archive = new GZIPInputStream(Files.newInputStream(eval.resolve("cacm/cacm.tar.gz")))) {
                readTar(archive, (name, text) -> {
                    var document = new Document();
                    document.add(new StringField("id", name, Field.Store.YES));
                    document.add(new TextField("text", TAGS.matcher(text).replaceAll(""), Field.Store.NO));
                    writer.addDocument(document);
                });
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(similarity);
                return mean(eval, searcher, analyzer);
            }
        }
    }

    private interface Entry {
        void take(String name, String text) throws IOException;
    }

    private static void readTar(InputStream archive, Entry entry) throws IOException {
        for (var header = archive.readNBytes(512);
                header.length == 512 && header[0] != 0;
                header = archive.readNBytes(512)) {
            var name = ascii(header, 0, 100);
            int size = Integer.parseInt(ascii(header, 124, 12).strip(), 8);
            var content = archive.readNBytes((size + 511) / 512 * 512);
            if (name.endsWith(".html")) {
                entry.take(
                        Path.of(name).getFileName().toString().replace(".html", ""),
                        new String(content, 0, size, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String ascii(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.US_ASCII);
    }

    private static double mean(Path eval, IndexSearcher searcher, EnglishAnalyzer analyzer) throws IOException {
        Map<String, Set<String>> relevant = new HashMap<>();
        for (var line : Files.readAllLines(eval.resolve("cacm/qrels.cacm.txt"))) {
            var columns = line.strip().split("\\s+");
            if (columns.length >= 4 && !columns[3].equals("0")) {
                relevant.computeIfAbsent(columns[0], it -> new HashSet<>()).add(columns[2]);
            }
        }
        double sum = 0;
        int topics = 0;
        var all = TOPIC.matcher(Files.readString(eval.resolve("cacm/topics.cacm.txt")));
        while (all.find()) {
            var right = relevant.get(all.group(1));
            if (right == null) {
                continue;
            }
            var words = new HashMap<String, Integer>();
            try (var stream = analyzer.tokenStream("text", all.group(2))) {
                var term = stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    words.merge(term.toString(), 1, Integer::sum);
                }
            }
            var query = new BooleanQuery.Builder();
            words.forEach((word, times) ->
                    query.add(new BoostQuery(new TermQuery(new Term("text", word)), times), Occur.SHOULD));
            int found = 0;
            double precision = 0;
            int rank = 0;
            for (var hit : searcher.search(query.build(), 1000).scoreDocs) {
                rank++;
                if (right.contains(searcher.storedFields().document(hit.doc).get("id"))) {
                    found++;
                    precision += (double) found / rank;
                }
            }
            sum += precision / right.size();
            topics++;
        }
        return sum / topics;
    }
}
