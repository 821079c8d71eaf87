package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;
import org.askwell.routing.RoutingAccess;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.SavedRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the company ({@code admin/routing}) and of each desk ({@code admin/routing/it}), in the order in which they
 * are asked. Each change is a new version at once.
 */
@Route("admin/routing/:desk?")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class RoutingAdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoutingService routing;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final CurrentPerson current;
    private final RuleWords words;
    private final Clock clock;

    private final Feedback refusal = new Feedback();
    private final Div forms = new Div();
    private final OrderedList list = new OrderedList();
    private final Paragraph version = new Paragraph();
    private @Nullable String desk;
    private @Nullable SavedRules saved;

    @Inject
    RoutingAdminView(
            RoutingService routing,
            DeskService desks,
            DeskSchemas schemas,
            CurrentPerson current,
            RuleWords words,
            Clock clock) {
        this.routing = routing;
        this.desks = desks;
        this.schemas = schemas;
        this.current = current;
        this.words = words;
        this.clock = clock;
        addClassName("wide");
        list.addClassName("rules");
        version.addClassName("quiet-text");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("desk").orElse(null);
        var caller = current.get();
        if (wanted == null && !caller.isAdmin()) {
            desks.desks().stream()
                    .filter(it -> RoutingAccess.mayChange(caller, it.slug()))
                    .findFirst()
                    .ifPresentOrElse(
                            it -> event.forwardTo(Places.ADMIN_ROUTING + "/" + it.slug()),
                            () -> event.rerouteToError(NotFoundException.class));
            return;
        }
        if (wanted != null && (desks.find(wanted).isEmpty() || !RoutingAccess.mayChange(caller, wanted))) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        desk = wanted;
        build();
        load();
    }

    private void build() {
        removeAll();
        forms.removeAll();
        var add = new NativeButton(word("routing.new"), click -> edit(-1));
        add.addClassName("primary");
        add(
                new AdminAreas(current.get(), Places.ADMIN_ROUTING),
                new H1(word("routing.title", words.desk(desk))),
                areas(),
                new Paragraph(word(desk == null ? "routing.company.text" : "routing.desk.text")),
                refusal,
                list,
                forms,
                new Div(add),
                version);
    }

    private Nav areas() {
        var caller = current.get();
        var areas = new Nav();
        areas.addClassNames("row", "areas");
        areas.getElement().setAttribute("aria-label", word("routing.areas"));
        if (caller.isAdmin()) {
            areas.add(area(Places.ADMIN_ROUTING, word("routing.company"), desk == null));
        }
        for (var one : desks.desks()) {
            if (RoutingAccess.mayChange(caller, one.slug())) {
                areas.add(area(
                        Places.ADMIN_ROUTING + "/" + one.slug(),
                        one.name(Words.locale()),
                        one.slug().equals(desk)));
            }
        }
        return areas;
    }

    private static Anchor area(String path, String name, boolean here) {
        var link = new Anchor(path, name);
        if (here) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void load() {
        refusal.clear();
        saved = routing.rules(desk);
        list.removeAll();
        var rules = saved().rules();
        for (int at = 0; at < rules.size(); at++) {
            list.add(line(at, rules));
        }
        if (rules.isEmpty()) {
            list.add(new ListItem(word("routing.none")));
        }
        var at = saved().at();
        version.removeAll();
        if (at != null) {
            version.setText(word("routing.version", saved().version(), Objects.requireNonNull(saved().by())) + " ");
            version.add(Times.ago(at, current.get().zone(), clock));
        }
    }

    private SavedRules saved() {
        return Objects.requireNonNull(saved);
    }

    private ListItem line(int at, List<RoutingRule> rules) {
        var rule = rules.get(at);
        var name = new Span(rule.name());
        name.addClassName("author");
        var sentence = new Paragraph(words.sentence(rule, schemas.of(desk)));
        var head = new Div(name);
        head.addClassName("row");
        if (!rule.enabled()) {
            var off = new Span(word("routing.off"));
            off.addClassName("tag");
            head.add(off);
        }
        if (rule.owner() != null) {
            var owner = new Span(word("routing.owned", rule.owner()));
            owner.addClassName("quiet-text");
            head.add(owner);
        }
        var buttons = new Div(
                small("routing.edit", "routing.edit.named", rule, () -> edit(at)),
                small(
                        rule.enabled() ? "routing.switch-off" : "routing.switch-on",
                        "routing.switch.named",
                        rule,
                        () -> replace(at, switched(rule))));
        if (at > 0) {
            buttons.add(small("routing.up", "routing.up.named", rule, () -> move(at, at - 1)));
        }
        if (at < rules.size() - 1) {
            buttons.add(small("routing.down", "routing.down.named", rule, () -> move(at, at + 1)));
        }
        buttons.add(small("routing.delete", "routing.delete.named", rule, () -> delete(at)));
        buttons.addClassName("row");
        var line = new ListItem(head, sentence, buttons);
        line.setClassName("off", !rule.enabled());
        return line;
    }

    private NativeButton small(String word, String label, RoutingRule rule, Runnable action) {
        var button = new NativeButton(word(word), click -> act(action));
        button.addClassName("quiet");
        button.getElement().setAttribute("aria-label", word(label, rule.name()));
        return button;
    }

    private static RoutingRule switched(RoutingRule it) {
        return new RoutingRule(
                it.name(), !it.enabled(), it.owner(), it.condition(), it.advanced(), it.goOn(), it.then());
    }

    /** @param at -1: a new one at the end */
    private void edit(int at) {
        var here = desk;
        var choices = new RuleForm.Choices(
                here == null,
                here == null ? desks.desks() : List.of(),
                here == null ? List.of() : desks.queuesOf(here),
                here == null ? List.of() : desks.members(here),
                schemas.of(here));
        var form = new RuleForm(
                choices,
                at < 0 ? null : saved().rules().get(at),
                rule -> {
                    routing.check(desk, rule);
                    replace(at, rule);
                    forms.removeAll();
                },
                forms::removeAll);
        forms.removeAll();
        forms.add(form);
        form.scrollIntoView();
    }

    private void replace(int at, RoutingRule rule) {
        var rules = new ArrayList<>(saved().rules());
        if (at < 0) {
            rules.add(rule);
        } else {
            rules.set(at, rule);
        }
        save(rules);
    }

    private void move(int from, int to) {
        var rules = new ArrayList<>(saved().rules());
        rules.add(to, rules.remove(from));
        save(rules);
    }

    private void delete(int at) {
        var rules = new ArrayList<>(saved().rules());
        rules.remove(at);
        save(rules);
    }

    private void save(List<RoutingRule> rules) {
        routing.save(desk, saved().version(), rules);
        load();
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (Refusal no) {
            load();
            refusal.refuse(no);
        }
    }

    @Override
    public String getPageTitle() {
        return word("routing.title", words.desk(desk));
    }
}
