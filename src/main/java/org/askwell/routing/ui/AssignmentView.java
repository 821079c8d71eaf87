package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.routing.assignment.AssignmentPlan;
import org.askwell.routing.assignment.AssignmentService;
import org.askwell.routing.assignment.LadderAct;
import org.askwell.routing.assignment.LadderStep;
import org.askwell.routing.assignment.QueuePlan;
import org.askwell.routing.assignment.SavedAssignment;
import org.askwell.routing.assignment.Strategy;
import org.jspecify.annotations.Nullable;

/** How a desk shares out its work, for its owners. Route: {@code desks/it/assignment}. Each save is a new version at once. */
@Route("desks/:desk/assignment")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class AssignmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    private final AssignmentService assignments;
    private final DeskService desks;
    private final CurrentPerson current;

    private final Feedback said = new Feedback();
    private final Paragraph version = new Paragraph();
    private final Div steps = new Div();
    private final List<QueueLine> queues = new ArrayList<>();
    private final List<StepLine> ladder = new ArrayList<>();
    private String title = "";
    private String desk = "";
    private int seen;

    @Inject
    AssignmentView(AssignmentService assignments, DeskService desks, CurrentPerson current) {
        this.assignments = assignments;
        this.desks = desks;
        this.current = current;
        addClassNames("wide", "assignment");
        version.addClassName("quiet-text");
    }

    private record QueueLine(
            String queue, Select<Strategy> strategy, Checkbox language, Checkbox skill, TextField back) {

        QueuePlan plan() {
            return new QueuePlan(
                    queue, strategy.getValue(), language.getValue(), skill.getValue(), minutes(back.getValue()));
        }
    }

    private record StepLine(TextField after, Select<LadderAct> act) {

        @Nullable
        LadderStep step() {
            var minutes = minutes(after.getValue());
            return minutes == null ? null : new LadderStep(minutes, act.getValue());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var profile = event.getRouteParameters()
                .get("desk")
                .flatMap(desks::find)
                .filter(it -> DeskAccess.mayChange(current.get(), it.slug()))
                .orElseThrow(NotFoundException::new);
        desk = profile.slug();
        show(profile, assignments.plan(desk));
    }

    private void show(DeskProfile profile, SavedAssignment saved) {
        var name = profile.name(Words.locale());
        title = word("routing.assignment.title", name);
        seen = saved.version();
        said.clear();
        queues.clear();
        ladder.clear();
        steps.removeAll();
        removeAll();
        var path = new Nav(
                new Anchor(Places.desk(desk), name),
                new Anchor(Places.deskRoster(desk), word("routing.assignment.roster")));
        path.addClassName("path");
        path.setAriaLabel(word("routing.assignment.path"));
        var lead = new Paragraph(word("routing.assignment.lead"));
        lead.addClassName("quiet-text");
        var help = new Paragraph(word("routing.assignment.ladder.help"));
        help.addClassName("quiet-text");
        saved.plan().ladder().forEach(this::addStep);
        var more = new NativeButton(
                word("routing.assignment.step.add"), click -> addStep(new LadderStep(1, LadderAct.REMIND)));
        more.addClassName("plain");
        var save = new NativeButton(word("routing.assignment.save"), click -> said.around(this::save));
        save.addClassName("primary");
        tell(saved);
        var verbs = new Div(more, save);
        verbs.addClassName("row");
        add(
                path,
                new H1(title),
                lead,
                new H2(word("routing.assignment.queues")),
                table(saved.plan()),
                new H2(word("routing.assignment.ladder")),
                help,
                steps,
                verbs,
                said,
                version);
    }

    private Div table(AssignmentPlan plan) {
        var table = new NativeTable();
        var head = table.getHead().addRow();
        for (var key : List.of("queue", "strategy", "language", "skill", "return")) {
            head.addHeaderCell().setText(word("routing.assignment." + key));
        }
        for (var queue : desks.queuesOf(desk)) {
            var line = line(queue, plan.queue(queue.slug()));
            queues.add(line);
            var row = table.getBody().addRow();
            row.addHeaderCell().setText(queue.name(Words.locale()));
            row.addDataCell().add(line.strategy());
            row.addDataCell().add(line.language());
            row.addDataCell().add(line.skill());
            row.addDataCell().add(line.back());
        }
        var scrolls = new Div(table);
        scrolls.addClassNames("scrolls", "promises");
        return scrolls;
    }

    private static QueueLine line(QueueRow queue, QueuePlan plan) {
        var name = queue.name(Words.locale());
        var strategy = new Select<Strategy>();
        strategy.setItems(Strategy.values());
        strategy.setItemLabelGenerator(it -> word("routing.assignment.strategy." + lower(it)));
        strategy.setAriaLabel(word("routing.assignment.strategy.of", name));
        strategy.setValue(plan.strategy());
        var back = new TextField();
        back.setAriaLabel(word("routing.assignment.return.of", name));
        back.setValue(plan.returnAfter() == null ? "" : plan.returnAfter().toString());
        return new QueueLine(
                queue.slug(),
                strategy,
                box("routing.assignment.language.of", name, plan.byLanguage()),
                box("routing.assignment.skill.of", name, plan.bySkill()),
                back);
    }

    private static Checkbox box(String label, String queue, boolean checked) {
        var box = new Checkbox(checked);
        box.setAriaLabel(word(label, queue));
        return box;
    }

    private void addStep(LadderStep step) {
        var after = new TextField(word("routing.assignment.step.after"));
        after.setValue(Integer.toString(step.after()));
        var act = new Select<LadderAct>();
        act.setLabel(word("routing.assignment.step.act"));
        act.setItems(LadderAct.values());
        act.setItemLabelGenerator(it -> word("routing.assignment.act." + lower(it)));
        act.setValue(step.act());
        var line = new StepLine(after, act);
        ladder.add(line);
        var row = new Div(after, act);
        row.addClassName("inline-form");
        var remove = new NativeButton(word("routing.assignment.step.remove"), click -> {
            ladder.remove(line);
            steps.remove(row);
        });
        remove.addClassName("quiet");
        row.add(remove);
        steps.add(row);
    }

    private void save() {
        seen = assignments.save(
                desk,
                seen,
                new AssignmentPlan(
                        queues.stream().map(QueueLine::plan).toList(),
                        ladder.stream()
                                .map(StepLine::step)
                                .filter(Objects::nonNull)
                                .toList()));
        tell(assignments.plan(desk));
        said.say(word("routing.assignment.saved"));
    }

    private void tell(SavedAssignment saved) {
        var at = saved.at();
        version.setText(
                at == null
                        ? word("routing.assignment.never")
                        : word(
                                "routing.assignment.version",
                                saved.version(),
                                Objects.requireNonNull(saved.by()),
                                Times.exact(at, current.get().zone())));
    }

    private static @Nullable Integer minutes(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(trimmed).matches()) {
            throw Refusal.invalid("assignment-minutes", LadderStep.LONGEST);
        }
        return Integer.valueOf(trimmed);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
