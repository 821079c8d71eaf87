package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleRow;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportService;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.ReadableArticles.Branch;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** One shelf of the library as a tree; its curators write and import here. Route: {@code knowledge/it}. */
@Route("knowledge/:space")
@CdiComponent
public class SpaceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;

    private final SpaceService spaces;
    private final ArticleService articles;
    private final ReadableArticles readable;
    private final ImportDesk desk;
    private final ImportService imports;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;
    private final Div panel = new Div();
    private final Div tree = new Div();
    private @Nullable SpaceRow space;

    @Inject
    SpaceView(
            SpaceService spaces,
            ArticleService articles,
            ReadableArticles readable,
            ImportDesk desk,
            ImportService imports,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock) {
        this.spaces = spaces;
        this.articles = articles;
        this.readable = readable;
        this.desk = desk;
        this.imports = imports;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        addClassNames("column", "shelf");
        tree.addClassName("tree");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var row = spaces.read(event.getRouteParameters().get("space").orElseThrow(NotFoundException::new));
            show(row);
            if (row.mayWrite()) {
                named(event.getLocation())
                        .ifPresentOrElse(
                                id -> openImport(row).reopen(id, event.getUI()),
                                () -> imports.underWay(row.slug())
                                        .ifPresent(id -> openImport(row).watch(id, event.getUI())));
            }
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    /** The import that the address names. */
    private static Optional<ImportId> named(Location address) {
        return address.getQueryParameters().getSingleParameter("import").flatMap(ImportId::parse);
    }

    private void show(SpaceRow row) {
        space = row;
        removeAll();
        panel.removeAll();
        var path = new Nav(new Anchor(Places.KNOWLEDGE, word("knowledge.title")));
        path.addClassName("path");
        path.getElement().setAttribute("aria-label", word("knowledge.path"));
        add(path, new H1(row.name(getLocale())));
        if (!row.description(getLocale()).isEmpty()) {
            add(new Paragraph(row.description(getLocale())));
        }
        add(new SearchBox("", row.slug()));
        if (row.mayWrite()) {
            add(Pieces.row(
                    Pieces.button("knowledge.new", "plain", () -> openForm(row)),
                    Pieces.button("knowledge.import", "plain", () -> openImport(row))));
        }
        add(panel, tree);
        showTree(row);
    }

    private void showTree(SpaceRow row) {
        tree.removeAll();
        var trunk = Pieces.plainList("trunk");
        grow(trunk, row, null, 0);
        if (trunk.getChildren().findAny().isEmpty()) {
            tree.add(new Paragraph(word(row.mayWrite() ? "knowledge.space.empty.curator" : "knowledge.space.empty")));
        } else {
            tree.add(trunk);
        }
    }

    /** Adds a page of branches; what stands below them is fetched when somebody opens them. */
    private void grow(UnorderedList list, SpaceRow row, @Nullable ArticleId parent, int from) {
        var branches = readable.tree(row.slug(), parent, from, PAGE + 1);
        branches.stream().limit(PAGE).forEach(branch -> list.add(item(branch, row)));
        if (branches.size() > PAGE) {
            var more = new ListItem();
            more.add(Pieces.button("knowledge.more", "plain", () -> {
                list.remove(more);
                grow(list, row, parent, from + PAGE);
            }));
            list.add(more);
        }
    }

    private ListItem item(Branch branch, SpaceRow row) {
        var article = branch.article();
        var below = Pieces.plainList("below");
        below.setVisible(false);
        var twist = new NativeButton("▸");
        twist.addClassName("twist");
        if (branch.hasMore()) {
            twist.getElement()
                    .setAttribute("aria-expanded", "false")
                    .setAttribute("aria-label", word("knowledge.open", article.title()));
            twist.addClickListener(click -> toggle(twist, below, row, article.id()));
        } else {
            twist.addClassName("none");
            twist.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        }
        var link = new Anchor(Places.article(article.id().value()), article.title());
        link.getElement().setAttribute("lang", article.language());
        var line = new Div(twist, link);
        line.addClassName("branch");
        if (row.mayWrite()) {
            line.add(badge(article));
        }
        return new ListItem(line, below);
    }

    private void toggle(NativeButton twist, UnorderedList below, SpaceRow row, ArticleId parent) {
        boolean open = !below.isVisible();
        if (open && below.getChildren().findAny().isEmpty()) {
            grow(below, row, parent, 0);
        }
        below.setVisible(open);
        twist.setText(open ? "▾" : "▸");
        twist.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    private static Span badge(ArticleRow article) {
        if (article.status() == ArticleStatus.PUBLISHED && article.hasDraft()) {
            var changed = new Span(word("knowledge.status.changed"));
            changed.addClassNames("badge", "changed");
            return changed;
        }
        return Pieces.badge(article.status());
    }

    private void openForm(SpaceRow row) {
        panel.removeAll();
        var title = new TextField(word("knowledge.new.title"));
        title.setMaxLength(ArticleText.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        var language = new Select<String>();
        language.setLabel(word("knowledge.new.language"));
        language.setItems("zh", "en");
        language.setItemLabelGenerator(it -> word("knowledge.language." + it));
        language.setValue(Texts.languageOf(getLocale()));
        var refusal = new Feedback();
        var create = Pieces.button(
                "knowledge.new.create",
                "primary",
                () -> refusal.around(() -> {
                    var id = articles.create(
                            NewArticle.of(row.slug(), language.getValue(), ArticleText.of(title.getValue(), "", null)));
                    UI.getCurrent().navigate(Places.editArticle(id.value()));
                }));
        var form = new Section(
                new H2(word("knowledge.new")),
                title,
                language,
                refusal,
                Pieces.row(create, Pieces.button("knowledge.cancel", "quiet", panel::removeAll)));
        form.addClassNames("card", "panel");
        panel.add(form);
        title.focus();
    }

    private ImportPanel openImport(SpaceRow row) {
        panel.removeAll();
        var opened = new ImportPanel(row.slug(), desk, imports, current, screens, clock, () -> showTree(row), () -> {
            panel.removeAll();
            UI.getCurrent().getPage().getHistory().replaceState(null, Places.space(row.slug()));
        });
        if (row.review().asks()) {
            opened.asDrafts();
        }
        panel.add(opened);
        return opened;
    }

    @Override
    public String getPageTitle() {
        return space == null ? word("knowledge.title") : space.name(getLocale());
    }
}
