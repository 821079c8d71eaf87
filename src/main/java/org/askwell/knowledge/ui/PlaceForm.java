package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ArticlePage.Above;
import org.askwell.knowledge.ArticlePlace;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.Visibility;
import org.jspecify.annotations.Nullable;

/** Where an article stands; says before it is moved who will be able to read it. */
final class PlaceForm extends Section {

    private static final int MOST = 9_999;

    private final Select<SpaceRow> space = new Select<>();
    private final ComboBox<Above> parent = new ComboBox<>(word("knowledge.arrange.parent"));
    private final IntegerField position = new IntegerField(word("knowledge.arrange.position"));
    private final Paragraph readers = Pieces.hint("");
    private final Feedback refusal = new Feedback();

    /**
     * @param spaces those one may write in
     * @param above the article that stands above it now
     * @param shelved finds articles of a space by their titles
     * @param names says in words who may read
     */
    PlaceForm(
            ArticlePlace now,
            List<SpaceRow> spaces,
            @Nullable Above above,
            Function<String, Pieces.Finder<Above>> shelved,
            Function<Visibility, String> names,
            Consumer<ArticlePlace> save,
            Runnable close) {
        addClassNames("card", "panel", "arranging");
        space.setLabel(word("knowledge.arrange.space"));
        space.setItems(spaces);
        space.setItemLabelGenerator(it -> it.name(Words.locale()));
        spaces.stream().filter(it -> it.slug().equals(now.space())).findFirst().ifPresent(space::setValue);
        parent.setPlaceholder(word("knowledge.arrange.parent.none"));
        parent.setClearButtonVisible(true);
        parent.setItemLabelGenerator(Above::title);
        parent.setItems(query ->
                shelved
                        .apply(slug(now))
                        .find(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        if (above != null) {
            parent.setValue(above);
        }
        position.setMin(0);
        position.setMax(MOST);
        position.setStepButtonsVisible(true);
        position.setHelperText(word("knowledge.arrange.position.help"));
        position.setValue(now.position());
        readers.setVisible(false);
        space.addValueChangeListener(chosen -> {
            parent.clear();
            parent.getDataProvider().refreshAll();
            boolean elsewhere = !slug(now).equals(now.space());
            readers.setVisible(elsewhere);
            readers.setText(
                    elsewhere
                            ? word(
                                    "knowledge.arrange.move",
                                    names.apply(chosen.getValue().settings().visibility()))
                            : "");
        });
        add(
                new H2(word("knowledge.arrange.place")),
                space,
                parent,
                position,
                readers,
                refusal,
                Pieces.row(
                        Pieces.button("knowledge.arrange.save", "primary", () -> tell(now, save)),
                        Pieces.button("knowledge.cancel", "quiet", close)));
    }

    private String slug(ArticlePlace now) {
        var chosen = space.getValue();
        return chosen == null ? now.space() : chosen.slug();
    }

    private void tell(ArticlePlace now, Consumer<ArticlePlace> save) {
        refusal.around(() -> {
            var above = parent.getValue();
            int order = Math.clamp(Objects.requireNonNullElse(position.getValue(), 0), 0, MOST);
            save.accept(new ArticlePlace(slug(now), above == null ? null : above.id(), order));
        });
    }
}
