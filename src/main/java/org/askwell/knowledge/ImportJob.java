package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.FileStore;
import org.askwell.common.Job;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.knowledge.ImportSteps.Waiting;
import org.askwell.knowledge.ImportSteps.Work;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Works through an import, file by file, in the name of the person who asked for it.
 *
 * <p>Every file ends as a line of the report. After a restart it goes on with the files that have none.
 */
@ApplicationScoped
class ImportJob implements Job {

    static final String NAME = "article-import";

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    private final Documents documents = new Documents();

    @Inject
    ImportSteps steps;

    @Inject
    Uploads uploads;

    @Inject
    FileStore files;

    @Inject
    PeopleService people;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String about) {
        var id = new ImportId(about);
        steps.begin(id).ifPresent(work -> CurrentPerson.as(work.importer(), () -> carryOut(work)));
        uploads.forget(id);
    }

    private void carryOut(Work work) {
        try (var bundle = Bundle.open(uploads.file(work.id()), work.fileName())) {
            var end = new Round(work, bundle).go() ? ImportState.DONE : ImportState.CANCELLED;
            steps.finish(work.id(), end, null);
        } catch (Refusal reason) {
            steps.finish(work.id(), ImportState.FAILED, reason);
        } catch (NoSuchFileException gone) {
            LOG.log(Level.WARNING, "The upload of import " + work.id() + " is not in this data folder", gone);
            steps.finish(work.id(), ImportState.FAILED, Refusal.invalid("import-upload-gone", work.fileName()));
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "Import " + work.id() + " cannot be read", unreadable);
            steps.finish(work.id(), ImportState.FAILED, Refusal.invalid("import-unreadable", work.fileName()));
        }
    }

    private final class Round {
        private final Work work;
        private final Bundle bundle;
        private final long until = System.nanoTime() + LONGEST.toNanos();
        private final Map<PersonId, Boolean> known = new HashMap<>();
        private Map<String, ArticleId> articles = Map.of();
        private Map<String, StoredFile> pictures = Map.of();

        Round(Work work, Bundle bundle) {
            this.work = work;
            this.bundle = bundle;
        }

        /** Returns false when somebody has cancelled the import. */
        boolean go() throws IOException {
            var waiting = steps.plan(
                    work.id(), bundle.files().stream().map(Bundle.Found::path).toList());
            var texts = new ArrayList<Waiting>();
            for (var line : waiting) {
                if (line.article() != null) {
                    texts.add(line);
                } else if (!one(line, this::takePicture)) {
                    return false;
                }
            }
            articles = steps.targets(work.id());
            pictures = steps.pictures(work.space());
            for (var line : parentsFirst(texts)) {
                if (!one(line, this::takeText)) {
                    return false;
                }
            }
            return !steps.isCancelled(work.id());
        }

        /** Every file ends somehow; only a missing database stops the round, and then it begins again later. */
        private boolean one(Waiting line, Step step) throws IOException {
            if (System.nanoTime() > until) {
                throw Refusal.invalid("import-too-long", LONGEST.toMinutes());
            }
            try {
                return step.take(line);
            } catch (Refusal reason) {
                if (bundle.isExhausted() || isAboutTheImporter(reason)) {
                    throw reason;
                }
                steps.refuse(work.id(), line.path(), reason);
            } catch (IOException broken) {
                LOG.log(Level.FINE, "Unreadable in " + work.id() + ": " + line.path(), broken);
                steps.refuse(work.id(), line.path(), Refusal.invalid("import-unreadable", line.path()));
            } catch (StackOverflowError nestedBeyondSense) {
                steps.refuse(work.id(), line.path(), Refusal.invalid("import-too-deep", line.path()));
            } catch (RuntimeException unforeseen) {
                LOG.log(Level.WARNING, "Import " + work.id() + " stumbled over " + line.path(), unforeseen);
                steps.refuse(work.id(), line.path(), Refusal.invalid("import-unreadable", line.path()));
            }
            return true;
        }

        private boolean takePicture(Waiting line) throws IOException {
            var found = bundle.find(line.path()).orElseThrow(IOException::new);
            var bytes = bundle.read(found);
            var name = line.path().substring(line.path().lastIndexOf('/') + 1);
            var stored = files.keep(name, new ByteArrayInputStream(bytes));
            if (!stored.isImage()) {
                throw Refusal.invalid("import-name-lies", line.path());
            }
            return steps.picture(work.id(), line.path(), stored);
        }

        private boolean takeText(Waiting line) throws IOException {
            var found = bundle.find(line.path()).orElseThrow(IOException::new);
            var bytes = bundle.read(found);
            var incoming = Incoming.of(line.path(), ImportKind.of(line.path()), bytes, documents);
            var linked = Links.rewrite(incoming.text().markdown(), link -> place(line.path(), link));
            var above = BundlePaths.parents(line.path()).stream()
                    .filter(articles::containsKey)
                    .findFirst()
                    .orElse(null);
            return steps.take(work.id(), incoming.with(linked).ownedBy(known(incoming.owner())), above);
        }

        private Optional<String> place(String from, String link) {
            return BundlePaths.resolve(from, link, path -> articles.containsKey(path) || pictures.containsKey(path))
                    .map(target -> {
                        var article = articles.get(target.path());
                        return article != null
                                ? "/articles/" + article + target.fragment()
                                : picture(pictures.get(target.path()));
                    });
        }

        private String picture(@Nullable StoredFile file) {
            return file == null
                    ? ""
                    : "/article-files/" + work.space() + "/" + file.hash() + "/" + BundlePaths.encoded(file.name());
        }

        private @Nullable PersonId known(@Nullable PersonId person) {
            return person != null
                            && known.computeIfAbsent(
                                    person, it -> people.find(it).isPresent())
                    ? person
                    : null;
        }

        private static boolean isAboutTheImporter(Refusal reason) {
            return reason.kind() == Refusal.Kind.UNAUTHENTICATED
                    || reason.kind() == Refusal.Kind.FORBIDDEN
                    || reason.code().equals("space-unknown")
                    || reason.code().equals("disk-full");
        }
    }

    /** An index comes before what stands below it, and a folder before its folders. */
    private static List<Waiting> parentsFirst(List<Waiting> texts) {
        return texts.stream()
                .sorted(Comparator.comparingLong((Waiting it) -> it.path()
                                .chars()
                                .filter(letter -> letter == '/')
                                .count())
                        .thenComparing(it -> !it.path().matches("(.*/)?(index|README)\\..*"))
                        .thenComparing(Waiting::path))
                .toList();
    }

    private interface Step {
        boolean take(Waiting line) throws IOException;
    }
}
