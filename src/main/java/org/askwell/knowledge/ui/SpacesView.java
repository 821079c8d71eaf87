package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.knowledge.ReviewRule;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.askwell.knowledge.Visibility;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.EmploymentType;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
import org.askwell.people.ui.AdminAreas;
import org.jspecify.annotations.Nullable;

/** Which spaces there are, who may read them and who writes in them. Route: {@code admin/spaces}. */
@Route(Places.ADMIN_SPACES)
@RolesAllowed("ADMIN")
@CdiComponent
public class SpacesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SpaceService spaces;
    private final PeopleService people;
    private final Div panel = new Div();
    private final Div list = new Div();

    @Inject
    SpacesView(SpaceService spaces, PeopleService people, CurrentPerson current) {
        this.spaces = spaces;
        this.people = people;
        addClassNames("column", "spaces");
        add(
                new AdminAreas(current.get(), Places.ADMIN_SPACES),
                new H1(word("knowledge.spaces.title")),
                Pieces.row(Pieces.button("knowledge.spaces.new", "plain", this::openNew)),
                panel,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        list.removeAll();
        var readers = Pieces.readers(people, getLocale());
        for (var space : spaces.all()) {
            var name = space.mayRead()
                    ? new Anchor(Places.space(space.slug()), space.name(getLocale()))
                    : new Span(space.name(getLocale()));
            var body = new Div();
            var change = Pieces.button("knowledge.spaces.change", "plain", () -> open(space, body));
            change.getElement()
                    .setAttribute("aria-label", word("knowledge.spaces.change") + " " + space.name(getLocale()));
            var card = new Section(
                    new H2(name),
                    Pieces.quiet(space.slug() + " · "
                            + word(
                                    "knowledge.labelled",
                                    word("knowledge.readers"),
                                    readers.apply(space.settings().visibility()))),
                    Pieces.row(change),
                    body);
            card.addClassNames("card", "panel");
            list.add(card);
        }
    }

    private void openNew() {
        panel.removeAll();
        var slug = new TextField(word("knowledge.spaces.slug"));
        slug.setAllowedCharPattern("[a-z0-9-]");
        slug.setMaxLength(60);
        var form = new SpaceForm(null, "knowledge.spaces.create", settings -> {
            spaces.create(slug.getValue(), settings);
            panel.removeAll();
            load();
        });
        form.addComponentAsFirst(slug);
        var card = new Section(new H2(word("knowledge.spaces.new")), form);
        card.addClassNames("card", "panel");
        panel.add(card);
        slug.focus();
    }

    private void open(SpaceRow space, Div body) {
        if (body.getChildren().findAny().isPresent()) {
            body.removeAll();
            return;
        }
        body.add(
                new SpaceForm(space.settings(), "knowledge.spaces.save", settings -> {
                    spaces.arrange(space.slug(), settings);
                    load();
                }),
                new Rule(space),
                new Curators(space.slug()));
    }

    @Override
    public String getPageTitle() {
        return word("knowledge.spaces.title");
    }

    /** Names, descriptions and readers of a space; hands the settings to the one who saves them. */
    private final class SpaceForm extends Div {
        private final TextField nameZh = new TextField(word("knowledge.spaces.nameZh"));
        private final TextField nameEn = new TextField(word("knowledge.spaces.nameEn"));
        private final TextArea aboutZh = new TextArea(word("knowledge.spaces.descriptionZh"));
        private final TextArea aboutEn = new TextArea(word("knowledge.spaces.descriptionEn"));
        private final MultiSelectComboBox<String> readers = new MultiSelectComboBox<>(word("knowledge.spaces.readers"));

        SpaceForm(@Nullable SpaceSettings now, String saveWord, Consumer<SpaceSettings> save) {
            var departments = people.departments();
            var groups = people.groups();
            var tokens = new ArrayList<String>();
            tokens.add(Caller.EVERYONE);
            departments.forEach(it -> tokens.add("department:" + it.slug()));
            groups.forEach(it -> tokens.add("group:" + it.slug()));
            for (var type : EmploymentType.values()) {
                tokens.add("type:" + type.name());
            }
            readers.setItems(tokens);
            readers.setItemLabelGenerator(it -> Pieces.reader(it, departments, groups, getLocale()));
            readers.setHelperText(word("knowledge.spaces.readers.none"));
            var settings = now == null ? new SpaceSettings("", "", "", "", Visibility.EVERYONE) : now;
            nameZh.setValue(settings.nameZh());
            nameEn.setValue(settings.nameEn());
            aboutZh.setValue(settings.descriptionZh());
            aboutEn.setValue(settings.descriptionEn());
            readers.setValue(new HashSet<>(settings.visibility().tokens()));
            var refusal = new Feedback();
            add(
                    nameZh,
                    nameEn,
                    aboutZh,
                    aboutEn,
                    readers,
                    refusal,
                    Pieces.row(Pieces.button(
                            saveWord,
                            "primary",
                            () -> refusal.around(() -> save.accept(SpaceSettings.of(
                                    nameZh.getValue(),
                                    nameEn.getValue(),
                                    aboutZh.getValue(),
                                    aboutEn.getValue(),
                                    List.copyOf(readers.getValue())))))));
        }
    }

    /** Whether somebody looks at a text before readers see it; holds from the moment it is chosen. */
    private final class Rule extends Div {

        Rule(SpaceRow space) {
            var saved = new Feedback();
            var rule = new Select<ReviewRule>();
            rule.setLabel(word("knowledge.spaces.review"));
            rule.setItems(ReviewRule.values());
            rule.setItemLabelGenerator(
                    it -> word("knowledge.spaces.review." + it.name().toLowerCase(Locale.ROOT)));
            rule.setValue(spaces.arranged(space.slug()).review());
            rule.addValueChangeListener(chosen -> saved.around(() -> {
                spaces.ask(space.slug(), chosen.getValue());
                saved.say(word("knowledge.spaces.saved"));
            }));
            add(new H3(word("knowledge.review")), rule, saved);
        }
    }

    /** Who writes in a space. */
    private final class Curators extends Div {
        private final String space;
        private final Div names = new Div();

        Curators(String space) {
            this.space = space;
            var add = new ComboBox<PersonRow>(word("knowledge.spaces.curators.add"));
            add.setPlaceholder(word("knowledge.spaces.curators.find"));
            add.setItemLabelGenerator(Pieces::colleague);
            add.setItems(
                    query -> people.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
            add.addValueChangeListener(chosen -> {
                if (chosen.getValue() != null) {
                    people.grant(chosen.getValue().id(), Role.CURATOR, space);
                    add.clear();
                    load();
                }
            });
            add(new H3(word("knowledge.spaces.curators")), names, add);
            load();
        }

        private void load() {
            names.removeAll();
            var curators = people.holders(Role.CURATOR, space);
            if (curators.isEmpty()) {
                names.add(Pieces.quiet(word("knowledge.spaces.curators.none")));
                return;
            }
            var list = Pieces.plainList("curators");
            for (var curator : curators) {
                var remove = new NativeButton("✕", click -> {
                    people.revoke(curator.id(), Role.CURATOR, space);
                    load();
                });
                remove.addClassName("quiet");
                remove.getElement()
                        .setAttribute("aria-label", word("knowledge.spaces.curators.remove", curator.name()));
                list.add(new ListItem(new Span(Pieces.colleague(curator)), remove));
            }
            names.add(list);
        }
    }
}
