package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** One question, then what is mine. Route: the root. */
@Route("")
@CdiComponent
public class HomeView extends Div implements HasDynamicTitle {

    HomeView() {
        addClassName("column");
        add(new H1(word("ask.home.title")));
    }

    @Override
    public String getPageTitle() {
        return word("ask.home.title");
    }
}
