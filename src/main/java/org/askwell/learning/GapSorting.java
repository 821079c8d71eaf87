package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.ai.Embedder;
import org.askwell.ai.Meaning;
import org.askwell.ask.QuestionArchive;
import org.askwell.common.Job;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was asked in vain together with what means the same. One node at a time does this, a moment after it
 * happened: to tell what a question means takes a model some milliseconds, and nobody should wait for that.
 */
@ApplicationScoped
class GapSorting implements Job {

    private static final Logger LOG = Logger.getLogger(GapSorting.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int HANDFUL = 100;

    @Inject
    GapLedger ledger;

    @Inject
    QuestionArchive archive;

    @Inject
    PeopleService people;

    @Inject
    Embedder embedder;

    private Meanings meanings = new Meanings();

    @Override
    public String name() {
        return "gaps";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public synchronized void run(String about) {
        for (var rows = ledger.unsorted(HANDFUL); !rows.isEmpty(); rows = ledger.unsorted(HANDFUL)) {
            try {
                sort(rows);
            } catch (RuntimeException failure) {
                // What was learnt may not have been kept.
                meanings = new Meanings();
                throw failure;
            }
        }
    }

    private void sort(List<GapLedger.Unsorted> rows) {
        ledger.knownAfter(meanings.newest(), Meanings.MOST)
                .forEach(it -> meanings.learn(it.number(), it.meaning(), it.desk()));
        ledger.takeBack(rows.stream()
                .filter(GapLedger.Unsorted::takenBack)
                .map(GapLedger.Unsorted::id)
                .toList());
        var sorted = new ArrayList<GapLedger.Sorted>();
        for (var row : rows) {
            if (!row.takenBack()) {
                sorted.add(sorted(row));
            }
        }
        ledger.sort(sorted);
    }

    private GapLedger.Sorted sorted(GapLedger.Unsorted row) {
        var question = row.question();
        var understood = question == null ? null : archive.understood(question).orElse(null);
        var asker = people.find(row.asker()).orElse(null);
        var discretion = Discretion.about(asker, row.asker().value());
        var text = discretion.of(understood == null ? row.text() : understood.text());
        var reason = row.reason();
        var desk =
                row.desk().equals(Gap.NO_DESK) && understood != null ? ledger.deskOf(understood.space()) : row.desk();
        var meaning = meaning(text, row.language());
        var known = row.gap();
        return new GapLedger.Sorted(
                row.id(),
                known == null ? gap(meaning, desk) : known,
                meaning,
                text,
                reason == null ? null : discretion.of(reason),
                desk,
                department(asker),
                understood == null ? null : understood.nearest(),
                understood == null ? null : understood.space());
    }

    private long gap(Meaning meaning, String desk) {
        return meanings.same(meaning, desk).orElseGet(() -> {
            long number = ledger.nextNumber();
            meanings.learn(number, meaning, desk);
            return number;
        });
    }

    /** A model that fails must not keep everybody's questions from being counted. */
    private Meaning meaning(String text, String language) {
        try {
            return Meaning.of(text, language, embedder);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A question is sorted by its words: the model failed", failure);
            return Meaning.of(text, language, Embedder.NONE);
        }
    }

    private static String department(@Nullable PersonRow person) {
        var department = person == null ? null : person.department();
        return department == null ? "" : department;
    }
}
