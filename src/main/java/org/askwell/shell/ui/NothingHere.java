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
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import org.askwell.common.Places;

/** What a wrong address shows, inside the frame: the same for what does not exist and for what one may not see. */
@ParentLayout(MainLayout.class)
public class NothingHere extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("column");
        add(
                new H1(word("shell.nothing.title")),
                new Paragraph(word("shell.nothing.text")),
                new Anchor(Places.HOME, word("shell.nothing.home")));
        return 404;
    }

    @Override
    public String getPageTitle() {
        return word("shell.nothing.title");
    }
}
