package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** The keys of the workplace, for those who press "?" or the button that says so. */
final class KeySheet extends Div {

    private static final List<String> KEYS = List.of(
            "j", "k", "x", "b", "p", "g", "v", "r", "z", "t", "e", "n", "m", "a", "h", "i", "l", "u", "o", "s", "c",
            ".", "/", "?");

    KeySheet() {
        var open = new NativeButton(word("ticket.keys"));
        open.addClassName("quiet");
        open.getElement().setAttribute("data-key", "?").setAttribute("data-opens", "#ticket-keys");
        var list = new DescriptionList();
        list.addClassName("keys");
        for (var key : KEYS) {
            list.add(new DescriptionList.Term(key), new DescriptionList.Description(word("ticket.keys." + name(key))));
        }
        list.add(new DescriptionList.Term("Ctrl ⏎"), new DescriptionList.Description(word("ticket.keys.send")));
        var close = new NativeButton(word("ticket.close"));
        close.addClassName("plain");
        var form = new Element("form").setAttribute("method", "dialog");
        form.appendChild(close.getElement());
        var dialog = new Element("dialog");
        dialog.setAttribute("id", "ticket-keys").setAttribute("aria-labelledby", "ticket-keys-title");
        var title = new H2(word("ticket.keys"));
        title.setId("ticket-keys-title");
        dialog.appendChild(title.getElement(), list.getElement(), form);
        addClassName("key-sheet");
        add(open);
        getElement().appendChild(dialog);
    }

    private static String name(String key) {
        return switch (key) {
            case "." -> "dot";
            case "/" -> "slash";
            case "?" -> "help";
            default -> key;
        };
    }
}
