package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.askwell.ask.PinRow;
import org.askwell.ask.PinState;
import org.askwell.common.Places;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;

/** One pinned question and what can be done about it. Stays while the list around it is painted again. */
final class PinLine extends ListItem {

    private final PinsView page;
    private final Steady content = new Steady();

    PinLine(PinsView page) {
        this.page = page;
        addClassName("pin");
        add(content);
    }

    void show(PinRow row, int count) {
        content.show(List.of(row, count), () -> List.of(facts(row), verbs(row, count)));
    }

    private Component facts(PinRow row) {
        var facts = new Div();
        if (row.state() == PinState.NOT_YOURS) {
            facts.add(new Paragraph(word("ask.pins.not-yours")));
            return facts;
        }
        question(row.questionZh(), "zh-CN", facts);
        question(row.questionEn(), "en", facts);
        if (row.isPaused()) {
            var mark = new Paragraph(word("ask.pins.state." + row.state().name().toLowerCase(Locale.ROOT)));
            mark.addClassName("notice");
            facts.add(mark);
        }
        var quote = new Paragraph(row.quote());
        quote.addClassName("pin-quote");
        facts.add(quote);
        facts.add(foot(row));
        return facts;
    }

    private static void question(String text, String language, Div facts) {
        if (!text.isEmpty()) {
            var question = new Paragraph(text);
            question.addClassName("pin-question");
            question.getElement().setAttribute("lang", language);
            facts.add(question);
        }
    }

    private static Paragraph foot(PinRow row) {
        var foot = new Paragraph();
        foot.addClassNames("gap-counts", "quiet-text");
        var article = row.article();
        if (article != null) {
            var address = row.isPaused()
                    ? Places.article(article.value())
                    : Places.citation(article.value(), row.revision(), row.start(), row.end());
            foot.add(new Anchor(address, row.title().isEmpty() ? article.value() : row.title()));
        }
        var hits = new Span(word("ask.pins.hits", row.hits()));
        hits.getElement().setAttribute("title", days(row));
        foot.add(hits);
        if (!row.days().isEmpty()) {
            foot.add(bars(row));
        }
        if (row.state() == PinState.EXPIRED && row.until() != null) {
            foot.add(new Span(word("ask.pins.expired", Times.day(row.until()))));
        } else if (row.until() != null) {
            foot.add(new Span(word("ask.pins.shown-until", Times.day(row.until()))));
        }
        if (row.questionZh().isEmpty() || row.questionEn().isEmpty()) {
            foot.add(new Span(word(row.questionZh().isEmpty() ? "ask.pins.only-en" : "ask.pins.only-zh")));
        }
        return foot;
    }

    private static String days(PinRow row) {
        return row.days().stream()
                .map(it -> word("ask.pins.day", Times.day(it.day()), it.hits()))
                .collect(Collectors.joining("\n"));
    }

    /** A bar for each day with a hit, the latest last. */
    private static Span bars(PinRow row) {
        var bars = new Span();
        bars.addClassName("bars");
        bars.getElement().setAttribute("role", "img").setAttribute("aria-label", days(row));
        int most = row.days().stream().mapToInt(PinRow.Day::hits).max().orElse(1);
        for (var day : row.days()) {
            var bar = new Span();
            bar.getStyle().setHeight(Math.max(15, 100 * day.hits() / most) + "%");
            bars.add(bar);
        }
        return bars;
    }

    private Div verbs(PinRow row, int count) {
        var all = new ArrayList<Component>();
        if (row.state() != PinState.NOT_YOURS) {
            all.add(button("ask.pins.change", "plain", row, () -> page.open(row)));
        }
        if (row.place() > 1) {
            all.add(button("ask.pins.up", "quiet", row, () -> page.move(row, row.place() - 1)));
        }
        if (row.place() < count) {
            all.add(button("ask.pins.down", "quiet", row, () -> page.move(row, row.place() + 1)));
        }
        all.add(button("ask.pins.remove", "quiet", row, () -> page.remove(row)));
        var verbs = new Div(all.toArray(Component[]::new));
        verbs.addClassName("row");
        return verbs;
    }

    private static NativeButton button(String key, String look, PinRow row, Runnable action) {
        var button = new NativeButton(word(key), click -> action.run());
        button.addClassName(look);
        button.getElement().setAttribute("aria-description", row.questionZh() + " " + row.questionEn());
        return button;
    }
}
