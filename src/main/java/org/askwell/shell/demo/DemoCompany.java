package org.askwell.shell.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.Profile;
import org.askwell.shell.MovingIn;

/**
 * Mapleford Home, an invented company of about three hundred people in five offices.
 *
 * <p>It moves into an empty demo portal through the same services that people use, with a fixed seed: two portals
 * started the same way hold the same company.
 */
@ApplicationScoped
public class DemoCompany {

    @Inject
    PeopleService people;

    @Inject
    DemoPeople staff;

    @Inject
    DemoDesks desks;

    @Inject
    DemoTargets targets;

    @Inject
    DemoFields fields;

    @Inject
    DemoArticles library;

    @Inject
    DemoRules rules;

    @Inject
    DemoMacros macros;

    @Inject
    DemoHistory history;

    @Inject
    DemoStories stories;

    /** Fills the portal; takes some tens of seconds and tells how far it is. */
    public void moveIn(MovingIn progress) {
        var first = new PersonId("admin");
        people.setUp(first, Profile.named("周启明", "zh"));
        CurrentPerson.as(first, () -> {
            var everyone = staff.moveIn(progress);
            desks.moveIn(progress);
            targets.moveIn();
            fields.moveIn();
            rules.moveIn();
            macros.moveIn();
            var articles = library.moveIn(progress);
            stories.pin(articles);
            history.liveThrough(everyone, articles.size(), progress);
            fields.settle();
            stories.begin(everyone, articles);
        });
    }
}
