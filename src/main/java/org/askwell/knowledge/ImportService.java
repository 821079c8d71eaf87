package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

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

    /** Refuses those who may not import here, or not so, before they have sent anything. */
    public void requireMayImport(String space, boolean publish) {
        var caller = current.get();
        var shelf = library.requireSpace(space);
        access.requireMayWrite(caller, shelf);
        if (publish && shelf.review().asks()) {
            throw Refusal.forbidden("import-review-needed", shelf.name(caller.locale()));
        }
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
        var asked = seen(id);
        var lines = imports.lines(id);
        var counts = new EnumMap<ImportOutcome, Integer>(ImportOutcome.class);
        lines.forEach(it -> counts.merge(it.outcome(), 1, Integer::sum));
        return ImportReport.of(
                asked,
                counts,
                lines.stream()
                        .filter(it -> it.outcome() != ImportOutcome.WAITING)
                        .toList(),
                current.get().locale());
    }

    /** How it is getting on, in numbers only: as cheap for five thousand files as for five. */
    public ImportReport progress(ImportId id) {
        var asked = seen(id);
        return ImportReport.of(
                asked,
                imports.counts(List.of(id)).getOrDefault(id, Map.of()),
                List.of(),
                current.get().locale());
    }

    /** What became of the files, those that were refused first: they are why one reads a report. */
    public List<ImportReport.Line> lines(ImportId id, int offset, int limit) {
        seen(id);
        return imports.settledLines(id, offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    /** The imports of a space, youngest first, without their lines. */
    public Slice<ImportReport> recent(String space, @Nullable String cursor, int limit) {
        var caller = current.get();
        access.requireMayWrite(caller, library.requireSpace(space));
        var before =
                cursor == null ? null : ImportId.parse(cursor).orElseThrow(() -> Refusal.invalid("cursor-unreadable"));
        var found = imports.of(space, before, limit + 1);
        var counts = imports.counts(found.stream().map(ArticleImport::id).toList());
        return Slice.of(
                found.stream()
                        .map(it ->
                                ImportReport.of(it, counts.getOrDefault(it.id(), Map.of()), List.of(), caller.locale()))
                        .toList(),
                limit,
                it -> it.id().value());
    }

    /** The import of a space that has not ended yet, if there is one. */
    public Optional<ImportId> underWay(String space) {
        access.requireMayWrite(current.get(), library.requireSpace(space));
        return imports.underWay(space);
    }

    /** Stops after the file that is being worked on; what was taken until then stays. */
    public void cancel(ImportId id) {
        seen(id);
        var asked = imports.requireForChange(id);
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
