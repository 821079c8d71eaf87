package org.askwell.shell.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import org.askwell.common.Trouble;
import org.askwell.common.ui.Words;

/** What a page shows that could not be put together: one sentence, and the way to try it again. */
@ParentLayout(MainLayout.class)
public class SomethingWrong extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var trouble = Trouble.of(parameter.getCaughtException());
        var sentence = new Paragraph(Words.sentence(trouble));
        sentence.getElement().setAttribute("role", "alert");
        var again = new Anchor(event.getLocation().getPathWithQueryParameters(), word("common.wrong.again"));
        again.setRouterIgnore(true);
        addClassName("column");
        add(new H1(word("common.wrong.title")), sentence, again);
        return trouble.kind().status();
    }

    @Override
    public String getPageTitle() {
        return word("common.wrong.title");
    }
}
