package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.askwell.common.FileStore;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.ticket.NewTicket;

/** Files that will go with a message: chosen by button, dragged or pasted; each is checked when it arrives. */
final class Files extends Div {

    private final FileStore store;
    private final List<StoredFile> kept = new ArrayList<>();
    private final UnorderedList list = new UnorderedList();
    private final Feedback refusal = new Feedback();
    private final Upload upload;

    Files(FileStore store) {
        this.store = store;
        addClassName("files");
        upload = new Upload(new Arrivals());
        upload.setMaxFileSize((int) FileStore.LARGEST);
        upload.setMaxFiles(NewTicket.MOST_FILES);
        upload.setUploadButton(button());
        upload.setDropLabel(new Span(word("ticket.files.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        list.addClassName("file-list");
        add(upload, refusal, list);
    }

    List<StoredFile> kept() {
        return List.copyOf(kept);
    }

    void clear() {
        kept.clear();
        refusal.clear();
        show();
    }

    private void show() {
        upload.clearFileList();
        list.removeAll();
        for (var file : kept) {
            var away = new NativeButton(word("ticket.files.remove"), click -> {
                kept.remove(file);
                show();
            });
            away.addClassName("quiet");
            away.getElement().setAttribute("aria-label", word("ticket.files.remove.named", file.name()));
            list.add(new ListItem(new Span(file.name()), away));
        }
    }

    private void refuse(String sentence) {
        refusal.refuse(sentence);
        upload.clearFileList();
    }

    private static NativeButton button() {
        var button = new NativeButton(word("ticket.files.add"));
        button.addClassName("quiet");
        return button;
    }

    private static UploadI18N words() {
        var errors = new UploadI18N.Error();
        errors.setTooManyFiles(word("refusal.ticket-files", NewTicket.MOST_FILES));
        errors.setFileIsTooBig(word("refusal.file-too-large", FileStore.LARGEST / 1024 / 1024));
        errors.setIncorrectFileType(word("refusal.file-name"));
        var words = new UploadI18N();
        words.setError(errors);
        return words;
    }

    /** Takes the bytes outside of the page's lock; only the result comes back into the page. */
    private final class Arrivals implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var in = event.getInputStream()) {
                var file = store.keep(event.getFileName(), in);
                event.getUI().access(() -> {
                    if (kept.size() < NewTicket.MOST_FILES) {
                        kept.add(file);
                    }
                    refusal.clear();
                    show();
                });
            } catch (Refusal no) {
                event.getUI().access(() -> refuse(Words.sentence(no)));
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
