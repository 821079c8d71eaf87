package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.askwell.common.ui.Feedback;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.CommentId;
import org.askwell.knowledge.CommentService;
import org.askwell.knowledge.CommentSheet;
import org.askwell.knowledge.CommentState;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Beside an article: a way to say something about a passage of it, and what was said, to those who may see it.
 *
 * <p>What is being typed stays while others change the page around it.
 */
final class Commenting extends Div {

    private static final int PAGE = 10;

    private final CommentService comments;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private final Runnable changed;
    private final PassagePicker picker;
    private final NativeButton begin = Pieces.button("knowledge.comment", "quiet", this::toggle);
    private final Div form = new Div();
    private final Feedback feedback = new Feedback();
    private final H2 heading = new H2(word("knowledge.comments"));
    private final UnorderedList list = Pieces.plainList("comments");
    private final NativeButton more = Pieces.button("knowledge.more", "plain", this::showMore);
    private final Map<CommentId, Shown> lines = new HashMap<>();

    private @Nullable ArticlePage page;
    private boolean choosing;
    private int most = PAGE;

    private record Shown(CommentSheet comment, CommentLine line) {}

    /** @param changed called after an article was changed from here */
    Commenting(
            CommentService comments,
            PeopleService people,
            CurrentPerson current,
            Clock clock,
            Div prose,
            Runnable changed) {
        this.comments = comments;
        this.people = people;
        this.current = current;
        this.clock = clock;
        this.changed = changed;
        picker = new PassagePicker(
                prose, word("knowledge.comment.here"), word("knowledge.comment.paragraph"), this::chosen);
        addClassName("commenting");
        add(Pieces.row(begin), form, feedback, heading, list, more);
    }

    /** To stand right before the text. */
    PassagePicker picker() {
        return picker;
    }

    void show(ArticlePage shown) {
        if (page != null && !page.id().equals(shown.id())) {
            most = PAGE;
        }
        page = shown;
        load(shown);
    }

    /** Another article is coming. */
    void close() {
        form.removeAll();
        feedback.clear();
        choose(false);
    }

    private void load(ArticlePage shown) {
        // Who answers for it sees what is open; everybody else what has become of the own ones, too.
        boolean answers = shown.mayWrite() || shown.details().owner().equals(current.id());
        var slice = comments.list(shown.id(), answers ? CommentState.OPEN : null, null, most);
        var ids = new HashSet<PersonId>();
        for (var comment : slice.items()) {
            ids.add(comment.author());
            var settledBy = comment.settledBy();
            if (settledBy != null) {
                ids.add(settledBy);
            }
        }
        var names = ids.isEmpty() ? Map.<PersonId, PersonRow>of() : people.named(ids);
        int now = shown.publishedRevision() == null ? 0 : shown.publishedRevision();
        var kept = new HashMap<>(lines);
        lines.clear();
        var shownLines = new ArrayList<CommentLine>();
        for (var comment : slice.items()) {
            var before = kept.get(comment.id());
            var line = before != null && before.comment().equals(comment) ? before.line() : line(comment, names);
            line.compare(now);
            lines.put(comment.id(), new Shown(comment, line));
            shownLines.add(line);
        }
        kept.values().stream()
                .map(Shown::line)
                .filter(it -> !shownLines.contains(it))
                .forEach(it -> list.remove(it));
        for (int at = 0; at < shownLines.size(); at++) {
            if (shownLines.get(at).getParent().isEmpty()) {
                list.addComponentAtIndex(at, shownLines.get(at));
            }
        }
        heading.setVisible(!shownLines.isEmpty());
        more.setVisible(slice.nextCursor() != null);
    }

    private CommentLine line(CommentSheet comment, Map<PersonId, PersonRow> names) {
        var settledBy = comment.settledBy();
        return new CommentLine(
                comment,
                name(names, comment.author()),
                settledBy == null ? "" : name(names, settledBy),
                current.get().zone(),
                clock,
                new CommentLine.Verbs() {
                    @Override
                    public void accept(CommentSheet it) {
                        accepted(it);
                    }

                    @Override
                    public void close(CommentSheet it, String reply) {
                        comments.close(it.id(), reply);
                        feedback.say(word("knowledge.comment.answered"));
                        changed.run();
                    }
                });
    }

    private void accepted(CommentSheet comment) {
        int revision = comments.accept(comment.id());
        changed.run();
        var after = page;
        boolean seen = after != null && after.publishedRevision() != null && after.publishedRevision() == revision;
        feedback.say(word(seen ? "knowledge.comment.applied" : "knowledge.comment.applied.draft", revision));
    }

    private void showMore() {
        most += PAGE;
        if (page != null) {
            load(page);
        }
    }

    private void toggle() {
        choose(!choosing);
    }

    private void choose(boolean on) {
        choosing = on;
        begin.setText(word(on ? "knowledge.comment.choosing" : "knowledge.comment"));
        picker.choose(on);
    }

    private void chosen(String quote, int near) {
        var shown = page;
        if (shown == null) {
            return;
        }
        choose(false);
        feedback.around(() -> open(shown.id(), shown.revision(), quote, near));
    }

    private void open(ArticleId id, int revision, String quote, int near) {
        var passage = comments.find(id, revision, quote, near);
        form.removeAll();
        var opened = new CommentForm(
                passage,
                quote.strip(),
                said -> {
                    comments.add(id, passage.revision(), passage.start(), passage.end(), said);
                    form.removeAll();
                    feedback.say(word("knowledge.comment.sent"));
                    changed.run();
                },
                form::removeAll);
        form.add(opened);
        opened.begin();
    }

    private static String name(Map<PersonId, PersonRow> names, PersonId id) {
        var person = names.get(id);
        return person == null ? id.value() : person.name();
    }
}
