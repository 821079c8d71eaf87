package org.askwell.knowledge;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ToMarkdownContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/**
 * Makes Markdown of HTML, Word and PDF files.
 *
 * <p>Each file is read on a thread of its own under a limit of time and length, and only by the reader that its name
 * and its first bytes agree on. What a document carries inside itself (attachments, macros) is not opened.
 */
final class Documents {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(Documents.class.getName());
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(\\n[ \\t]*){2,}");
    private static final ThreadFactory READERS =
            Thread.ofPlatform().daemon().name("document-", 0).factory();

    private final Duration patience;

    Documents() {
        this(PATIENCE);
    }

    Documents(Duration patience) {
        this.patience = patience;
    }

    /** @param title as the document itself says, or null */
    record Converted(String markdown, @Nullable String title) {}

    /** Refuses a name that lies, an empty or scanned document, and one that takes too long. */
    Converted convert(ImportKind kind, byte[] bytes, String name) {
        requireHonest(kind, bytes, name);
        var metadata = new Metadata();
        var markdown = tidy(withPatience(kind, bytes, name, metadata));
        if (markdown.isBlank()) {
            throw Refusal.invalid(kind == ImportKind.PDF ? "import-scanned" : "import-empty", name);
        }
        return new Converted(markdown, metadata.get(TikaCoreProperties.TITLE));
    }

    private static void requireHonest(ImportKind kind, byte[] bytes, String name) {
        var start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        boolean honest = switch (kind) {
            case PDF -> start.contains("%PDF-");
            case WORD -> start.startsWith("PK\3\4");
            case HTML ->
                !start.startsWith("PK\3\4")
                        && !start.startsWith("%PDF-")
                        && !start.startsWith("\u00D0\u00CF\u0011\u00E0");
            default -> false;
        };
        if (!honest) {
            throw Refusal.invalid("import-name-lies", name);
        }
    }

    private String withPatience(ImportKind kind, byte[] bytes, String name, Metadata metadata) {
        var executor = Executors.newSingleThreadExecutor(READERS);
        var reading = executor.submit(() -> parse(kind, bytes, name, metadata));
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw Refusal.invalid("import-too-slow", name, patience.toSeconds());
        } catch (ExecutionException broken) {
            throw refusal(broken.getCause(), name);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading " + name, stopping);
        } finally {
            reading.cancel(true);
            executor.shutdownNow();
        }
    }

    private static Refusal refusal(@Nullable Throwable cause, String name) {
        for (var it = cause; it != null; it = it.getCause()) {
            if (it instanceof Refusal refusal) {
                return refusal;
            }
            if (it instanceof StackOverflowError) {
                return Refusal.invalid("import-too-deep", name);
            }
            if (it instanceof EncryptedDocumentException) {
                return Refusal.invalid("import-encrypted");
            }
            if (it instanceof WriteLimitReachedException) {
                return Refusal.tooLarge("article-too-long", ArticleText.LONGEST_MARKDOWN);
            }
        }
        LOG.log(Level.FINE, "A document could not be read: " + name, cause);
        return Refusal.invalid("import-unreadable", name);
    }

    private static String parse(ImportKind kind, byte[] bytes, String name, Metadata metadata) throws Exception {
        var markdown = new ToMarkdownContentHandler();
        var context = new ParseContext();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingInside());
        context.set(PDFParserConfig.class, textOnly());
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var content = bytes;
        if (kind == ImportKind.HTML) {
            content = SourceText.decode(bytes, name).getBytes(StandardCharsets.UTF_8);
            metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
            metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, "text/html; charset=UTF-8");
        }
        var limited = new WriteOutContentHandler(
                new BodyContentHandler(markdown), ArticleText.LONGEST_MARKDOWN, true, context);
        try (InputStream in = new ByteArrayInputStream(content)) {
            parser(kind).parse(in, limited, metadata, context);
        }
        return markdown.toString();
    }

    private static PDFParserConfig textOnly() {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        return config;
    }

    private static Parser parser(ImportKind kind) {
        return switch (kind) {
            case PDF -> new PDFParser();
            case WORD -> new OOXMLParser();
            default -> new JSoupParser();
        };
    }

    private static String tidy(String markdown) {
        return BLANK_LINES
                        .matcher(markdown.replace('\u00A0', ' '))
                        .replaceAll("\n\n")
                        .strip() + "\n";
    }

    static final class NothingInside implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {}
    }
}
