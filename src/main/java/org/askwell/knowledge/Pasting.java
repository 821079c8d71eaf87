package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.common.paste.Clipboard;
import org.askwell.common.paste.Pasted;
import org.askwell.common.paste.RichText;

/**
 * Turns what a writer pastes into the Markdown of an article, and keeps its pictures where the article's readers see
 * them. Changes no text: the writer gets the Markdown and saves it, or not.
 */
@ApplicationScoped
public class Pasting {

    /** The most characters of HTML that are read; a book of 2,000 pages has fewer. */
    public static final int LONGEST_HTML = 16 * 1024 * 1024;

    /** Each takes some hundred bytes of memory while it is read. */
    private static final int MOST_TAGS = 400_000;

    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 30;

    @Inject
    ArticleFiles pictures;

    @Inject
    FileStore store;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Brings the clipboard in. */
    public interface Source {
        Clipboard read() throws IOException;
    }

    /**
     * Refuses those who may not write the article, and what is longer than an article may be.
     *
     * @param source read when it is its turn, so that many at once do not fill the memory
     */
    public Pasted paste(ArticleId article, Source source) throws IOException {
        var space = pictures.requireMayAdd(article);
        var kept = new ArrayList<StoredFile>();
        var pasted = inTurn(source, space, kept);
        if (pasted.markdown().length() > ArticleText.LONGEST_MARKDOWN) {
            throw Refusal.tooLarge("article-too-long", ArticleText.LONGEST_MARKDOWN);
        }
        pictures.add(article, kept);
        return pasted;
    }

    private Pasted inTurn(Source source, String space, List<StoredFile> kept) throws IOException {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.tooMany("paste-busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany("paste-busy");
        }
        try {
            var clipboard = source.read();
            requireBounded(clipboard.html());
            return RichText.toMarkdown(clipboard, content -> keep(content, space, kept));
        } catch (StackOverflowError nestedBeyondSense) {
            throw Refusal.invalid("paste-unreadable");
        } finally {
            turns.release();
        }
    }

    private static void requireBounded(String html) {
        if (html.length() > LONGEST_HTML
                || html.chars().filter(letter -> letter == '<').count() > MOST_TAGS) {
            throw Refusal.tooLarge("paste-too-large", LONGEST_HTML / 1024 / 1024);
        }
    }

    private Optional<String> keep(byte[] content, String space, List<StoredFile> kept) {
        try {
            var file = store.keep("picture", new ByteArrayInputStream(content));
            if (!file.isImage()) {
                return Optional.empty();
            }
            var name = "picture." + file.mediaType().substring("image/".length());
            kept.add(new StoredFile(name, file.mediaType(), file.size(), file.hash()));
            return Optional.of("/article-files/" + space + "/" + file.hash() + "/" + name);
        } catch (Refusal no) {
            if (no.kind() == Refusal.Kind.UNAVAILABLE) {
                throw no;
            }
            return Optional.empty();
        }
    }
}
