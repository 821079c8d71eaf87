package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.common.markdown.Markdown;
import org.askwell.common.ui.Times;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.ui.PersonLink;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.TicketSheet;

/** What was said on a ticket, oldest first; notes look different from what everybody reads. */
final class Conversation extends Div {

    private final Clock clock;
    private final List<Line> shown = new ArrayList<>();
    private final List<Times.Ago> times = new ArrayList<>();

    Conversation(Clock clock) {
        this.clock = clock;
        addClassName("conversation");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-label", word("ticket.conversation"));
    }

    void show(TicketSheet ticket, Map<PersonId, PersonRow> names, ZoneId zone) {
        show(ticket, names, zone, true);
    }

    /**
     * What has been said is not said anew: only what came since is added, so that nothing moves under the eye, a
     * selection stays, and a screen reader reads the new words alone.
     *
     * @param withOpening whether the words that opened the ticket are shown, too
     */
    void show(TicketSheet ticket, Map<PersonId, PersonRow> names, ZoneId zone, boolean withOpening) {
        var lines = ticket.conversation().stream()
                .skip(withOpening ? 0 : 1)
                .map(it -> new Line(
                        it, TicketWords.name(it.author(), names), it.author().equals(ticket.requester())))
                .toList();
        boolean goesOn =
                shown.size() <= lines.size() && lines.subList(0, shown.size()).equals(shown);
        if (!goesOn) {
            removeAll();
            shown.clear();
            times.clear();
        }
        times.forEach(Times.Ago::tell);
        lines.stream().skip(shown.size()).forEach(it -> add(message(it, zone)));
        shown.addAll(lines.subList(shown.size(), lines.size()));
    }

    /** A message and who it is from, as shown. */
    private record Line(MessageRow message, String author, boolean fromRequester) implements Serializable {}

    private Article message(Line line, ZoneId zone) {
        var message = line.message();
        Component author = message.author().equals(PersonId.PORTAL)
                ? new Span(line.author())
                : new PersonLink(message.author(), line.author());
        author.getElement().getClassList().add("author");
        var ago = Times.ago(message.at(), zone, clock);
        times.add(ago);
        var head = new Div(author, ago);
        head.addClassName("message-head");
        var shown = new Article(head);
        shown.addClassName("message");
        if (line.fromRequester()) {
            shown.addClassName("from-requester");
        }
        if (message.isInternal()) {
            shown.addClassName("internal");
            var mark = new Span(word("ticket.internal"));
            mark.addClassName("tag");
            head.add(mark);
        }
        if (!message.text().isBlank()) {
            shown.add(new Html("<div class=\"message-text\">" + Markdown.toSafeHtml(message.text()) + "</div>"));
        }
        message.files().forEach(file -> shown.add(file(file)));
        return shown;
    }

    private static Component file(MessageRow.Attached attached) {
        var link = new Anchor(attached.path(), attached.file().name());
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.addClassName("attachment");
        if (attached.file().isImage()) {
            var image = new Image(attached.path(), attached.file().name());
            image.getElement().setAttribute("loading", "lazy");
            link.removeAll();
            link.add(image);
        } else {
            link.add(new Span(" · " + size(attached.file().size())));
        }
        return link;
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024
                ? word("ticket.files.kb", Math.max(1, bytes / 1024))
                : word("ticket.files.mb", bytes / 1024 / 1024);
    }
}
