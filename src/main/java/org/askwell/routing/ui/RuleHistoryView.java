package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;
import org.askwell.routing.RoutingAccess;
import org.askwell.routing.RuleSets;
import org.askwell.routing.RuleVersion;
import org.jspecify.annotations.Nullable;

/** Every version of the rules that was published, what it changed, and a way back to it. */
@Route("admin/rule-history/:desk?")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class RuleHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;

    private final RuleSets ruleSets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final CurrentPerson current;
    private final RuleWords words;
    private final Clock clock;
    private final Feedback said = new Feedback();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more = new NativeButton(word("routing.history.more"), click -> append());
    private @Nullable String desk;
    private @Nullable String cursor;
    private int published;

    @Inject
    RuleHistoryView(
            RuleSets ruleSets,
            DeskService desks,
            DeskSchemas schemas,
            CurrentPerson current,
            RuleWords words,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.desks = desks;
        this.schemas = schemas;
        this.current = current;
        this.words = words;
        this.clock = clock;
        addClassName("wide");
        list.addClassNames("lines", "rule-history");
        more.addClassName("quiet");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        desk = event.getRouteParameters().get("desk").orElse(null);
        if (desk != null && desks.find(desk).isEmpty() || !RoutingAccess.mayChange(current.get(), desk)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        add(
                new AdminAreas(current.get(), Places.ADMIN_ROUTING),
                new H1(word("routing.history.title", words.desk(desk))),
                new Anchor(
                        Places.ADMIN_ROUTING + (desk == null ? "" : "/" + desk),
                        word("routing.history.back", words.desk(desk))),
                said,
                list,
                more);
        load();
    }

    private void load() {
        list.removeAll();
        cursor = null;
        published = 0;
        append();
    }

    private void append() {
        var page = ruleSets.history(desk, cursor, PAGE);
        cursor = page.nextCursor();
        more.setVisible(cursor != null);
        for (var version : page.items()) {
            published = Math.max(published, version.saved().version());
            list.add(line(version));
        }
        if (published == 0) {
            list.add(new ListItem(word("routing.history.none")));
        }
    }

    private ListItem line(RuleVersion it) {
        var saved = it.saved();
        var zone = current.get().zone();
        var name = new Span(word("routing.history.version", saved.version()));
        name.addClassName("author");
        var standing = new Span(word("routing.history." + it.standing().name().toLowerCase(Locale.ROOT)));
        standing.addClassName("tag");
        var head = new Div(name, standing);
        head.addClassName("row");
        if (saved.by() != null && saved.at() != null) {
            var by = new Span(words.person(saved.by().value()) + " · ");
            by.addClassName("quiet-text");
            head.add(by, Times.ago(saved.at(), zone, clock));
        }
        var line = new ListItem(head);
        if (saved.countsFrom() != null) {
            line.add(new Paragraph(word("routing.history.from", Times.exact(saved.countsFrom(), zone))));
        }
        if (saved.restores() != null) {
            line.add(new Paragraph(word("routing.history.restores", saved.restores())));
        }
        line.add(
                it.changes().isEmpty()
                        ? new Paragraph(word("routing.history.same"))
                        : new RuleNews(words, schemas.of(desk)).changes(it.changes()));
        if (saved.version() != published) {
            var back = new NativeButton(word("routing.history.restore"), click -> restore(saved.version()));
            back.addClassName("plain");
            back.getElement().setAttribute("aria-label", word("routing.history.restore.named", saved.version()));
            line.add(back);
        }
        return line;
    }

    private void restore(int version) {
        said.around(() -> {
            int made = ruleSets.restore(desk, version, published);
            load();
            said.say(word("routing.history.restored", version, made));
            said.scrollIntoView();
        });
    }

    @Override
    public String getPageTitle() {
        return word("routing.history.title", words.desk(desk));
    }
}
