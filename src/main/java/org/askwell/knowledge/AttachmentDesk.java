package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.askwell.common.FileStore;

/** Where files are added to articles: takes the bytes first, outside any transaction. */
@ApplicationScoped
public class AttachmentDesk {

    @Inject
    ArticleAttachments attachments;

    @Inject
    FileStore store;

    /** Refuses those who may not write the article, and what the {@link FileStore} refuses. */
    public AttachmentRow receive(ArticleId article, String name, InputStream content) {
        attachments.requireMayAttach(article);
        return attachments.attach(article, store.keep(name, content));
    }
}
