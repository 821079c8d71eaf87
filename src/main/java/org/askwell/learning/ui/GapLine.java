package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticleId;
import org.askwell.learning.GapRow;
import org.askwell.learning.GapService;
import org.askwell.learning.GapState;
import org.jspecify.annotations.Nullable;

/** One gap and what can be done about it. Stays while the list around it is painted again. */
final class GapLine extends ListItem {

    /** An article to choose. */
    record Choice(ArticleId article, String title) {}

    /** Finds articles by what was typed. */
    interface Finder {
        List<Choice> find(String typed, int offset, int limit);
    }

    /**
     * What lines need to put rows into words.
     *
     * @param departments names by slug, in the reader's language; so are the desks
     */
    record Names(Map<String, String> departments, Map<String, String> desks) {}

    private static final int LONGEST_REASON = 500;

    private final GapService gaps;
    private final Finder finder;
    private final Names names;
    private final ZoneId zone;
    private final Clock clock;
    private final boolean alone;

    private final Steady facts = new Steady();
    private final Steady verbs = new Steady();
    private final Div panel = new Div();
    private final Feedback said = new Feedback();
    private GapRow shown;

    /** @param alone on the page of this one gap: its wording is the heading there */
    GapLine(GapService gaps, GapRow row, Finder finder, Names names, ZoneId zone, Clock clock, boolean alone) {
        this.gaps = gaps;
        this.finder = finder;
        this.names = names;
        this.zone = zone;
        this.clock = clock;
        this.alone = alone;
        this.shown = row;
        addClassName("gap");
        panel.addClassName("gap-panel");
        panel.setVisible(false);
        add(facts, said, verbs, panel);
        show(row);
    }

    GapRow row() {
        return shown;
    }

    void show(GapRow row) {
        shown = row;
        facts.show(row, () -> facts(row));
        verbs.show(
                List.of(
                        row.id(),
                        row.state(),
                        row.article() == null,
                        row.nearest() == null,
                        row.ownerArticle() == null),
                () -> List.of(verbs(row)));
    }

    private List<Component> facts(GapRow row) {
        var facts = new ArrayList<Component>();
        if (!alone) {
            var link = new Anchor(Places.gap(row.id().value()), row.wording());
            link.addClassName("gap-wording");
            link.getElement().setAttribute("lang", row.language().equals("zh") ? "zh-CN" : "en");
            facts.add(link);
        }
        var counts = new Paragraph(
                new Span(word("learning.gap.asked", row.questions())),
                new Span(word("learning.gap.people", row.people())),
                new Span(departments(row)),
                new Span(row.desk().isEmpty() ? word("learning.gap.no-desk") : name(names.desks(), row.desk())),
                new Span(Times.ago(row.lastAsked(), zone, clock)));
        counts.addClassNames("gap-counts", "quiet-text");
        facts.add(counts);
        var kinds = new Paragraph();
        kinds.addClassNames("gap-counts", "quiet-text");
        kind(kinds, "learning.gap.unanswered", row.unanswered());
        kind(kinds, "learning.gap.unhelpful", row.unhelpful());
        kind(kinds, "learning.gap.unfound", row.unfound());
        facts.add(kinds);
        var state = state(row);
        if (state != null) {
            facts.add(state);
        }
        return facts;
    }

    private static void kind(Paragraph kinds, String key, int count) {
        if (count > 0) {
            kinds.add(new Span(word(key, count)));
        }
    }

    private String departments(GapRow row) {
        var known = row.askedBy();
        return known.isEmpty()
                ? word("learning.gap.no-department")
                : String.join(
                        word("learning.gap.and"),
                        known.stream().map(it -> name(names.departments(), it)).toList());
    }

    private static String name(Map<String, String> names, String slug) {
        return names.getOrDefault(slug, slug);
    }

