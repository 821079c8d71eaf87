package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.askwell.common.ui.Feedback;

/** Things with a short name and a name in each language: every one can be renamed, and one more can be made. */
public final class NamedLines extends Section {

    /** @param slug stays for good once the thing is there */
    public record Named(String slug, String nameZh, String nameEn) {}

    private final Supplier<List<Named>> all;
    private final Consumer<Named> rename;
    private final UnorderedList lines = new UnorderedList();
    private final Feedback said = new Feedback();

    public NamedLines(
            String title, String addWord, Supplier<List<Named>> all, Consumer<Named> rename, Consumer<Named> make) {
        this.all = all;
        this.rename = rename;
        addClassName("named-lines");
        lines.addClassName("admin-lines");
        add(new H2(title), lines, said, fresh(addWord, make));
        load();
    }

    private void load() {
        lines.removeAll();
        all.get().forEach(it -> lines.add(line(it)));
    }

    private ListItem line(Named named) {
        var slug = new Span(named.slug());
        slug.addClassName("slug");
        var zh = field("people.named.zh", named.slug());
        zh.setValue(named.nameZh());
        var en = field("people.named.en", named.slug());
        en.setValue(named.nameEn());
        var save = new NativeButton(
                word("people.named.save"),
                click -> said.around(() -> {
                    rename.accept(new Named(named.slug(), zh.getValue(), en.getValue()));
                    said.say(word("people.saved"));
                }));
        save.addClassName("plain");
        save.setAriaLabel(word("people.named.save.which", named.slug()));
        return new ListItem(inline(slug, zh, en, save));
    }

    private Component fresh(String addWord, Consumer<Named> make) {
        var slug = new TextField(word("people.named.slug"));
        var zh = new TextField(word("people.named.zh"));
        var en = new TextField(word("people.named.en"));
        var add = new NativeButton(
                addWord,
                click -> said.around(() -> {
                    make.accept(new Named(slug.getValue().strip(), zh.getValue(), en.getValue()));
                    List.of(slug, zh, en).forEach(TextField::clear);
                    load();
                }));
        add.addClassName("plain");
        return inline(slug, zh, en, add);
    }

    private static TextField field(String word, String slug) {
        var field = new TextField();
        field.setAriaLabel(word(word) + " " + slug);
        return field;
    }

    private static Div inline(Component... parts) {
        var line = new Div(parts);
        line.addClassName("inline-form");
        return line;
    }
}
