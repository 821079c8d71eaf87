package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.askwell.common.FileStore;
import org.askwell.common.Job;
import org.askwell.common.StoredFile;

/**
 * Reads what is written in the files of articles, one after the other, so that a large one does not take the memory of
 * all. A file that cannot be read is still found by its name.
 */
@ApplicationScoped
class AttachmentJob implements Job {

    static final String NAME = "article-attachment";

    private final FileWords words = new FileWords();
    private final ReentrantLock turn = new ReentrantLock();

    @Inject
    AttachmentSteps steps;

    @Inject
    FileStore store;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String about) {
        var ref = AttachmentRef.parse(about).orElseThrow();
        turn.lock();
        try {
            steps.begin(ref).ifPresent(file -> steps.finish(ref, read(file)));
        } finally {
            turn.unlock();
        }
    }

    private String read(StoredFile file) {
        if (!FileWords.canRead(file.mediaType())) {
            return "";
        }
        try (var in = store.open(file.hash())) {
            return words.read(in.readAllBytes(), file.mediaType(), file.name());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
