package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.RosterAccess;
import org.askwell.desk.roster.RosterLine;
import org.askwell.desk.roster.RosterMember;
import org.askwell.desk.roster.RosterService;
import org.askwell.people.CurrentPerson;

/** Who is on duty at a desk, and one's own duty there. Route: {@code desks/it/roster}. */
@Route("desks/:desk/roster")
@CdiComponent
@RolesAllowed({"AGENT", "DESK_OWNER", "ADMIN"})
public class RosterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RosterService rosters;
    private final DeskService desks;
    private final CurrentPerson current;

    private final Nav path = new Nav();
    private final H1 heading = new H1();
    private final Paragraph hours = new Paragraph();
    private final Div own = new Div();
    private final Feedback said = new Feedback();
    private final UnorderedList list = new UnorderedList();
    private String desk = "";
    private ZoneId zone = ZoneId.of("UTC");

    @Inject
    RosterView(RosterService rosters, DeskService desks, CurrentPerson current) {
        this.rosters = rosters;
        this.desks = desks;
        this.current = current;
        addClassNames("column", "roster");
        path.addClassName("path");
        path.setAriaLabel(word("desk.roster.path"));
        hours.addClassName("quiet-text");
        own.addClassNames("card", "row", "own-duty");
        list.addClassName("admin-lines");
        var lead = new Paragraph(word("desk.roster.lead"));
        lead.addClassName("quiet-text");
        add(path, heading, lead, hours, own, said, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var profile = event.getRouteParameters()
                .get("desk")
                .flatMap(desks::find)
                .filter(it -> RosterAccess.mayRead(current.get(), it.slug()))
                .orElseThrow(NotFoundException::new);
        desk = profile.slug();
        zone = profile.hours().zone();
        show(profile);
        said.clear();
        load();
    }

    private void show(DeskProfile profile) {
        var name = profile.name(Words.locale());
        path.removeAll();
        path.add(new Anchor(Places.desk(desk), name));
        if (RosterAccess.mayKeep(current.get(), desk)) {
            path.add(new Anchor(Places.deskAssignment(desk), word("desk.admin.assignment")));
        }
        heading.setText(word("desk.roster.title", name));
        hours.setText(word("desk.roster.zone", zone.getId(), HoursWords.line(profile.hours())));
    }

    private void load() {
        var lines = rosters.roster(desk);
        list.removeAll();
        lines.forEach(it -> list.add(line(it)));
        if (lines.isEmpty()) {
            list.add(new ListItem(word("desk.roster.none")));
        }
        own.removeAll();
        lines.stream()
                .filter(it -> it.person().equals(current.id()))
                .findFirst()
                .ifPresent(this::showOwn);
        own.setVisible(own.getChildren().findAny().isPresent());
    }

    private void showOwn(RosterLine me) {
        var standing = new Span(word("desk.roster.me", standing(me)));
        standing.addClassName("author");
        boolean away = me.standing() == Duty.Standing.SIGNED_OFF;
        var press = new NativeButton(
                word(away ? "desk.roster.sign-on" : "desk.roster.sign-off"),
                click -> said.around(() -> {
                    if (away) {
                        rosters.signOn(desk);
                    } else {
                        rosters.signOff(desk);
                    }
                    load();
                }));
        press.addClassName(away ? "primary" : "plain");
        var help = new Span(word("desk.roster.sign-off.help"));
        help.addClassName("quiet-text");
        own.add(standing);
        if (away || me.standing() == Duty.Standing.ON_DUTY) {
            own.add(press, help);
        }
    }

    private ListItem line(RosterLine it) {
        var name = new Span(it.name());
        name.addClassName("author");
        var standing = new Span(standing(it));
        standing.addClassName("tag");
        standing.getElement().setAttribute("data-duty", it.standing().name());
        var head = new Div(name, standing);
        head.addClassName("row");
        var more = new Span(String.join(" · ", facts(it.member())));
        more.addClassName("quiet-text");
        var item = new ListItem(head, more);
        if (RosterAccess.mayKeep(current.get(), desk)) {
            var change = new NativeButton(word("desk.roster.change"), click -> edit(item, it));
            change.addClassName("quiet");
            change.getElement().setAttribute("aria-label", word("desk.roster.change") + " " + it.name());
            head.add(change);
        }
        return item;
    }

    private void edit(ListItem item, RosterLine it) {
        said.clear();
        item.removeAll();
        item.add(new RosterForm(
                it,
                zone,
                member -> {
                    rosters.keep(desk, List.of(member));
                    load();
                    said.say(word("desk.roster.saved"));
                },
                this::load));
    }

    private List<String> facts(RosterMember member) {
        var facts = new ArrayList<String>();
        var shifts = member.shifts();
        facts.add(
                shifts == null
                        ? word("desk.roster.usual")
                        : shifts.isEmpty() ? word("desk.roster.no-shift") : String.join(", ", shifts));
        if (member.capacity() != null) {
            facts.add(word("desk.roster.capacity.line", member.capacity()));
        }
        if (!member.languages().isEmpty()) {
            facts.add(String.join(", ", member.languages()));
        }
        if (!member.skills().isEmpty()) {
            facts.add(String.join(", ", member.skills()));
        }
        member.leave()
                .forEach(it ->
                        facts.add(word("desk.roster.leave.line", exact(it.from()), exact(it.until()), it.word())));
        return facts;
    }

    private String standing(RosterLine it) {
        var name = word("desk.roster." + it.standing().name().toLowerCase(Locale.ROOT));
        if (it.until() != null) {
            return word("desk.roster.on_duty.until", exact(it.until()));
        }
        return it.next() == null ? name : word("desk.roster.next", name, exact(it.next()));
    }

    private String exact(java.time.Instant at) {
        return Times.exact(at, zone);
    }

    @Override
    public String getPageTitle() {
        return heading.getText();
    }
}
