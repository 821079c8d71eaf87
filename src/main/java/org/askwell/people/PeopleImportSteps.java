package org.askwell.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.people.PeoplePlan.Step;
import org.jspecify.annotations.Nullable;

/** The steps of an import of people, each a transaction: what one has done, a crash in the next does not undo. */
@ApplicationService
class PeopleImportSteps {

    @Inject
    PeopleImportRepository imports;

    @Inject
    PeopleRepository people;

    @Inject
    Directory directory;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<PeopleEvent> events;

    @Inject
    PersonDeeds deeds;

    /** @param planned whether the lines have been written already */
    record Work(PeopleImportId id, PeopleImportState state, boolean planned, PeoplePlan.Options options) {}

    /** Empty when there is nothing to be done now. */
    public Optional<Work> begin(PeopleImportId id) {
        var asked = imports.requireForChange(id);
        return asked.state().isWork()
                ? Optional.of(new Work(id, asked.state(), asked.isPlanned(), asked.options()))
                : Optional.empty();
    }

    public Staff staff() {
        return new Staff(
                imports.everybody(),
                people.departments().stream()
                        .map(it -> new Staff.Part(it.slug(), it.nameZh(), it.nameEn()))
                        .toList());
    }

    public void forgetLines(PeopleImportId id) {
        imports.forgetLines(id);
    }

    /** Returns false when the import was cancelled: then nothing was written. */
    public boolean write(PeopleImportId id, Collection<Step> steps) {
        if (!goesOn(imports.require(id))) {
            return false;
        }
        steps.forEach(it -> imports.add(new PeopleImportLine(id, it)));
        return true;
    }

    public void planned(PeopleImportId id, Collection<String> unknownColumns, Collection<String> unknownDepartments) {
        var asked = imports.requireForChange(id);
        if (goesOn(asked)) {
            events.fire(asked.plan(unknownColumns, unknownDepartments));
        }
    }

    /** Makes those departments that are not there yet. */
    public void makeDepartments(Map<String, String> names) {
        current.get().requireAdmin();
        names.forEach((slug, name) -> {
            if (people.department(slug).isEmpty()) {
                var made = new Department(slug, name, name, null);
                people.add(made);
                deeds.added(made);
                events.fire(made.changed());
            }
        });
    }

    /** What is still to be done, in the order of the work; what a line says of its person stands in the table alone. */
    public List<Step> waiting(PeopleImportId id) {
        return imports.waiting(id);
    }

    public boolean isSettled(PeopleImportId id) {
        return imports.require(id).state().isSettled();
    }

    /**
     * Takes over what some lines say, all or nothing. Returns false when the import was cancelled: then nothing was
     * done. A line that no longer fits who is here is refused, the others are taken.
     */
    public boolean apply(PeopleImportId id, List<Step> steps) {
        var asked = imports.require(id);
        if (!goesOn(asked)) {
            return false;
        }
        current.get().requireAdmin();
        var here = new HashMap<PersonId, Person>();
        imports.people(steps.stream().map(PeopleImportSteps::person).toList()).forEach(it -> here.put(it.login(), it));
        var mails = imports.owners("mail", values(steps, Profile::mail));
        var staffNumbers = imports.owners("staffNumber", values(steps, Profile::staffNumber));
        var taken = new ArrayList<Integer>();
        for (var step : steps) {
            try {
                requireFitting(step, here, mails, staffNumbers);
            } catch (Refusal meanwhile) {
                imports.requireLine(id, step.position()).refuse(meanwhile);
                continue;
            }
            take(step, here);
            taken.add(step.position());
        }
        if (!taken.isEmpty()) {
            imports.markApplied(id, taken);
        }
        events.fire(asked.moved());
        return true;
    }

    /** Closes the account of somebody who is missing; a refusal leaves everything as it was. */
    public boolean close(PeopleImportId id, Step step) {
        var asked = imports.require(id);
        if (!goesOn(asked)) {
            return false;
        }
        directory.close(person(step));
        imports.markApplied(id, List.of(step.position()));
        events.fire(asked.moved());
        return true;
    }

    /** Lines of which nothing has to be done are through as soon as they are written down. */
    public boolean leave(PeopleImportId id, List<Step> steps) {
        var asked = imports.require(id);
        if (!goesOn(asked)) {
            return false;
        }
        imports.markApplied(id, steps.stream().map(Step::position).toList());
        imports.markImported(steps.stream()
                .filter(it -> it.outcome() == LineOutcome.UNCHANGED)
                .map(PeopleImportSteps::person)
                .collect(Collectors.toSet()));
        return true;
    }

    public void refuse(PeopleImportId id, Step step, Refusal reason) {
        imports.requireLine(id, step.position()).refuse(reason);
        events.fire(imports.require(id).moved());
    }

    public void finish(PeopleImportId id, PeopleImportState end, @Nullable Refusal reason) {
        var asked = imports.requireForChange(id);
        if (!asked.state().isSettled()) {
            events.fire(asked.finish(end, reason, clock.instant()));
        }
    }

    private static boolean goesOn(PeopleImport asked) {
        return asked.state().isWork() && !asked.isCancelled();
    }

    private void take(Step step, Map<PersonId, Person> here) {
        var id = person(step);
        var profile = step.profile();
        if (profile == null) {
            throw new IllegalArgumentException(step.toString());
        }
        var person = here.get(id);
        if (person != null) {
            deeds.changed(id, person.profile(), profile);
            events.fire(person.take(profile));
        } else {
            person = new Person(id, profile);
            people.add(person);
            deeds.tell(What.IMPORTED, id);
            events.fire(new PeopleEvent.PersonChanged(id));
        }
        person.standInTable();
    }

    /** Who came meanwhile, or took an address meanwhile, was not there when the table was compared. */
    private static void requireFitting(
            Step step, Map<PersonId, Person> here, Map<String, PersonId> mails, Map<String, PersonId> staffNumbers) {
        var id = person(step);
        var known = here.get(id);
        if (step.outcome() == LineOutcome.NEW && known != null) {
            throw Refusal.conflict("login-taken", id);
        }
        if (step.outcome() == LineOutcome.CHANGED && known == null) {
            throw Refusal.notFound("person-unknown", id);
        }
        if (known != null && !known.isActive()) {
            throw Refusal.conflict("account-closed", id);
        }
        var profile = step.profile();
        var mail = profile == null ? null : profile.mail();
        if (mail != null && isAnothers(mails.get(mail.toLowerCase(Locale.ROOT)), id)) {
            throw Refusal.conflict("mail-taken", mail);
        }
        var staffNumber = profile == null ? null : profile.staffNumber();
        if (staffNumber != null && isAnothers(staffNumbers.get(staffNumber.toLowerCase(Locale.ROOT)), id)) {
            throw Refusal.conflict("staff-number-taken", staffNumber);
        }
    }

    private static boolean isAnothers(@Nullable PersonId owner, PersonId id) {
        return owner != null && !owner.equals(id);
    }

    private static List<String> values(List<Step> steps, java.util.function.Function<Profile, @Nullable String> part) {
        var values = new ArrayList<String>();
        for (var step : steps) {
            var profile = step.profile();
            var value = profile == null ? null : part.apply(profile);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static PersonId person(Step step) {
        var person = step.person();
        if (person == null) {
            throw new IllegalArgumentException(step.toString());
        }
        return person;
    }
}
