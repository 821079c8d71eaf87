package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;

/** Hands files in to become articles, and tells how that is getting on. One public method is one transaction. */
@ApplicationService
public class ImportService {

    @Inject
    ImportRepository imports;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    @Inject
    Jobs jobs;

    @Inject
    Uploads uploads;

    /** Refuses those who may not import here, before they have sent anything. */
    public void requireMayImport(String space) {
        access.requireMayWrite(current.get(), library.requireSpace(space));
    }

    /**
     * Begins an import; a job does the rest.
     *
     * @param received what {@link ImportDesk#receive} has taken in
     * @param publish whether readers see at once what is taken in
     */
    ImportId begin(String space, String fileName, Path received, boolean publish) {
        var id = add(space, fileName, received, publish);
        jobs.schedule(ImportJob.NAME, id.value());
        return id;
    }

    /** As {@link #begin}, for a caller who does the work himself. */
    ImportId add(String space, String fileName, Path received, boolean publish) {
        var caller = current.get();
        access.requireMayWrite(caller, library.requireSpace(space));
        var name = ArticleText.oneLine(fileName);
        if (name.length() > 255) {
            name = name.substring(name.length() - 255);
        }
        var id = library.nextImportId();
        uploads.assign(received, id);
        imports.add(new ArticleImport(id, space, caller.id(), name, publish, clock.instant()));
        events.fire(new KnowledgeEvent.ImportMoved(id, space));
        return id;
    }

    /** How it is getting on, line by line; for the curators of the space. */
    public ImportReport report(ImportId id) {
        var caller = current.get();
        var asked = seen(id);
        var lines = imports.lines(id);
        var done = lines.stream()
                .filter(it -> it.outcome() != ImportOutcome.WAITING)
                .toList();
        return new ImportReport(
                id,
                asked.space(),
                asked.fileName(),
                asked.state(),
                done.size(),
                lines.size(),
                asked.reason(caller.locale()).orElse(null),
                asked.createdAt(),
                done);
    }

    /** The last imports of a space, without their lines. */
    public List<ImportReport> recent(String space, int limit) {
        var caller = current.get();
        access.requireMayWrite(caller, library.requireSpace(space));
        return imports.of(space, Math.min(limit, Slice.MAX_LIMIT)).stream()
                .map(it -> {
                    var counts = imports.counts(it.id());
                    return new ImportReport(
                            it.id(),
                            space,
                            it.fileName(),
                            it.state(),
                            counts[0],
                            counts[1],
                            it.reason(caller.locale()).orElse(null),
                            it.createdAt(),
                            List.of());
                })
                .toList();
    }

    /** Stops after the file that is being worked on; what was taken until then stays. */
    public void cancel(ImportId id) {
        var asked = seen(id);
        asked.cancel();
        events.fire(new KnowledgeEvent.ImportMoved(id, asked.space()));
    }

    private ArticleImport seen(ImportId id) {
        var asked = imports.require(id);
        if (!access.mayWrite(current.get(), library.requireSpace(asked.space()))) {
            throw Refusal.notFound("import-unknown", id);
        }
        return asked;
    }
}
