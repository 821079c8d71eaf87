package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The steps of an import, each a transaction: what one step has done, a crash in the next does not undo. */
@ApplicationService
class ImportSteps {

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

    record Work(ImportId id, String space, PersonId importer, String fileName) {}

    /** @param article the number it has or will have; null for what becomes no article */
    record Waiting(String path, @Nullable ArticleId article) {}

    /** Empty when the import has ended before. */
    public Optional<Work> begin(ImportId id) {
        var asked = imports.requireForChange(id);
        if (asked.state().isSettled()) {
            return Optional.empty();
        }
        asked.begin();
        return Optional.of(new Work(id, asked.space(), asked.importer(), asked.fileName()));
    }

    /** Writes down what is to be done, once; says what is still waiting. */
    public List<Waiting> plan(ImportId id, List<String> paths) {
        var space = imports.require(id).space();
        var lines = imports.lines(id);
        if (!lines.isEmpty()) {
            return lines.stream()
                    .filter(it -> it.outcome() == ImportOutcome.WAITING)
                    .map(it -> new Waiting(it.path(), it.article()))
                    .toList();
        }
        var known = articles(space);
        return paths.stream()
                .map(path -> {
                    var article = ImportKind.of(path).isArticle()
                            ? Optional.ofNullable(known.get(path)).orElseGet(library::nextArticleId)
                            : null;
                    imports.add(new ImportLine(id, path, article));
                    return new Waiting(path, article);
                })
                .toList();
    }

    /** Where the links between the files of a space lead: articles there are, and those this import is going to make. */
    public Map<String, ArticleId> targets(ImportId id) {
        var targets = articles(imports.require(id).space());
        for (var line : imports.lines(id)) {
            if (line.article() != null && line.outcome() != ImportOutcome.REFUSED) {
                targets.put(line.path(), line.article());
            }
        }
        return targets;
    }

    public Map<String, StoredFile> pictures(String space) {
        var pictures = new HashMap<String, StoredFile>();
        imports.files(space).forEach(it -> pictures.put(it.path(), it.file()));
        return pictures;
    }

    /**
     * Returns false when the import was cancelled: then nothing was done.
     *
     * @param above the file that stands above it in the tree, if there is one
     */
    public boolean take(ImportId id, Incoming incoming, @Nullable String above) {
        var asked = imports.require(id);
        if (asked.isCancelled()) {
            return false;
        }
        var caller = current.get();
        access.requireMayWrite(caller, library.requireSpace(asked.space()));
        var line = imports.requireLine(id, incoming.path());
        var known = library.byPath(asked.space(), incoming.path());
        line.settle(
                known.isPresent()
                        ? change(caller, known.get(), incoming, asked)
                        : add(caller, line, incoming, above, asked));
        events.fire(new KnowledgeEvent.ImportMoved(id, asked.space()));
        return true;
    }

    public boolean picture(ImportId id, String path, StoredFile file) {
        var asked = imports.require(id);
        if (asked.isCancelled()) {
            return false;
        }
        access.requireMayWrite(current.get(), library.requireSpace(asked.space()));
        var known = imports.file(asked.space(), path);
        if (known.isEmpty()) {
            imports.add(new ArticleFile(asked.space(), path, file));
        }
        boolean different = known.map(it -> it.take(file)).orElse(false);
        imports.requireLine(id, path)
                .settle(
                        known.isEmpty()
                                ? ImportOutcome.TAKEN
                                : different ? ImportOutcome.CHANGED : ImportOutcome.LEFT_ALONE);
        events.fire(new KnowledgeEvent.ImportMoved(id, asked.space()));
        return true;
    }

    public void refuse(ImportId id, String path, Refusal reason) {
        imports.requireLine(id, path).refuse(reason);
        events.fire(new KnowledgeEvent.ImportMoved(id, imports.require(id).space()));
    }

    public boolean isCancelled(ImportId id) {
        return imports.require(id).isCancelled();
    }

