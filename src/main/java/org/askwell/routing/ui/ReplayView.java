package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;
import org.askwell.routing.ReplayId;
import org.askwell.routing.ReplayReport;
import org.askwell.routing.ReplayResult;
import org.askwell.routing.Replays;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done with the tickets of last month: a table of queues before and after, and the tickets behind
 * each of its numbers.
 */
@Route("admin/rule-replays/:id")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class ReplayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 25;
    /** Where another node does the work, nobody calls. */
    private static final int POLL_MILLIS = 2_000;

    private final Replays replays;
    private final CurrentPerson current;
    private final RuleWords words;
    private final LiveScreens screens;
    private final Feedback said = new Feedback();
    private final Paragraph state = new Paragraph();
    private final Steady parts = new Steady();
    private final Element bar = new Element("progress").setAttribute("aria-label", word("routing.replay.running"));
    private final UnorderedList moved = new UnorderedList();
    private final NativeButton more = new NativeButton(word("routing.replay.more"), click -> append());
    private final Map<String, String> names = new HashMap<>();
    private @Nullable ReplayId id;
    private @Nullable String desk;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String cursor;
    private @Nullable Registration following;

    @Inject
    ReplayView(Replays replays, CurrentPerson current, RuleWords words, LiveScreens screens) {
        this.replays = replays;
        this.current = current;
        this.words = words;
        this.screens = screens;
        addClassNames("wide", "replay");
        moved.addClassNames("lines", "replay-moves");
        more.addClassName("quiet");
        state.getElement().setAttribute("aria-live", "polite");
        addDetachListener(left -> stopFollowing(left.getUI()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = ReplayId.parse(event.getRouteParameters().get("id").orElse(null));
        ReplayReport report;
        try {
            report = replays.report(wanted.orElseThrow(() -> Refusal.notFound("replay-unknown", "?")));
        } catch (Refusal unknown) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        id = report.id();
        desk = report.desk();
        var query = event.getLocation().getQueryParameters();
        from = query.getSingleParameter("from").orElse(null);
        to = query.getSingleParameter("to").orElse(null);
        names.clear();
        removeAll();
        parts.clear();
        said.clear();
        add(
                new AdminAreas(current.get(), Places.ADMIN_ROUTING),
                new H1(getPageTitle()),
                new Anchor(
                        Places.ADMIN_ROUTING + (desk == null ? "" : "/" + desk),
                        word("routing.history.back", words.desk(desk))),
                state,
                said,
                parts);
        var ui = event.getUI();
        if (!report.state().isSettled() && following == null) {
            var live = screens.join(ui, ReplayScreens.topic(id), this::paint);
            var polls = ui.addPollListener(poll -> paint());
            ui.setPollInterval(POLL_MILLIS);
            following = () -> {
                live.remove();
                polls.remove();
            };
        }
        paint();
    }

    private void stopFollowing(UI ui) {
        if (following != null) {
            following.remove();
            following = null;
            ui.setPollInterval(-1);
        }
    }

    private void paint() {
        var report = replays.report(Objects.requireNonNull(id));
        state.setText(sentence(report));
        bar.setAttribute("max", "100").setAttribute("value", Integer.toString(report.percent()));
        boolean settled = report.state().isSettled();
        parts.show(settled, () -> settled ? found(report) : List.of(progress()));
        if (settled) {
            getUI().ifPresent(this::stopFollowing);
        }
    }

    private String sentence(ReplayReport report) {
        var zone = current.get().zone();
        return word(
                "routing.replay.state." + report.state().name().toLowerCase(Locale.ROOT),
                Times.day(report.from().atZone(zone).toLocalDate()),
                Times.day(report.until().atZone(zone).toLocalDate()),
                word("routing.replay.source." + report.source().name().toLowerCase(Locale.ROOT)));
    }

    private Div progress() {
        var track = new Div();
        track.getElement().appendChild(bar);
        var stop = new NativeButton(word("routing.replay.cancel"), click -> {
            said.around(() -> replays.cancel(Objects.requireNonNull(id)));
            paint();
        });
        stop.addClassName("plain");
        var progress = new Div(track, stop);
        progress.addClassName("row");
        return progress;
    }

    private List<Component> found(ReplayReport report) {
        var result = report.result();
        if (result == null) {
            return List.of();
        }
        var found = new ArrayList<Component>();
        var summary = new Paragraph(word(
                "routing.replay.summary", result.arrivals(), result.moved(), result.otherwise(), result.unchanged()));
        summary.addClassName("replay-summary");
        found.add(summary);
        if (result.notReplayable() > 0) {
            found.add(quiet(word("routing.replay.not", result.notReplayable())));
        }
        if (result.isCut()) {
            found.add(quiet(word("routing.replay.cut")));
        }
        if (result.arrivals() == 0) {
            return found;
        }
        found.add(new H2(word("routing.replay.matrix")));
        found.add(matrix(result));
        found.add(ways(result));
        found.addAll(list(result));
        found.add(new H2(word("routing.replay.load")));
        found.add(load(result));
        if (!result.rules().isEmpty()) {
            found.add(new H2(word("routing.replay.rules")));
            found.add(hits(result));
        }
        if (!result.overlaps().isEmpty()) {
            found.add(new H2(word("routing.replay.overlaps")));
            found.add(overlaps(result));
        }
        return found;
    }

    private static Paragraph quiet(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("quiet-text");
        return paragraph;
    }

    /** Where each row's tickets would lie; too wide for a phone, where {@link #ways} says the same. */
    private Div matrix(ReplayResult result) {
        var rows = new TreeSet<>(Comparator.comparing(this::queue));
        var columns = new TreeSet<>(Comparator.comparing(this::queue));
        var counts = new HashMap<String, Integer>();
        for (var cell : result.cells()) {
            rows.add(cell.from());
            columns.add(cell.to());
            counts.put(cell.from() + " " + cell.to(), cell.tickets());
        }
        var head = new Element("tr").appendChild(header(word("routing.replay.from-to"), "col"));
        columns.forEach(it -> head.appendChild(header(queue(it), "col")));
        var table = new Element("table");
        table.appendChild(new Element("thead").appendChild(head));
        var body = new Element("tbody");
        for (var row : rows) {
            var line = new Element("tr").appendChild(header(queue(row), "row"));
            for (var column : columns) {
                int count = counts.getOrDefault(row + " " + column, 0);
                var cell = new Element("td");
                if (row.equals(column)) {
                    cell.setAttribute("class", "stays").setText(count == 0 ? "" : Integer.toString(count));
                } else if (count > 0) {
                    cell.setAttribute("class", "goes").appendChild(link(row, column, Integer.toString(count)));
                }
                line.appendChild(cell);
            }
            body.appendChild(line);
        }
        table.appendChild(body);
        var frame = new Div();
        frame.addClassName("replay-matrix");
        frame.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", word("routing.replay.matrix"));
        frame.getElement().appendChild(table);
        return frame;
    }

    private static Element header(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }

    private Element link(String row, String column, String count) {
        var link = new Anchor(path(row, column), count);
        link.getElement().setAttribute("aria-label", word("routing.replay.way", count, queue(row), queue(column)));
        if (row.equals(from) && column.equals(to)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link.getElement();
    }

    private UnorderedList ways(ReplayResult result) {
        var list = new UnorderedList();
        list.addClassNames("lines", "replay-ways");
        for (var cell : result.cells()) {
            var text = word(
                    cell.from().equals(cell.to()) ? "routing.replay.stay" : "routing.replay.way",
                    cell.tickets(),
                    queue(cell.from()),
                    queue(cell.to()));
            list.add(new ListItem(
                    cell.from().equals(cell.to()) ? new Span(text) : new Anchor(path(cell.from(), cell.to()), text)));
        }
        return list;
    }

    private List<Component> list(ReplayResult result) {
        if (result.moves().isEmpty()) {
            return List.of(new Paragraph(word("routing.replay.same")));
        }
        var heading = new H2(
                from == null || to == null
                        ? word("routing.replay.moved")
                        : word("routing.replay.moved.way", queue(from), queue(to)));
        heading.setId("moved");
        moved.removeAll();
        cursor = null;
        append();
        var parts = new ArrayList<Component>(List.of(heading));
        if (from != null) {
            parts.add(new Anchor(Places.replay(Objects.requireNonNull(id).value()), word("routing.replay.all")));
        }
        parts.add(moved);
        parts.add(more);
        return parts;
    }

    private void append() {
        var page = replays.moves(Objects.requireNonNull(id), from, to, cursor, PAGE);
        cursor = page.nextCursor();
        more.setVisible(cursor != null);
        page.items().forEach(it -> moved.add(line(it)));
        if (moved.getChildren().findAny().isEmpty()) {
            moved.add(new ListItem(word("routing.replay.elsewhere")));
        }
    }

    private ListItem line(Replays.Moved it) {
        var move = it.move();
        var link = new Anchor(Places.ticket(move.ticket()), move.ticket() + " " + it.subject());
        var way = new Paragraph(
                move.from().equals(move.to())
                        ? word(
                                "routing.replay.otherwise",
                                move.differs().stream()
                                        .map(what -> word("routing.replay.differs." + what.toLowerCase(Locale.ROOT)))
                                        .collect(Collectors.joining(word("routing.then.and"))))
                        : word("routing.replay.move", queue(move.from()), queue(move.to())));
        var why = quiet(word("routing.replay.why", won(move.wonBefore()), won(move.wonAfter())));
        return new ListItem(link, way, why);
    }

    private static String won(@Nullable String rule) {
        return rule == null ? word("routing.replay.no-rule") : word("routing.quoted", rule);
    }

    private Element row(String name, List<String> cells) {
        var row = new Element("tr").appendChild(header(name, "row"));
        cells.forEach(it -> row.appendChild(new Element("td").setText(it)));
        return row;
    }

    private Div table(String name, List<String> heads, List<Element> rows) {
        var head = new Element("tr");
        heads.forEach(it -> head.appendChild(header(it, "col")));
        var body = new Element("tbody");
        rows.forEach(body::appendChild);
        var table = new Element("table")
                .appendChild(new Element("thead").appendChild(head))
                .appendChild(body);
        var frame = new Div();
        frame.addClassName(name);
        frame.getElement().appendChild(table);
        return frame;
    }

    private Div load(ReplayResult result) {
        return table(
                "replay-load",
                List.of(word("routing.queue"), word("routing.replay.before"), word("routing.replay.after")),
                result.queues().stream()
                        .map(it -> row(
                                queue(it.queue()),
                                List.of(Integer.toString(it.before()), Integer.toString(it.after()))))
                        .toList());
    }

    private Div hits(ReplayResult result) {
        return table(
                "replay-rules",
                List.of(word("routing.replay.rule"), word("routing.replay.fits"), word("routing.replay.decides")),
                result.rules().stream()
                        .map(it -> row(it.rule(), List.of(Integer.toString(it.fits()), Integer.toString(it.decides()))))
                        .toList());
    }

    private UnorderedList overlaps(ReplayResult result) {
        var list = new UnorderedList();
        list.addClassNames("lines", "replay-overlaps");
        for (var it : result.overlaps()) {
            list.add(new ListItem(word(
                    "routing.replay.overlap",
                    it.tickets(),
                    it.rule(),
                    desk == null ? words.desk(it.to()) : queue(it.to()),
                    it.other(),
                    desk == null ? words.desk(it.otherTo()) : queue(it.otherTo()))));
        }
        return list;
    }

    private String queue(@Nullable String slug) {
        return slug == null ? "" : names.computeIfAbsent(slug, words::queue);
    }

    private String path(String row, String column) {
        return Places.replay(Objects.requireNonNull(id).value()) + "?from="
                + URLEncoder.encode(row, StandardCharsets.UTF_8) + "&to="
                + URLEncoder.encode(column, StandardCharsets.UTF_8);
    }

    @Override
    public String getPageTitle() {
        return word("routing.replay.title", words.desk(desk));
    }
}
