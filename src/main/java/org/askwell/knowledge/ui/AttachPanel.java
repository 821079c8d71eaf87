package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.AttachmentDesk;
import org.askwell.knowledge.AttachmentRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Files for an article that is being written: chosen by button or dragged here or onto the text; removed and put back. */
final class AttachPanel extends Section {

    private final ArticleId article;
    private final PersonId writer;
    private final ArticleAttachments attachments;
    private final AttachmentDesk desk;
    private final Upload upload = new Upload();
    private final Feedback feedback = new Feedback();
    private final UnorderedList list = AttachedFiles.list();
    private final Span undo = new Span();

    AttachPanel(ArticleId article, PersonId writer, ArticleAttachments attachments, AttachmentDesk desk) {
        this.article = article;
        this.writer = writer;
        this.attachments = attachments;
        this.desk = desk;
        addClassName("attach");
        getElement().setAttribute("data-attach", true);
        undo.addClassName("undo");
        undo.getElement().setAttribute("role", "status");
        prepare();
        add(
                new H2(word("knowledge.files.title")),
                Pieces.quiet(word("knowledge.files.help")),
                list,
                undo,
                feedback,
                upload);
        show();
    }

    private void prepare() {
        upload.setUploadHandler(new Arrivals());
        upload.setMaxFileSize((int) FileStore.LARGEST);
        var choose = new NativeButton(word("knowledge.files.add"));
        choose.addClassName("plain");
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(word("knowledge.files.drop")));
        var errors = new UploadI18N.Error();
        errors.setTooManyFiles(word("refusal.attachments-many", ArticleAttachments.MOST));
        errors.setFileIsTooBig(word("refusal.file-too-large", FileStore.LARGEST / 1024 / 1024));
        errors.setIncorrectFileType(word("refusal.file-name"));
        upload.setI18n(new UploadI18N().setError(errors));
        upload.addFileRejectedListener(rejected -> {
            upload.clearFileList();
            feedback.refuse(rejected.getErrorMessage());
        });
    }

    private void show() {
        list.removeAll();
        for (var file : attachments.of(article)) {
            var line = AttachedFiles.line(file);
            var away = Pieces.button("knowledge.files.remove", "quiet", () -> remove(file));
            away.getElement().setAttribute("aria-label", word("knowledge.files.remove.named", file.name()));
            line.add(away);
            list.add(line);
        }
    }

    private void remove(AttachmentRow file) {
        feedback.around(() -> {
            attachments.remove(article, file.number());
            show();
            offerUndo(file);
        });
    }

    private void offerUndo(@Nullable AttachmentRow removed) {
        undo.removeAll();
        if (removed == null) {
            return;
        }
        undo.add(word("knowledge.files.removed", removed.name()) + " ");
        undo.add(Pieces.button(
                "knowledge.files.putBack",
                "link",
                () -> feedback.around(() -> {
                    attachments.putBack(article, removed.number());
                    offerUndo(null);
                    show();
                })));
    }

    /** Takes the bytes outside of the page's lock; only the result comes back into the page. */
    private final class Arrivals implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var in = event.getInputStream()) {
                CurrentPerson.as(writer, () -> desk.receive(article, event.getFileName(), in));
                event.getUI().access(() -> {
                    upload.clearFileList();
                    feedback.clear();
                    offerUndo(null);
                    show();
                });
            } catch (Refusal no) {
                event.getUI().access(() -> {
                    upload.clearFileList();
                    feedback.refuse(no);
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return FileStore.LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return FileStore.LARGEST + 1024 * 1024;
        }
    }
}
