package org.askwell.routing.ui;

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
import org.askwell.routing.Draft;
import org.askwell.routing.ReplaySource;
import org.askwell.routing.Replays;
import org.askwell.routing.RoutingAccess;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleSets;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the company ({@code admin/routing}) and of each desk ({@code admin/routing/it}), in the order in which they
 * are asked. What is changed here is a draft, which one may try on the past and which counts once it is published.
 */
@Route("admin/routing/:desk?")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class RoutingAdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoutingService routing;
    private final RuleSets ruleSets;
    private final Replays replays;
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
    private final Div news = new Div();
    private @Nullable Draft draft;

    @Inject
    RoutingAdminView(
            RoutingService routing,
            RuleSets ruleSets,
            Replays replays,
            DeskService desks,
            DeskSchemas schemas,
            CurrentPerson current,
            RuleWords words,
            Clock clock) {
        this.routing = routing;
        this.ruleSets = ruleSets;
        this.replays = replays;
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
                version,
                refusal,
                news,
                list,
                forms,
                new Div(add));
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
        draft = ruleSets.draft(desk);
        list.removeAll();
        var rules = draft().rules();
        for (int at = 0; at < rules.size(); at++) {
            list.add(line(at, rules));
        }
        if (rules.isEmpty()) {
            list.add(new ListItem(word("routing.none")));
        }
        tellVersion();
        tellNews();
    }

    private void tellVersion() {
        var published = draft().published();
        var at = published.at();
        version.removeAll();
        if (at == null) {
            return;
        }
        var by = words.person(String.valueOf(published.by()));
        version.add(
                new Span(word("routing.version", published.version(), by) + " "),
                Times.ago(at, current.get().zone(), clock),
                new Span(" · "));
        var from = published.countsFrom();
        if (from != null && !published.countsAt(clock.instant())) {
            version.add(new Span(word(
                            "routing.version.ahead",
                            Times.exact(from, current.get().zone())) + " · "));
        }
        version.add(new Anchor(Places.ruleHistory(desk), word("routing.history")));
    }

    private void tellNews() {
        news.removeAll();
        var told = new RuleNews(words, schemas.of(desk));
        if (draft().isChanged()) {
            var card = new Div(new H2(word("routing.draft")));
            card.addClassNames("card", "rule-draft");
            if (draft().isOvertaken()) {
                var published = draft().published();
                var sentence = new Paragraph(word(
                        "routing.draft.overtaken", published.version(), words.person(String.valueOf(published.by()))));
                sentence.addClassName("notice");
                card.add(sentence, told.changes(draft().meanwhile()), row(button("routing.draft.rest", "plain", () -> {
                    ruleSets.restOnPublished(desk);
                    load();
                })));
            }
            card.add(new Paragraph(word("routing.draft.text")), told.changes(draft().changes()));
            card.add(row(
                    button("routing.try", "plain", this::tryOut),
                    button("routing.publish", "primary", this::publish),
                    button("routing.draft.discard", "quiet", () -> {
                        ruleSets.discard(desk);
                        load();
                    })));
            news.add(card);
        } else if (!draft().rules().isEmpty()) {
            news.add(row(button("routing.try", "plain", this::tryOut)));
        }
        if (!draft().warnings().isEmpty()) {
            var card = new Div(new H2(word("routing.warnings")), told.warnings(draft().warnings()));
            card.addClassName("card");
            news.add(card);
        }
    }

    private static Div row(NativeButton... buttons) {
        var row = new Div(buttons);
        row.addClassName("row");
        return row;
    }

    private NativeButton button(String word, String look, Runnable action) {
        var button = new NativeButton(word(word), click -> act(action));
        button.addClassName(look);
        return button;
    }

    private void tryOut() {
        var now = clock.instant();
        var id = replays.start(
                desk,
                draft().isChanged() ? ReplaySource.DRAFT : ReplaySource.PUBLISHED,
                List.of(),
                now.minus(Replays.MONTH),
                now);
        UI.getCurrent().navigate(Places.replay(id.value()));
    }

    private void publish() {
        forms.removeAll();
        var form = new PublishForm(
                draft(),
                new RuleNews(words, schemas.of(desk)),
                day -> {
                    int version = ruleSets.publish(
                            desk,
                            day == null
                                    ? null
                                    : day.atStartOfDay(current.get().zone()).toInstant());
                    forms.removeAll();
                    load();
                    refusal.say(word("routing.published", version));
                },
                forms::removeAll);
        forms.add(form);
        form.scrollIntoView();
    }

    private Draft draft() {
        return Objects.requireNonNull(draft);
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
            var owner = new Span(word("routing.owned", words.person(rule.owner())));
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
                at < 0 ? null : draft().rules().get(at),
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
        var rules = new ArrayList<>(draft().rules());
        if (at < 0) {
            rules.add(rule);
        } else {
            rules.set(at, rule);
        }
        save(rules);
    }

    private void move(int from, int to) {
        var rules = new ArrayList<>(draft().rules());
        rules.add(to, rules.remove(from));
        save(rules);
    }

    private void delete(int at) {
        var rules = new ArrayList<>(draft().rules());
        rules.remove(at);
        save(rules);
    }

    private void save(List<RoutingRule> rules) {
        ruleSets.keep(desk, draft().revision(), rules);
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
