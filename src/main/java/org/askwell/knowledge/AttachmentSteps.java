package org.askwell.knowledge;

import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.StoredFile;
import org.askwell.search.ChangeLog;
import org.askwell.search.PageRef;

/** The two ends of reading a file, each a transaction; the reading itself is between them. */
@ApplicationService
class AttachmentSteps {

    /** A file that the portal could not even open so often is not tried again. */
    private static final int MOST_ATTEMPTS = 5;

    @Inject
    AttachmentRepository attachments;

    @Inject
    ChangeLog changes;

    /** The file, if nobody has read it yet. */
    Optional<StoredFile> begin(AttachmentRef ref) {
        var attachment = attachments
                .locked(ref)
                .filter(ArticleAttachment::isWaitingToBeRead)
                .orElse(null);
        if (attachment == null) {
            return Optional.empty();
        }
        if (attachment.tryToRead() > MOST_ATTEMPTS) {
            attachment.wasRead(false);
            return Optional.empty();
        }
        return Optional.of(attachment.row().file());
    }

    void finish(AttachmentRef ref, String words) {
        var attachment = attachments.require(ref);
        if (!attachment.isWaitingToBeRead()) {
            return;
        }
        attachment.wasRead(!words.isEmpty());
        if (!words.isEmpty()) {
            attachments.add(new AttachmentWords(attachment.id(), words));
        }
        if (attachment.isShown()) {
            changes.record(new PageRef(AttachmentPages.SOURCE, ref.toString()));
        }
    }
}
