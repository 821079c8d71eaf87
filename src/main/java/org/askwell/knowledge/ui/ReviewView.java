package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.Review;
import org.askwell.knowledge.ReviewService;
import org.askwell.knowledge.ReviewSheet;
import org.askwell.knowledge.ReviewState;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * What readers would get to see of an article, beside what they see now: here it is handed in for review, approved,
 * sent back or taken back.
 *
 * <p>For the curators of its space. What is typed stays while others act. Route: {@code articles/A-318/review}.
 */
@Route("articles/:article/review")
@CdiComponent
public class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ArticleService articles;
    private final ReviewService reviews;
    private final PeopleService people;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;

    private final Steady head = new Steady();
    private final Steady state = new Steady();
    private final Feedback feedback = new Feedback();
    private final TextArea reason = sentence("knowledge.review.reason");
    private final TextArea answer = sentence("knowledge.review.answer");
    private final NativeButton handIn = Pieces.button("knowledge.review.handIn", "primary", this::handIn);
    private final NativeButton approve = Pieces.button("knowledge.review.approve", "primary", this::approve);
    private final NativeButton sendBack = Pieces.button("knowledge.review.sendBack", "plain", this::sendBack);
    private final NativeButton withdraw = Pieces.button("knowledge.review.withdraw", "quiet", this::withdraw);
    private final Section asking = new Section(reason, Pieces.row(handIn));
    private final Section deciding = new Section(Pieces.row(approve), answer, Pieces.row(sendBack));
    private final Steady changes = new Steady();

    private @Nullable ArticlePage shown;
    private int looking;
    private @Nullable Registration following;

    @Inject
    ReviewView(
            ArticleService articles,
            ReviewService reviews,
            PeopleService people,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock) {
        this.articles = articles;
        this.reviews = reviews;
        this.people = people;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        addClassNames("column", "review");
        asking.addClassNames("card", "panel");
        deciding.addClassNames("card", "panel");
        addDetachListener(detached -> leave());
    }

    private static TextArea sentence(String label) {
        var field = new TextArea(word(label));
        field.setMaxLength(Review.LONGEST_REASON);
        field.setWidthFull();
        return field;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("article")
                .flatMap(ArticleId::parse)
                .orElseThrow(NotFoundException::new);
        leave();
        feedback.clear();
        reason.clear();
        answer.clear();
        try {
            show(id);
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
        following = screens.join(event.getUI(), Topics.article(id), this::repaint);
    }

    private void leave() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    /** Somebody has written, decided or taken back meanwhile. */
    private void repaint() {
        var page = shown;
        if (page == null) {
            return;
        }
        try {
            show(page.id());
        } catch (Refusal gone) {
            removeAll();
            add(new Paragraph(word("knowledge.gone.text")));
        }
    }

    private void show(ArticleId id) {
        var page = articles.read(id, null);
        var draft = page.draftRevision();
        if (draft == null) {
            throw new NotFoundException();
        }
        shown = page;
        var review = reviews.of(id).orElse(null);
        boolean waits = review != null && review.isWaiting();
        boolean newer = page.publishedRevision() == null || page.publishedRevision() < draft;
        boolean mayAsk = newer && (review == null || !waits || review.revision() < draft);
        looking = review != null && waits ? review.revision() : draft;
        if (head.getParent().isEmpty()) {
            removeAll();
            add(head, state, feedback, asking, deciding, Pieces.row(withdraw), changes);
        }
        var title = page.revision() == draft
                ? page.text().title()
                : articles.read(id, draft).text().title();
        head.show(Arrays.asList(id, page.space(), title), () -> head(page, title));
        state.show(Arrays.asList(review, draft, newer), () -> state(review, draft, newer));
        asking.setVisible(mayAsk);
        handIn.setText(word(waits ? "knowledge.review.handIn.newer" : "knowledge.review.handIn", draft));
        deciding.setVisible(review != null && review.mayDecide());
        withdraw.setVisible(review != null && review.mayWithdraw());
        changes.show(
                Arrays.asList(id, page.publishedRevision(), looking, newer),
                () -> newer ? changes(page, looking) : List.of());
    }

    private List<Component> head(ArticlePage page, String title) {
        var id = page.id().value();
        var path = new Nav(
                new Anchor(Places.KNOWLEDGE, word("knowledge.title")),
                new Anchor(Places.space(page.space().slug()), page.space().in(getLocale())),
                new Anchor(Places.article(id), title));
        path.addClassName("path");
        path.setAriaLabel(word("knowledge.path"));
        return List.of(path, new H1(word("knowledge.review.title", title)));
    }

    private List<Component> state(@Nullable ReviewSheet review, int draft, boolean newer) {
        var lines = new ArrayList<Component>();
        if (review != null && (review.isWaiting() || review.state() == ReviewState.SENT_BACK && newer)) {
            var by = Pieces.hint(
                    word("knowledge.review.state.waiting", name(review.askedBy()), Integer.toString(review.revision()))
                            + " ");
            by.add(Times.ago(review.askedAt(), current.get().zone(), clock));
            lines.add(by);
            lines.add(quote(review.reason()));
        }
        if (review != null && review.state() == ReviewState.SENT_BACK && newer) {
            lines.add(Pieces.hint(word(
                    "knowledge.review.state.sentBack",
                    review.decidedBy() == null ? "" : name(review.decidedBy()),
                    Integer.toString(review.revision()))));
            lines.add(quote(review.answer()));
        }
        if (review != null && review.isWaiting()) {
            if (draft > review.revision()) {
                lines.add(Pieces.hint(word("knowledge.review.state.newer", draft, review.revision())));
            }
            if (!review.mayDecide()) {
                lines.add(Pieces.quiet(word("knowledge.review.state.others")));
            }
        }
        if (!newer) {
            lines.add(Pieces.hint(word("knowledge.review.state.nothing")));
        }
        return lines;
    }

    private static Paragraph quote(String text) {
        var quote = new Paragraph(text);
        quote.addClassName("review-reason");
        return quote;
    }

    private List<Component> changes(ArticlePage page, int revision) {
        var parts = new ArrayList<Component>();
        var published = page.publishedRevision();
        var looked = articles.read(page.id(), revision);
        if (published != null) {
            parts.add(new H2(word("knowledge.review.changes", published, revision)));
            parts.add(new Changes(articles.diff(page.id(), published, revision)));
        }
        parts.add(new H2(word("knowledge.writing.preview")));
        var prose = new Div();
        prose.addClassName("prose");
        prose.getElement().setAttribute("lang", page.language().equals("zh") ? "zh-CN" : "en");
        Pieces.render(prose, page.id(), looked.text().markdown(), null);
        var card = new Div(prose);
        card.addClassName("card");
        parts.add(card);
        return parts;
    }

    private void handIn() {
        act("knowledge.review.handedIn", (page, revision) -> {
            reviews.handIn(
                    page.id(), page.draftRevision() == null ? revision : page.draftRevision(), reason.getValue());
            reason.clear();
        });
    }

    private void approve() {
        act("knowledge.review.approved", (page, revision) -> reviews.approve(page.id(), revision));
    }

    private void sendBack() {
        act("knowledge.review.sentBack", (page, revision) -> {
            reviews.sendBack(page.id(), revision, answer.getValue());
            answer.clear();
        });
    }

    private void withdraw() {
        act("knowledge.review.withdrawn", (page, revision) -> reviews.withdraw(page.id()));
    }

    private interface Verb {
        void on(ArticlePage page, int revision);
    }

    /** Whatever came of it, the page shows how things stand now. */
    private void act(String done, Verb verb) {
        var page = shown;
        if (page == null) {
            return;
        }
        feedback.around(() -> {
            verb.on(page, looking);
            feedback.say(word(done));
        });
        repaint();
    }

    private String name(PersonId id) {
        return people.find(id).map(PersonRow::name).orElse(id.value());
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? word("knowledge.review")
                : word("knowledge.review.title", shown.text().title());
    }
}
