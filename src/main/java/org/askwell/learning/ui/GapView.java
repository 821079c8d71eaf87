package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Words;
import org.askwell.learning.GapId;
import org.askwell.learning.GapService;
import org.askwell.learning.GapSheet;
import org.jspecify.annotations.Nullable;

/** One gap: how it was asked, what askers missed, what can be done. Route: {@code knowledge/gaps/G-17}. */
@Route(Places.GAPS + "/:gap")
@CdiComponent
public class GapView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final GapService gaps;
    private final GapPieces pieces;
    private final H1 title = new H1();
    private final UnorderedList one = new UnorderedList();
    private final Steady about = new Steady();
    private @Nullable GapLine line;

    @Inject
    GapView(GapService gaps, GapPieces pieces, LiveScreens screens) {
        this.gaps = gaps;
        this.pieces = pieces;
        addClassNames("column", "gaps");
        one.addClassName("gap-list");
        var path = new Nav(
                new Anchor(Places.KNOWLEDGE, word("learning.gaps.library")),
                new Anchor(Places.GAPS, word("learning.gaps.title")));
        path.addClassName("path");
        path.setAriaLabel(word("learning.gaps.path"));
        add(path, title, one, about);
        screens.follow(this, GapScreens.TOPIC, this::repaint);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("gap").flatMap(GapId::parse).orElseThrow(NotFoundException::new);
        try {
            var sheet = gaps.gap(id);
            title.setText(sheet.gap().wording());
            title.getElement().setAttribute("lang", language(sheet));
            var shown = pieces.line(sheet.gap(), pieces.names(Words.locale()), true);
            line = shown;
            one.removeAll();
            one.add(shown);
            show(sheet);
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    private void repaint() {
        var shown = line;
        if (shown == null) {
            return;
        }
        try {
            var sheet = gaps.gap(shown.row().id());
            shown.show(sheet.gap());
            show(sheet);
        } catch (Refusal gone) {
            one.removeAll();
            about.show(gone.code(), () -> List.of(new Paragraph(Words.sentence(gone))));
        }
    }

    private void show(GapSheet sheet) {
        about.show(sheet, () -> about(sheet));
    }

    private List<Component> about(GapSheet sheet) {
        var parts = new ArrayList<Component>();
        var near = sheet.nearest();
        if (near != null) {
            var link = new Anchor(Places.article(near.article().value()), near.title());
            parts.add(new Paragraph(new Span(word("learning.gap.nearest") + " "), link));
        }
        parts.add(new H2(word("learning.gap.wordings")));
        var wordings = new UnorderedList();
        wordings.addClassName("gap-wordings");
        for (var it : sheet.wordings()) {
            var text = new Span(it.text());
            text.getElement().setAttribute("lang", language(sheet));
            var beside = new Span(word("learning.gap.asked", it.questions()));
            beside.addClassName("quiet-text");
            wordings.add(new ListItem(text, beside));
        }
        parts.add(wordings);
        if (!sheet.reasons().isEmpty()) {
            parts.add(new H2(word("learning.gap.reasons")));
            var reasons = new UnorderedList();
            reasons.addClassName("gap-wordings");
            sheet.reasons().forEach(it -> reasons.add(new ListItem(reason(it))));
            parts.add(reasons);
        }
        return parts;
    }

    private static Span reason(GapSheet.Reason reason) {
        var chosen = reason.shortcoming();
        var text = reason.text();
        var name = chosen == null ? "" : word("ask.shortcoming." + chosen.name().toLowerCase(Locale.ROOT));
        return new Span(text == null ? name : name.isEmpty() ? text : word("learning.gap.reason.both", name, text));
    }

    private static String language(GapSheet sheet) {
        return sheet.gap().language().equals("zh") ? "zh-CN" : "en";
    }

    @Override
    public String getPageTitle() {
        return title.getText().isEmpty() ? word("learning.gaps.title") : title.getText();
    }
}
