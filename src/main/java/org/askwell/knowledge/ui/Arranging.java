package org.askwell.knowledge.ui;

import com.vaadin.flow.component.html.Div;
import java.util.function.IntConsumer;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticlePlace;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.PeopleService;
import org.jspecify.annotations.Nullable;

/**
 * Lets a curator change what stands around a text: who answers for it, its dates and tags, its place.
 *
 * <p>A form that is open stays as it is while others change the page around it.
 */
final class Arranging extends Div {

    private final ArticleService articles;
    private final ArticleArrangement arrangement;
    private final SpaceService spaces;
    private final PeopleService people;
    private final Runnable changed;
    private final Div form = new Div();
    private @Nullable ArticlePage shown;

    /** @param changed called after every attempt to change something: the page may be another one since */
    Arranging(
            ArticleService articles,
            ArticleArrangement arrangement,
            SpaceService spaces,
            PeopleService people,
            Runnable changed) {
        this.articles = articles;
        this.arrangement = arrangement;
        this.spaces = spaces;
        this.people = people;
        this.changed = changed;
        var row = Pieces.row(
                Pieces.button("knowledge.arrange.details", "quiet", this::openDetails),
                Pieces.button("knowledge.arrange.place", "quiet", this::openPlace));
        row.addClassName("arrange");
        add(row, form);
        setVisible(false);
    }

    void show(ArticlePage page) {
        if (!page.mayWrite()) {
            close();
        }
        shown = page;
        setVisible(page.mayWrite());
    }

    void close() {
        form.removeAll();
    }

    private void openDetails() {
        var page = shown;
        if (page != null) {
            var base = new Base(page);
            form.removeAll();
            form.add(new DetailsForm(
                    page.details(),
                    people.find(page.details().owner()).orElse(null),
                    people::search,
                    details -> base.change(it -> arrangement.describe(page.id(), it, details)),
                    this::close));
        }
    }

    private void openPlace() {
        var page = shown;
        if (page != null) {
            var base = new Base(page);
            form.removeAll();
            form.add(new PlaceForm(
                    new ArticlePlace(
                            page.space().slug(),
                            page.parent() == null ? null : page.parent().id(),
                            page.position()),
                    spaces.readable().stream().filter(SpaceRow::mayWrite).toList(),
                    page.parent(),
                    space -> (typed, offset, limit) -> arrangement.titled(space, typed, offset, limit).stream()
                            .map(it -> new ArticlePage.Above(it.id(), it.title()))
                            .toList(),
                    Pieces.readers(people, getLocale()),
                    place -> base.change(it -> arrangement.place(page.id(), it, place)),
                    this::close));
        }
    }

    /** What the open form was filled from; after a refusal it is what the reader has been shown since. */
    private final class Base {
        private final ArticlePage page;
        private int from;

        Base(ArticlePage page) {
            this.page = page;
            from = page.arrangement();
        }

        void change(IntConsumer action) {
            try {
                action.accept(from);
                close();
            } catch (Refusal no) {
                from = articles.read(page.id(), null).arrangement();
                throw no;
            } finally {
                changed.run();
            }
        }
    }
}
