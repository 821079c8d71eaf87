package org.askwell.target.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.ui.DayPicker;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;
import org.askwell.sla.Window;
import org.askwell.target.Region;
import org.askwell.target.SavedTargets;
import org.askwell.target.TargetAccess;
import org.askwell.target.TargetPlan;
import org.askwell.target.TargetService;

/** What a desk promises and by which days it counts: {@code admin/targets/it}. Each change is a new version at once. */
@Route("admin/targets/:desk?")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class TargetsAdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int YEARS_AHEAD = 1;

    private final TargetService targets;
    private final DeskService desks;
    private final CurrentPerson current;
    private final Clock clock;
    private String title = word("people.areas.targets");

    @Inject
    TargetsAdminView(TargetService targets, DeskService desks, CurrentPerson current, Clock clock) {
        this.targets = targets;
        this.desks = desks;
        this.current = current;
        this.clock = clock;
        addClassName("wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("desk").orElse(null);
        var caller = current.get();
        var mine = desks.desks().stream()
                .filter(it -> TargetAccess.mayChange(caller, it.slug()))
                .toList();
        var desk = mine.stream()
                .filter(it -> wanted == null || it.slug().equals(wanted))
                .findFirst();
        if (desk.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(mine, desk.get());
    }

    private void show(List<DeskProfile> mine, DeskProfile desk) {
        title = word("target.plan.title", desk.name(Words.locale()));
        removeAll();
        var regions = targets.regions();
        var saved = targets.targets(desk.slug());
        var lead = new Paragraph(word("target.plan.lead"));
        lead.addClassName("quiet-text");
        add(
                new AdminAreas(current.get(), Places.ADMIN_TARGETS),
                new H1(title),
                areas(mine, desk),
                lead,
                form(desk, saved, regions),
                calendars(regions));
        if (TargetAccess.mayImportDays(current.get())) {
            add(importing(mine, desk));
        }
    }

    private static Nav areas(List<DeskProfile> mine, DeskProfile here) {
        var areas = new Nav();
        areas.addClassNames("row", "areas");
        areas.getElement().setAttribute("aria-label", word("target.plan.desks"));
        for (var desk : mine) {
            var link = new Anchor(Places.ADMIN_TARGETS + "/" + desk.slug(), desk.name(Words.locale()));
            if (desk.slug().equals(here.slug())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            areas.add(link);
        }
        return areas;
    }

    private Component form(DeskProfile desk, SavedTargets before, List<Region> regions) {
        var plan = before.plan();
        var lines = new PromiseLines(plan.promises());
        var region = new Select<String>();
        region.setLabel(word("target.plan.region"));
        region.setItems(regions.stream().map(Region::name).toList());
        region.setEmptySelectionAllowed(true);
        region.setEmptySelectionCaption(word("target.plan.region.none"));
        region.setItemLabelGenerator(it -> it == null ? word("target.plan.region.none") : it);
        region.setValue(plan.region());
        var saturday = new DayPicker(word("target.plan.saturday"));
        saturday.setHelperText(word("target.plan.saturday.help"));
        saturday.setValue(plan.workedSaturday());
        var hours = new TextField(word("target.plan.saturday.hours"));
        hours.setPlaceholder("09:00-12:00;13:00-17:00");
        hours.setValue(Objects.requireNonNullElse(plan.saturdayHours(), ""));
        var zone = new Checkbox(word("target.plan.zone"), plan.requesterZone());
        var said = new Feedback();
        var version = new Paragraph(versionOf(before));
        version.addClassName("quiet-text");
        var seen = new int[] {before.version()};
        var save = new NativeButton(
                word("target.plan.save"),
                click -> said.around(() -> {
                    seen[0] = targets.save(
                            desk.slug(),
                            seen[0],
                            new TargetPlan(
                                    lines.promises(),
                                    region.getValue(),
                                    saturday.getValue(),
                                    hours.getValue(),
                                    zone.getValue()));
                    version.setText(versionOf(targets.targets(desk.slug())));
                    said.say(word("target.plan.saved"));
                }));
        save.addClassName("primary");
        var days = new Div(region, saturday, hours);
        days.addClassName("plan-days");
        return new Section(
                lines,
                new H2(word("target.plan.days")),
                new Paragraph(word(
                        "target.plan.hours",
                        desk.hours().zone().getId(),
                        desk.hours().isAlwaysOpen()
                                ? word("target.plan.always")
                                : String.join(", ", desk.hours().texts()))),
                days,
                zone,
                said,
                save,
                version);
    }

    private String versionOf(SavedTargets saved) {
        var at = saved.at();
        return at == null
                ? word("target.plan.never-saved")
                : word(
                        "target.plan.version",
                        saved.version(),
                        Objects.requireNonNull(saved.by()),
                        Times.exact(at, current.get().zone()));
    }

    /** What each region's years say, and which year nobody has decreed. */
    private Component calendars(List<Region> regions) {
        var section = new Section(new H2(word("target.days.title")));
        int thisYear = clock.instant().atZone(current.get().zone()).getYear();
        for (var region : regions) {
            var years = new ArrayList<>(
                    region.years().stream().map(Region.Year::year).toList());
            for (int year = thisYear; year <= thisYear + YEARS_AHEAD; year++) {
                if (!years.contains(year)) {
                    years.add(year);
                }
            }
            years.stream()
                    .sorted()
                    .forEach(year -> section.add(region.in(year)
                            .<Component>map(it -> year(region, it))
                            .orElseGet(() -> new Paragraph(
                                    word("target.days.undecreed", region.name(), Integer.toString(year))))));
        }
        return section;
    }

    private static Details year(Region region, Region.Year year) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var day : year.days()) {
            list.add(new ListItem(word(
                    "target.days.line",
                    ClockWords.date(day.date()),
                    word("target.days." + ClockWords.lower(day.kind())),
                    day.name(),
                    day.windows().isEmpty() ? "" : Window.texts(day.windows()))));
        }
        return new Details(
                word(
                        year.ships() ? "target.days.year.ships" : "target.days.year",
                        region.name(),
                        Integer.toString(year.year()),
                        year.days().size(),
                        year.source()),
                list);
    }

    private Component importing(List<DeskProfile> mine, DeskProfile desk) {
        var region = new TextField(word("target.import.region"));
        region.setPlaceholder("CN");
        var source = new TextField(word("target.import.source"));
        source.setHelperText(word("target.import.source.help"));
        var csv = new TextArea(word("target.import.csv"));
        csv.setPlaceholder("2027-01-01,holiday,元旦\n2027-01-03,workday,元旦,MONDAY");
        csv.setMinHeight("8rem");
        var said = new Feedback();
        var take = new NativeButton(
                word("target.import.take"),
                click -> said.around(() -> {
                    var years = targets.importDays(region.getValue().strip(), csv.getValue(), source.getValue());
                    show(mine, desk);
                    var done = new Feedback();
                    done.say(word(
                            "target.import.done",
                            region.getValue().strip(),
                            years.stream().map(String::valueOf).collect(Collectors.joining(", "))));
                    addComponentAtIndex(2, done);
                    done.scrollIntoView();
                }));
        var form = new Div(region, source, csv, said, new Div(take));
        form.addClassName("form");
        return new Details(word("target.import.title"), new Paragraph(word("target.import.help")), form);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
