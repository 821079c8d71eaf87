package org.askwell.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a table of people would do, has it carried out, and tells how that is getting on. Administrators only.
 *
 * <p>One public method is one transaction.
 */
@ApplicationService
public class PeopleImports {

    private static final int LONGEST_NAME = 255;

    @Inject
    PeopleImportRepository imports;

    @Inject
    PeopleUploads uploads;

    @Inject
    CurrentPerson current;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    Event<PeopleEvent> events;

    @Inject
    PersonDeeds deeds;

    /** @param received what {@link PeopleImportDesk#receive} has taken in */
    PeopleImportId begin(String fileName, Path received) {
        var caller = current.get();
        caller.requireAdmin();
        var name = fileName.replaceAll("\\p{Cntrl}", " ").strip();
        var asked = new PeopleImport(
                imports.nextId(),
                caller.id(),
                name.isEmpty() ? "table.csv" : name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                clock.instant());
        uploads.assign(received, asked.id());
        imports.add(asked);
        work(asked.moved());
        return asked.id();
    }

    /** How it is getting on, in numbers: as cheap for a hundred thousand lines as for five. */
    public PeopleImportReport report(PeopleImportId id) {
        var caller = current.get();
        caller.requireAdmin();
        var asked = imports.require(id);
        return PeopleImportReport.of(asked, imports.tallies(List.of(id)).getOrDefault(id, List.of()), caller.locale());
    }

    /** What the lines do, in the order of the table. */
    public Slice<PeopleImportReport.Line> lines(
            PeopleImportId id, @Nullable LineOutcome outcome, @Nullable String cursor, int limit) {
        current.get().requireAdmin();
        imports.require(id);
        return Slice.of(
                imports.lines(id, outcome, position(cursor), limit + 1), limit, it -> Integer.toString(it.position()));
    }

    /** The imports there were, youngest first. */
    public Slice<PeopleImportReport> recent(@Nullable String cursor, int limit) {
        var caller = current.get();
        caller.requireAdmin();
        var before = cursor == null || cursor.isEmpty()
                ? null
                : PeopleImportId.parse(cursor).orElseThrow(() -> Refusal.malformed("cursor-unreadable"));
        var found = imports.recent(before, limit + 1);
        var tallies = imports.tallies(found.stream().map(PeopleImport::id).toList());
        return Slice.of(
                found.stream()
                        .map(it -> PeopleImportReport.of(it, tallies.getOrDefault(it.id(), List.of()), caller.locale()))
                        .toList(),
                limit,
                it -> it.id().value());
    }

    /** Tries the table once more under other options; nobody's account changes by that. */
    public void tryAgain(PeopleImportId id, boolean makeDepartments, boolean closeMissing) {
        current.get().requireAdmin();
        work(imports.requireForChange(id).tryAgain(makeDepartments, closeMissing));
    }

    /** Has the table carried out, in the name of whoever asks; a job does it. */
    public void apply(PeopleImportId id, boolean makeDepartments, boolean closeMissing) {
        var caller = current.get();
        caller.requireAdmin();
        var table = imports.requireForChange(id);
        work(table.apply(caller.id(), makeDepartments, closeMissing));
        deeds.imported(id, table.fileName());
    }

    /** Stops; what was done until then stays. */
    public void cancel(PeopleImportId id) {
        current.get().requireAdmin();
        work(imports.requireForChange(id).cancel(clock.instant()));
    }

    /** A job that has just ended may still be known: whatever is asked for has a name of its own. */
    private void work(PeopleEvent.ImportMoved moved) {
        jobs.schedule(PeopleImportJob.NAME, moved.job() + "/" + clock.millis());
        events.fire(moved);
    }

    private static int position(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return -1;
        }
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException unreadable) {
            throw Refusal.malformed("cursor-unreadable");
        }
    }
}
