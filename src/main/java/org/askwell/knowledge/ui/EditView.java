package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.AttachmentDesk;
import org.askwell.knowledge.Pasting;
import org.askwell.knowledge.RevisionRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * An article to write: the text on one side, on the other what readers will see, made by the same code.
 *
 * <p>Two who write are told of each other; whoever saves second gets a conflict and keeps the text. Route:
 * {@code articles/A-318/edit}.
 */
@Route("articles/:article/edit")
@CdiComponent
public class EditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ArticleService articles;
    private final SpaceService spaces;
    private final PeopleService people;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Writers writers;
    private final Pasting pasting;
    private final ArticleAttachments attachments;
    private final AttachmentDesk attaching;

    private @Nullable Desk desk;

    @Inject
    EditView(
            ArticleService articles,
            SpaceService spaces,
            PeopleService people,
            CurrentPerson current,
            LiveScreens screens,
            Writers writers,
            Pasting pasting,
            ArticleAttachments attachments,
            AttachmentDesk attaching) {
        this.articles = articles;
        this.spaces = spaces;
        this.people = people;
        this.current = current;
        this.screens = screens;
        this.writers = writers;
        this.pasting = pasting;
        this.attachments = attachments;
        this.attaching = attaching;
        addClassNames("wide", "writing");
        getElement().setAttribute("data-writing", true);
        addDetachListener(detached -> leave());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("article")
                .flatMap(ArticleId::parse)
                .orElseThrow(NotFoundException::new);
        leave();
        try {
            var page = articles.read(id, null);
            var draft = page.draftRevision();
            if (!page.mayWrite() || draft == null) {
                throw new NotFoundException();
            }
            desk = new Desk(page.revision() == draft ? page : articles.read(id, draft), draft, event.getUI());
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    private void leave() {
        if (desk != null) {
            desk.leave();
            desk = null;
        }
    }

    @Override
    public String getPageTitle() {
        return desk == null
                ? word("knowledge.edit")
                : word("knowledge.writing.title", desk.page.text().title());
    }

    /** One article on the desk. */
    private final class Desk {
        private final ArticlePage page;
        private final ArticleId id;
        private final boolean reviewed;
        private final TextField title = new TextField(word("knowledge.writing.name"));
        private final TextArea wordings = new TextArea(word("knowledge.writing.wordings"));
        private final TextField note = new TextField(word("knowledge.writing.note"));
        private final TextEditor editor;
        private final Div preview = new Div();
        private final Feedback refusal = new Feedback();
        private final Paragraph others = Pieces.hint("");
        private final Steady meanwhile = new Steady();
        private final Div kept = new Div();
        private final Paragraph saved = Pieces.hint("");
        private final List<Registration> followed;
        private int base;

        Desk(ArticlePage page, int base, UI ui) {
            this.page = page;
            this.id = page.id();
            this.reviewed = spaces.read(page.space().slug()).review().asks();
            this.base = base;
            editor = new TextEditor(
                    word("knowledge.writing.text"), id.value(), page.text().markdown(), base);
            build();
            followed = List.of(
                    screens.join(ui, Topics.writing(id), this::lookAround), writers.join(id, ui, current.get()));
            lookAround();
        }

        void leave() {
            followed.forEach(Registration::remove);
        }

        private void build() {
            title.setMaxLength(ArticleText.LONGEST_TITLE);
            title.setRequiredIndicatorVisible(true);
            title.setValue(page.text().title());
            title.getElement().setAttribute("data-part", "title");
            wordings.setValue(String.join("\n", page.text().wordings()));
            wordings.getElement().setAttribute("data-part", "wordings");
            note.setMaxLength(300);
            note.getElement().setAttribute("data-part", "note");
            editor.onChange(this::render);
            editor.onSaveAsked(() -> save(false));
            editor.pasteTo(new PasteDesk(pasting, id, current.id(), getLocale()));
            editor.onRestored(this::sayKept);
            others.addClassName("others");
            meanwhile.addClassName("meanwhile");
            kept.addClassName("kept");
            saved.addClassName("saved");
            saved.setVisible(false);
            preview.addClassName("prose");
            preview.getElement()
                    .setAttribute("lang", page.language().equals("zh") ? "zh-CN" : "en")
                    .setAttribute("tabindex", "0")
                    .setAttribute("role", "region")
                    .setAttribute("aria-label", word("knowledge.writing.preview"));
            render(page.text().markdown());
            var heading = new H1(word("knowledge.writing.title", page.text().title()));
            var fields = new Div(new Div(title, note), wordings);
            fields.addClassName("fields");
            var panes = new Div(pane("knowledge.writing.text", editor), pane("knowledge.writing.preview", preview));
            panes.addClassName("panes");
            var save = Pieces.button("knowledge.writing.save", "plain", () -> save(false));
            var publish = Pieces.button(
                    reviewed ? "knowledge.writing.review" : "knowledge.writing.publish", "primary", () -> save(true));
            var row =
                    Pieces.row(publish, save, new Anchor(Places.article(id.value()), word("knowledge.writing.close")));
            var files = new AttachPanel(id, current.id(), attachments, attaching);
            removeAll();
            add(heading, others, meanwhile, kept, refusal, fields, panes, files, row, saved);
        }

        private Section pane(String key, com.vaadin.flow.component.Component content) {
            var pane = new Section(new H2(word(key)), content);
            pane.addClassName("pane");
            return pane;
        }

        private void render(String markdown) {
            Pieces.render(preview, id, markdown, null);
        }

        private void save(boolean publish) {
            refusal.clear();
            saved.setVisible(false);
            try {
                var text = ArticleText.of(
                        title.getValue(),
                        editor.text(),
                        wordings.getValue().lines().toList());
                int revision = articles.saveDraft(id, base, text, note.getValue());
                boolean unchanged = revision == base;
                base = revision;
                editor.saved(revision);
                note.clear();
                meanwhile.clear();
                kept.removeAll();
                if (publish && reviewed) {
                    UI.getCurrent().navigate(Places.articleReview(id.value()));
                    return;
                }
                if (publish) {
                    articles.publish(id, revision);
                    UI.getCurrent().navigate(Places.article(id.value()));
                    return;
                }
                saved.setText(word(
                        unchanged ? "knowledge.writing.unchanged" : "knowledge.writing.saved",
                        Integer.toString(revision)));
                saved.setVisible(true);
            } catch (Refusal no) {
                refusal.refuse(no);
                lookAround();
            }
        }

        /** Who else is writing, and whether somebody has saved since this text was opened. */
        private void lookAround() {
            var names = writers.others(id, current.id());
            others.setVisible(!names.isEmpty());
            others.setText(names.isEmpty() ? "" : word("knowledge.writing.others", String.join(", ", names)));
            try {
                var newest = articles.history(id, null, 1).items().getFirst();
                if (newest.number() > base) {
                    meanwhile.show(List.of(base, newest), () -> List.of(whatWasSaved(newest), onTopOf(newest)));
                } else {
                    meanwhile.clear();
                }
            } catch (Refusal gone) {
                refusal.refuse(gone);
            }
        }

        private Paragraph whatWasSaved(RevisionRow newest) {
            var hint = Pieces.hint(word(
                            "knowledge.writing.meanwhile",
                            people.find(newest.author())
                                    .map(PersonRow::name)
                                    .orElse(newest.author().value()),
                            Integer.toString(newest.number()))
                    + " ");
            var compare = new Anchor(
                    Places.articleHistory(id.value()) + "?from=" + base + "&to=" + newest.number(),
                    word("knowledge.writing.compare"));
            compare.setTarget("_blank");
            hint.add(compare);
            return hint;
        }

        private Div onTopOf(RevisionRow newest) {
            return Pieces.row(Pieces.button("knowledge.writing.onTop", "plain", () -> {
                base = newest.number();
                save(false);
            }));
        }

        /** What was typed on an older revision is not to overwrite what was saved since. */
        private void sayKept(int keptBase) {
            base = Math.min(base, keptBase);
            lookAround();
            kept.removeAll();
            kept.add(
                    Pieces.hint(word("knowledge.writing.kept")),
                    Pieces.row(Pieces.button("knowledge.writing.discard", "plain", () -> {
                        editor.saved(base);
                        UI.getCurrent().getPage().reload();
                    })));
        }
    }
}
