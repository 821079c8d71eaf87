package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.askwell.common.Places;
import org.askwell.common.markdown.Markdown;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.Visibility;
import org.askwell.people.Department;
import org.askwell.people.Group;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** The small pieces that the pages of the library share. */
final class Pieces {

    private Pieces() {}

    static NativeButton button(String key, String look, Runnable action) {
        var button = new NativeButton(word(key), click -> action.run());
        button.addClassName(look);
        return button;
    }

    static Anchor link(String path, String text, String look) {
        var link = new Anchor(path, text);
        link.addClassName(look);
        return link;
    }

    static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    static Paragraph quiet(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("quiet-text");
        return paragraph;
    }

    /** A line that says something about the page without any alarm. */
    static Paragraph hint(String sentence) {
        var hint = new Paragraph(sentence);
        hint.addClassName("hint");
        hint.getElement().setAttribute("role", "status");
        return hint;
    }

    static Span badge(ArticleStatus status) {
        var badge = new Span(word("knowledge.status." + status.name().toLowerCase(Locale.ROOT)));
        badge.addClassNames("badge", status.name().toLowerCase(Locale.ROOT));
        return badge;
    }

    /** Marks what somebody should have looked at again by now. */
    static Span stale() {
        var badge = new Span(word("knowledge.stale"));
        badge.addClassNames("badge", "stale");
        return badge;
    }

    static UnorderedList plainList(String look) {
        var list = new UnorderedList();
        list.addClassNames("plain-list", look);
        return list;
    }

    /** The text of an article; links to its own headings stay on this page. */
    static void render(Div prose, ArticleId id, String markdown, Markdown.@Nullable Stretch cited) {
        UnaryOperator<String> places =
                place -> place.startsWith("#") ? "/" + Places.article(id.value()) + place : place;
        prose.getElement().setProperty("innerHTML", Markdown.toSafeHtml(markdown, cited, places));
    }

    /** Finds rows by what was typed, a page at a time. */
    interface Finder<T> {
        List<T> find(String typed, int offset, int limit);
    }

    /** A person in a picker: names collide, departments rarely do. */
    static String colleague(PersonRow person) {
        return person.department() == null ? person.name() : person.name() + " · " + person.department();
    }

    /** Who may read, in words; names of departments and groups as people know them. */
    static Function<Visibility, String> readers(PeopleService people, Locale locale) {
        var departments = Lazy.of(people::departments);
        var groups = Lazy.of(people::groups);
        return visibility -> {
            if (visibility.equals(Visibility.EVERYONE)) {
                return word("knowledge.readers.everyone");
            }
            if (visibility.tokens().isEmpty()) {
                return word("knowledge.readers.curators");
            }
            return String.join(
                    word("knowledge.readers.and"),
                    visibility.tokens().stream()
                            .map(it -> reader(it, departments.get(), groups.get(), locale))
                            .toList());
        };
    }

    /** Fetched when it is needed first, and once. */
    private static final class Lazy<T> {
        private final Supplier<T> source;
        private @Nullable T value;

        private Lazy(Supplier<T> source) {
            this.source = source;
        }

        static <T> Lazy<T> of(Supplier<T> source) {
            return new Lazy<>(source);
        }

        T get() {
            var known = value;
            if (known == null) {
                known = source.get();
                value = known;
            }
            return known;
        }
    }

    static String reader(String token, List<Department> departments, List<Group> groups, Locale locale) {
        var name = token.substring(token.indexOf(':') + 1);
        if (token.startsWith("department:")) {
            return departments.stream()
                    .filter(it -> it.slug().equals(name))
                    .findFirst()
                    .map(it -> it.name(locale))
                    .orElse(name);
        }
        if (token.startsWith("group:")) {
            return groups.stream()
                    .filter(it -> it.slug().equals(name))
                    .findFirst()
                    .map(it -> it.name(locale))
                    .orElse(name);
        }
        return word(
                token.startsWith("type:")
                        ? "knowledge.type." + name.toLowerCase(Locale.ROOT)
                        : "knowledge.readers.everyone");
    }
}
