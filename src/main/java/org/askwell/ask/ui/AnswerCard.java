package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.askwell.ask.Answer;
import org.askwell.ask.OfferedArticle;
import org.askwell.ask.QuestionView;
import org.askwell.ask.ShownSentence;
import org.askwell.common.Places;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.PublishedText;

/** An answer as it is shown: where it comes from, the sentences, the way to the passage. Shows only what it is given. */
final class AnswerCard extends Section {

    private final Map<ArticleId, PublishedText> sources;
    private final Set<String> stale;

    AnswerCard(QuestionView question, Map<ArticleId, PublishedText> sources) {
        this.sources = sources;
        this.stale = question.stale();
        addClassName("answer");
        switch (question.outcome()) {
            case ANSWERED -> {
                if (question.sentences().isEmpty()) {
                    add(new Paragraph(word("ask.answer.gone")));
                } else {
                    showProof(question.sentences(), question.why() == Answer.Why.PINNED);
                }
            }
            case CLARIFY -> showNear(word("ask.answer.choose"), question.offered());
            case NOT_FOUND -> showNotFound(question);
        }
    }

    private void showProof(List<ShownSentence.Part> parts, boolean pinned) {
        var bySource = new LinkedHashMap<String, List<ShownSentence.Part>>();
        parts.forEach(part -> bySource.computeIfAbsent(part.article() + "\n" + part.heading(), it -> new ArrayList<>())
                .add(part));
        bySource.values().forEach(it -> add(card(it, pinned)));
    }

    private Div card(List<ShownSentence.Part> parts, boolean pinned) {
        var first = parts.getFirst();
        var from = first.heading().equals(first.title())
                ? word("ask.answer.from", first.title())
                : word("ask.answer.from.heading", first.title(), first.heading());
        var origin = new Paragraph(from);
        origin.addClassName("answer-origin");
        var passage = new Div();
        passage.addClassName("proof");
        fill(passage, parts);
        var card = new Div(origin, passage, foot(parts, pinned));
        card.addClassName("proof-card");
        return card;
    }

    private static void fill(Div passage, List<ShownSentence.Part> parts) {
        HasComponents list = null;
        Paragraph paragraph = null;
        for (var part : parts) {
            if (part.look() == Answer.Look.TEXT) {
                list = null;
                if (paragraph == null) {
                    paragraph = new Paragraph();
                    passage.add(paragraph);
                } else {
                    paragraph.add(new com.vaadin.flow.component.Text(" "));
                }
                paragraph.add(sentence(part));
            } else {
                paragraph = null;
                if (list == null) {
                    Component begun =
                            part.marker().endsWith(".") || part.marker().endsWith(")")
                                    ? new OrderedList()
                                    : new UnorderedList();
                    passage.add(begun);
                    list = (HasComponents) begun;
                }
                list.add(item(part));
            }
        }
    }

    private static ListItem item(ShownSentence.Part part) {
        var item = new ListItem(sentence(part));
        var number = part.marker().replaceAll("\\D", "");
        if (!number.isEmpty()) {
            item.getElement().setAttribute("value", number);
        }
        return item;
    }

    private static Span sentence(ShownSentence.Part part) {
        var sentence = new Span(part.text());
        if (part.key()) {
            sentence.addClassName("key");
        }
        return sentence;
    }

    private Paragraph foot(List<ShownSentence.Part> parts, boolean pinned) {
        var first = parts.getFirst();
        int start = parts.stream().mapToInt(ShownSentence.Part::start).min().orElse(0);
        int end = parts.stream().mapToInt(ShownSentence.Part::end).max().orElse(0);
        var foot = new Paragraph();
        foot.addClassName("proof-foot");
        if (pinned) {
            foot.add(new Span(word("ask.answer.pinned")));
        }
        var source = sources.get(new ArticleId(first.article()));
        if (source != null) {
            foot.add(new Span(source.spaceName(getLocale())));
            if (source.checkedOn() != null) {
                foot.add(new Span(word("ask.answer.checked", Times.day(source.checkedOn()))));
            }
        }
        if (stale.contains(first.article())) {
            var chip = new Span(word("ask.answer.stale"));
            chip.addClassNames("badge", "stale");
            foot.add(chip);
        }
        var open = new Anchor(Places.citation(first.article(), first.revision(), start, end), word("ask.answer.open"));
        foot.add(open);
        return foot;
    }

    private void showNotFound(QuestionView question) {
        add(new Paragraph(word("ask.why." + question.why().name().toLowerCase(Locale.ROOT))));
        if (!question.offered().isEmpty()) {
            showNear(word("ask.answer.near"), question.offered());
        }
    }

    private void showNear(String lead, List<OfferedArticle.Part> offered) {
        var list = new UnorderedList();
        list.addClassName("near");
        for (var article : offered) {
            var link = new Anchor(Places.article(article.article()), article.title());
            link.getElement().setAttribute("lang", article.language().equals("zh") ? "zh-CN" : "en");
            var item = new ListItem(link);
            if (!article.heading().equals(article.title())) {
                var heading = new Span(article.heading());
                heading.addClassName("quiet-text");
                item.add(heading);
            }
            list.add(item);
        }
        add(new Paragraph(lead), list);
    }
}