    private static @Nullable Component state(GapRow row) {
        var article = row.article();
        var unproven = row.unprovenArticle();
        if (row.state() == GapState.DISMISSED) {
            return told("dismissed", word("learning.gap.dismissed", String.valueOf(row.dismissedWhy())), null);
        }
        if (row.state() == GapState.CLOSED) {
            return told("closed", word("learning.gap.closed"), article);
        }
        if (unproven != null) {
            var wording = row.unprovenWording();
            return told(
                    "unproven",
                    wording == null || wording.isEmpty()
                            ? word("learning.gap.unread")
                            : word("learning.gap.unproven", wording),
                    unproven);
        }
        if (article != null) {
            return told("writing", word("learning.gap.writing"), article);
        }
        return row.ownerArticle() == null ? null : told("owner", word("learning.gap.owner-asked"), row.ownerArticle());
    }

    private static Component told(String look, String sentence, @Nullable ArticleId article) {
        var told = new Paragraph(new Span(sentence));
        told.addClassNames("gap-state", look);
        if (article != null) {
            told.add(new Anchor(Places.article(article.value()), article.value()));
        }
        return told;
    }

    private Div verbs(GapRow row) {
        var verbs = new Div();
        verbs.addClassName("row");
        if (!row.isOpen()) {
            verbs.add(button("learning.gap.reopen", "plain", () -> act(() -> gaps.reopen(row.id()))));
            return verbs;
        }
        if (row.article() == null) {
            verbs.add(button("learning.gap.write", "plain", this::write));
        }
        verbs.add(button("learning.gap.attach", "plain", this::openPicker));
        if (row.nearest() != null) {
            var ask = button(
                    "learning.gap.ask-owner",
                    "plain",
                    () -> act(() -> {
                        gaps.askOwner(row.id(), null);
                        said.say(word("learning.gap.owner-told"));
                    }));
            ask.setEnabled(row.ownerArticle() == null);
            verbs.add(ask);
        }
        verbs.add(button("learning.gap.dismiss", "quiet", this::openDismissal));
        return verbs;
    }

    private NativeButton button(String key, String look, Runnable action) {
        var button = new NativeButton(word(key), click -> action.run());
        button.addClassName(look);
        button.getElement().setAttribute("aria-description", shown.wording());
        return button;
    }

    /** Does something and shows what has become of the gap. */
    private void act(Runnable action) {
        said.around(() -> {
            action.run();
            closePanel();
            gaps.rows(List.of(shown.id())).forEach(this::show);
        });
    }

    private void write() {
        said.around(() -> {
            var article = gaps.draft(shown.id(), null);
            UI.getCurrent().navigate(Places.editArticle(article.value()));
        });
    }

    private void openPicker() {
        var choice = new ComboBox<Choice>(word("learning.gap.article"));
        choice.setItemLabelGenerator(it -> it.title() + " · " + it.article());
        choice.setItems(
                query -> finder.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        choice.setPlaceholder(word("learning.gap.article.placeholder"));
        choice.setWidthFull();
        var attach = button("learning.gap.attach.send", "primary", () -> {
            var chosen = choice.getValue();
            if (chosen == null) {
                said.refuse(word("learning.gap.article.missing"));
            } else {
                act(() -> gaps.attach(shown.id(), chosen.article()));
            }
        });
        open(choice, new Paragraph(word("learning.gap.attach.lead")), attach);
        choice.focus();
    }

    private void openDismissal() {
        var reason = new TextField(word("learning.gap.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        open(
                reason,
                button(
                        "learning.gap.dismiss.send",
                        "primary",
                        () -> act(() -> gaps.dismiss(shown.id(), reason.getValue()))));
        reason.focus();
    }

    private void open(Component... content) {
        said.clear();
        panel.removeAll();
        panel.add(content);
        panel.add(button("learning.gap.cancel", "quiet", this::closePanel));
        panel.setVisible(true);
    }

    private void closePanel() {
        panel.removeAll();
        panel.setVisible(false);
    }
}
