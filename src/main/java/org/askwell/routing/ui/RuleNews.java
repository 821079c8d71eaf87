package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.askwell.desk.DeskSchema;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RuleChange;
import org.askwell.routing.RuleWarning;
import org.jspecify.annotations.Nullable;

/** Tells in plain words what has changed about rules, and what is worth a look. */
final class RuleNews {

    private final RuleWords words;
    private final DeskSchema schema;

    RuleNews(RuleWords words, DeskSchema schema) {
        this.words = words;
        this.schema = schema;
    }

    UnorderedList changes(List<RuleChange> changes) {
        var list = new UnorderedList();
        list.addClassNames("lines", "rule-changes");
        changes.forEach(it -> list.add(line(it)));
        return list;
    }

    private ListItem line(RuleChange it) {
        var kind = new Span(word("routing.change." + it.kind().name().toLowerCase(Locale.ROOT)));
        kind.addClassName("tag");
        var name = new Span(it.name());
        name.addClassName("author");
        var head = new Span(kind, new Span(" "), name);
        var line = new ListItem(head);
        switch (it.kind()) {
            case ADDED -> line.add(says(it.after()));
            case REMOVED -> line.add(says(it.before()));
            case RENAMED ->
                line.add(new Paragraph(word(
                        "routing.change.was-called",
                        Objects.requireNonNull(it.before()).name())));
            case MOVED -> line.add(new Paragraph(word("routing.change.place", it.from(), it.to())));
            case CHANGED -> changed(it, line);
        }
        return line;
    }

    private void changed(RuleChange it, ListItem line) {
        var before = Objects.requireNonNull(it.before());
        var after = Objects.requireNonNull(it.after());
        var was = words.sentence(before, schema);
        var is = words.sentence(after, schema);
        if (!was.equals(is)) {
            line.add(new Paragraph(word("routing.change.before", was)), new Paragraph(word("routing.change.now", is)));
        }
        if (before.enabled() != after.enabled()) {
            line.add(new Paragraph(word(after.enabled() ? "routing.change.on" : "routing.change.off")));
        }
        if (!Objects.equals(before.owner(), after.owner())) {
            line.add(new Paragraph(
                    after.owner() == null
                            ? word("routing.change.owner.none")
                            : word("routing.change.owner", words.person(after.owner()))));
        }
    }

    private Paragraph says(@Nullable RoutingRule rule) {
        return new Paragraph(words.sentence(Objects.requireNonNull(rule), schema));
    }

    UnorderedList warnings(List<RuleWarning> warnings) {
        var list = new UnorderedList();
        list.addClassNames("lines", "rule-warnings");
        warnings.forEach(it -> list.add(new ListItem(sentence(it))));
        return list;
    }

    private String sentence(RuleWarning it) {
        var about = Objects.requireNonNullElse(it.about(), "");
        var named = switch (it.kind()) {
            case ASSIGNEE_GONE, OWNER_GONE -> words.person(about);
            case CATEGORY_GONE -> schema.label(about, org.askwell.common.ui.Words.locale());
            default -> about;
        };
        return word("routing.warning." + it.kind().name().toLowerCase(Locale.ROOT), it.rule(), named);
    }
}
