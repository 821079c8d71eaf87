package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** A plain form that leads to the page of results; works before anything else of the page does. */
final class SearchBox extends Div {

    SearchBox(String text, @Nullable String space) {
        addClassName("search-box");
        var form = new Element("form")
                .setAttribute("action", "search")
                .setAttribute("method", "get")
                .setAttribute("role", "search");
        var field = new Element("input")
                .setAttribute("type", "search")
                .setAttribute("name", "q")
                .setAttribute("value", text)
                .setAttribute("maxlength", "400")
                .setAttribute("aria-label", word("knowledge.search"))
                .setAttribute("placeholder", word("knowledge.search"));
        var send = new Element("button").setAttribute("type", "submit").setAttribute("class", "plain");
        send.setText(word("knowledge.search.send"));
        form.appendChild(field, send);
        if (space != null) {
            form.appendChild(new Element("input")
                    .setAttribute("type", "hidden")
                    .setAttribute("name", "space")
                    .setAttribute("value", space));
        }
        getElement().appendChild(form);
    }
}
