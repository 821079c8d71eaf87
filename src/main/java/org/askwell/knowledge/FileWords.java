package org.askwell.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.askwell.common.Refusal;
import org.xml.sax.SAXException;

/**
 * Reads what is written in a file of an office, for the search.
 *
 * <p>On a thread of its own under a limit of time and length: of a longer one the beginning is read. What a document
 * carries inside itself is not opened, and pictures are not read.
 */
final class FileWords {

    static final int LONGEST = 200_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_PARAGRAPH = 700;
    private static final Logger LOG = Logger.getLogger(FileWords.class.getName());
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|<>~&=:$]");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0\\u3000]+");
    private static final ThreadFactory READERS =
            Thread.ofPlatform().daemon().name("file-words-", 0).factory();

    private final Duration patience;

    FileWords() {
        this(PATIENCE);
    }

    FileWords(Duration patience) {
        this.patience = patience;
    }

    static boolean canRead(String mediaType) {
        return isText(mediaType) || isOffice(mediaType) || mediaType.equals("application/pdf") || isRtf(mediaType);
    }

    /** The words as Markdown in which nothing is marked up; empty when there are none that can be read. */
    String read(byte[] content, String mediaType, String name) {
        var executor = Executors.newSingleThreadExecutor(READERS);
        var reading = executor.submit(() -> text(content, mediaType, name));
        try {
            return asMarkdown(reading.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException unreadable) {
            LOG.log(Level.INFO, "The words of " + name + " cannot be read: " + unreadable.getMessage());
            return "";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading " + name, stopping);
        } finally {
            reading.cancel(true);
            executor.shutdownNow();
        }
    }

    private static String text(byte[] content, String mediaType, String name)
            throws IOException, SAXException, TikaException {
        if (isText(mediaType) && !mediaType.equals("text/html")) {
            try {
                var text = SourceText.decode(content, name);
                return text.substring(0, Math.min(LONGEST, text.length()));
            } catch (Refusal noText) {
                return "";
            }
        }
        var written = new StringBuilder();
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Documents.NothingInside());
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        context.set(PDFParserConfig.class, pdf);
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        metadata.set(HttpHeaders.CONTENT_TYPE, mediaType);
        var source = content;
        if (mediaType.equals("text/html")) {
            source = SourceText.decode(content, name).getBytes(StandardCharsets.UTF_8);
            metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
        }
        var body = new BodyContentHandler(new WriteOutContentHandler(new Into(written), LONGEST, false, context));
        try (var in = new ByteArrayInputStream(source)) {
            parser(mediaType).parse(in, body, metadata, context);
        }
        return written.toString();
    }

    private static Parser parser(String mediaType) {
        if (mediaType.equals("application/pdf")) {
            return new PDFParser();
        }
        if (isRtf(mediaType)) {
            return new RTFParser();
        }
        if (mediaType.equals("text/html")) {
            return new JSoupParser();
        }
        return mediaType.startsWith("application/vnd.openxmlformats") ? new OOXMLParser() : new OfficeParser();
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") && !isRtf(mediaType)
                || mediaType.equals("application/json")
                || mediaType.equals("application/xml");
    }

    private static boolean isRtf(String mediaType) {
        return mediaType.equals("application/rtf") || mediaType.equals("text/rtf");
    }

    private static boolean isOffice(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument")
                || mediaType.equals("application/msword")
                || mediaType.equals("application/vnd.ms-excel")
                || mediaType.equals("application/vnd.ms-powerpoint");
    }

    /** Paragraphs of a length that a search can show, every mark taken literally. */
    static String asMarkdown(String text) {
        var paragraphs = new StringBuilder();
        var paragraph = new StringBuilder();
        for (var line : ArticleText.clean(text).lines().toList()) {
            var words = BLANKS.matcher(line).replaceAll(" ").strip();
            if (words.isEmpty() || paragraph.length() > LONGEST_PARAGRAPH) {
                end(paragraph, paragraphs);
            }
            if (!words.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(words);
            }
        }
        end(paragraph, paragraphs);
        return paragraphs.toString();
    }

    private static void end(StringBuilder paragraph, StringBuilder into) {
        if (paragraph.isEmpty()) {
            return;
        }
        into.append(into.isEmpty() ? "" : "\n\n")
                .append(paragraph
                        .toString()
                        .lines()
                        .map(it -> MARKS.matcher(it).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("\n")));
        paragraph.setLength(0);
    }

    /** Takes the characters only. */
    private static final class Into extends org.xml.sax.helpers.DefaultHandler {
        private final StringBuilder written;

        Into(StringBuilder written) {
            this.written = written;
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            written.append(letters, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] letters, int start, int length) {
            written.append(letters, start, length);
        }
    }
}
