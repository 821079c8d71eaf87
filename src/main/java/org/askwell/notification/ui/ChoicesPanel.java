package org.askwell.notification.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.askwell.notification.Inbox;
import org.askwell.notification.Inbox.Choice;

/** Which news one wants, and where. What is ticked holds at once. */
final class ChoicesPanel extends Section {

    private final Inbox inbox;

    ChoicesPanel(Inbox inbox) {
        this.inbox = inbox;
        addClassName("choices");
        boolean mails = inbox.mails();
        add(new Paragraph(word(mails ? "notice.choices.lead" : "notice.choices.lead.no-mail")));
        var table = new NativeTable();
        var head = table.getHead().addRow();
        head.addHeaderCell().setText(word("notice.choices.kind"));
        head.addHeaderCell().setText(word("notice.choices.inbox"));
        if (mails) {
            head.addHeaderCell().setText(word("notice.choices.mail"));
        }
        inbox.choices().forEach(choice -> row(table.getBody().addRow(), choice, mails));
        add(table);
    }

    private void row(NativeTableRow row, Choice choice, boolean mails) {
        var name = word("notice.kind." + choice.kind());
        row.addHeaderCell().setText(name);
        var inInbox = box(name, "notice.choices.inbox", choice.inbox());
        var byMail = box(name, "notice.choices.mail", choice.mail());
        inInbox.addValueChangeListener(change -> choose(choice, inInbox, byMail));
        byMail.addValueChangeListener(change -> choose(choice, inInbox, byMail));
        row.addDataCell().add(inInbox);
        if (mails) {
            row.addDataCell().add(byMail);
        }
    }

    private static Checkbox box(String kind, String where, boolean ticked) {
        var box = new Checkbox(ticked);
        box.setAriaLabel(kind + ": " + word(where));
        return box;
    }

    private void choose(Choice choice, Checkbox inInbox, Checkbox byMail) {
        inbox.choose(new Choice(choice.kind(), inInbox.getValue(), byMail.getValue()));
    }
}
