package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.function.Consumer;
import org.askwell.common.ui.Feedback;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** Who answers for an article, when it was checked and what it is about; keeps what was entered when it is refused. */
final class DetailsForm extends Section {

    private final ComboBox<PersonRow> owner = new ComboBox<>(word("knowledge.arrange.owner"));
    private final DayField checkedOn = new DayField(word("knowledge.checkedOn"));
    private final DayField reviewOn = new DayField(word("knowledge.reviewOn"));
    private final TextField tags = new TextField(word("knowledge.arrange.tags"));
    private final Feedback refusal = new Feedback();

    DetailsForm(
            ArticleDetails now,
            @Nullable PersonRow answering,
            Pieces.Finder<PersonRow> colleagues,
            Consumer<ArticleDetails> save,
            Runnable close) {
        addClassNames("card", "panel", "arranging");
        owner.setItemLabelGenerator(Pieces::colleague);
        owner.setItems(
                query -> colleagues.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        owner.setPlaceholder(word("knowledge.arrange.owner.find"));
        owner.setRequiredIndicatorVisible(true);
        if (answering != null) {
            owner.setValue(answering);
        }
        checkedOn.setValue(now.checkedOn());
        reviewOn.setValue(now.reviewOn());
        tags.setValue(String.join(", ", now.tags()));
        add(
                new H2(word("knowledge.arrange.details")),
                owner,
                checkedOn,
                reviewOn,
                tags,
                refusal,
                Pieces.row(
                        Pieces.button("knowledge.arrange.save", "primary", () -> tell(save)),
                        Pieces.button("knowledge.cancel", "quiet", close)));
    }

    private void tell(Consumer<ArticleDetails> save) {
        var chosen = owner.getValue();
        if (chosen == null) {
            refusal.refuse(word("knowledge.arrange.owner.missing"));
            return;
        }
        if (checkedOn.isInvalid() || reviewOn.isInvalid()) {
            refusal.refuse(word("knowledge.arrange.date.unreadable"));
            return;
        }
        refusal.around(() -> save.accept(ArticleDetails.of(
                chosen.id(),
                checkedOn.getValue(),
                reviewOn.getValue(),
                Arrays.asList(tags.getValue().split("[,，、;；]")))));
    }
}