    public void finish(ImportId id, ImportState end, @Nullable Refusal reason) {
        var asked = imports.requireForChange(id);
        if (!asked.state().isSettled()) {
            asked.finish(end, reason, clock.instant());
            events.fire(new KnowledgeEvent.ImportMoved(id, asked.space()));
        }
    }

    private ImportOutcome add(
            Caller caller, ImportLine line, Incoming incoming, @Nullable String above, ArticleImport asked) {
        var now = clock.instant();
        var front = incoming.front();
        var details = new ArticleDetails(
                incoming.owner() == null ? caller.id() : incoming.owner(),
                front.checked(),
                front.review(),
                front.tags());
        var number = line.article() == null ? library.nextArticleId() : line.article();
        var article = new Article(number, asked.space(), incoming.language(), details, now);
        article.cameFrom(incoming.path());
        article.place(parent(asked.space(), above), BundlePaths.position(incoming.path()));
        if (incoming.translationKey() != null && isFree(asked.space(), incoming)) {
            article.isTranslation(incoming.translationKey());
        }
        var first = article.write(0, incoming.text(), caller.id(), now, asked.fileName());
        library.add(article);
        library.add(first);
        events.fire(new KnowledgeEvent.DraftSaved(article.id(), 1, caller.id()));
        if (publishes(asked) && !incoming.text().markdown().isBlank()) {
            events.fire(article.publish(first, now));
        }
        return ImportOutcome.TAKEN;
    }

    private ImportOutcome change(Caller caller, Article article, Incoming incoming, ArticleImport asked) {
        var now = clock.instant();
        boolean arranged = arrange(article, incoming);
        var newest = library.requireRevision(article.id(), article.draftRevision());
        if (newest.text().equals(incoming.text())) {
            // Whoever withdrew an article does not want it back because a folder was packed again.
            if (publishes(asked)
                    && article.status() == ArticleStatus.DRAFT
                    && !newest.markdown().isBlank()) {
                events.fire(article.publish(newest, now));
                return ImportOutcome.CHANGED;
            }
            return arranged ? ImportOutcome.CHANGED : ImportOutcome.LEFT_ALONE;
        }
        var revision = article.write(article.draftRevision(), incoming.text(), caller.id(), now, asked.fileName());
        library.flush();
        library.add(revision);
        events.fire(new KnowledgeEvent.DraftSaved(article.id(), revision.number(), caller.id()));
        if (publishes(asked) && !incoming.text().markdown().isBlank()) {
            events.fire(article.publish(revision, now));
        }
        return ImportOutcome.CHANGED;
    }

    /** Takes over what the file says about the article, unless somebody has checked it here since. */
    private boolean arrange(Article article, Incoming incoming) {
        var now = article.details();
        var front = incoming.front();
        boolean fresher = front.checked() != null
                && (now.checkedOn() == null || front.checked().isAfter(now.checkedOn()));
        var details = new ArticleDetails(
                incoming.owner() == null ? now.owner() : incoming.owner(),
                fresher ? front.checked() : now.checkedOn(),
                fresher || now.reviewOn() == null ? front.review() : now.reviewOn(),
                front.tags().isEmpty() ? now.tags() : front.tags());
        if (details.equals(now)) {
            return false;
        }
        events.fire(article.describe(details));
        return true;
    }

    /** Whether readers see at once what is taken in: not where it has to be looked at first. */
    private boolean publishes(ArticleImport asked) {
        return asked.publishes()
                && !library.requireSpace(asked.space()).review().asks();
    }

    private @Nullable ArticleId parent(String space, @Nullable String above) {
        return above == null
                ? null
                : library.byPath(space, above).map(Article::id).orElse(null);
    }

    private boolean isFree(String space, Incoming incoming) {
        return incoming.translationKey() != null
                && library.translation(space, incoming.translationKey(), incoming.language())
                        .isEmpty();
    }

    private Map<String, ArticleId> articles(String space) {
        var articles = new HashMap<String, ArticleId>();
        library.paths(space).forEach(row -> articles.put((String) row[0], (ArticleId) row[1]));
        return articles;
    }
}
