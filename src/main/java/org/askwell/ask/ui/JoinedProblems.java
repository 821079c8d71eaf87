package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.askwell.ticket.KnownProblemService;

/** Problems of many that one has, too, the latest joined first; not to be seen where there are none. */
@Dependent
class JoinedProblems extends Section {

    private static final int PAGE = 20;

    private final KnownProblemService problems;
    private final RequestLines lines;
    private final Div rows = new Div();
    private final NativeButton more = new NativeButton(word("ask.my.more"), click -> load());
    private boolean activeOnly;
    private int shown;

    @Inject
    JoinedProblems(KnownProblemService problems, RequestLines lines) {
        this.problems = problems;
        this.lines = lines;
        more.addClassName("plain");
        add(new H2(word("ask.my.joined")), rows, more);
    }

    /** From the beginning; those that are not solved yet, or all. */
    void show(boolean unsolvedOnly) {
        activeOnly = unsolvedOnly;
        shown = 0;
        rows.removeAll();
        load();
    }

    private void load() {
        var found = problems.mine(activeOnly, shown, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        rows.add(lines.joined(page));
        shown += page.size();
        more.setVisible(found.size() > PAGE);
        setVisible(shown > 0);
    }
}
