package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Job;
import org.askwell.common.Refusal;
import org.askwell.people.PeopleImportSteps.Work;
import org.askwell.people.PeoplePlan.Step;

/**
 * Compares a table of people with who is here, and carries it out, in the name of the administrator who asked.
 *
 * <p>After a restart it compares again what it had not written down yet, and goes on with the lines that are not done.
 */
@ApplicationScoped
class PeopleImportJob implements Job {

    static final String NAME = "people-import";

    /** So many lines share a transaction: few enough to be told soon, many enough to be quick. */
    private static final int TOGETHER = 250;

    private static final Logger LOG = Logger.getLogger(PeopleImportJob.class.getName());

    @Inject
    PeopleImportSteps steps;

    @Inject
    PeopleUploads uploads;

    @Override
    public String name() {
        return NAME;
    }

    /** @param about the number of the import and, so that one asked for later is another one, what is to be done */
    @Override
    public void run(String about) {
        var id = new PeopleImportId(about.split("/")[0]);
        steps.begin(id).ifPresent(work -> CurrentPerson.as(work.options().importer(), () -> carryOut(work)));
        if (steps.isSettled(id)) {
            uploads.forget(id);
        }
    }

    private void carryOut(Work work) {
        try {
            var file = PeopleFile.read(uploads.file(work.id()));
            var plan = PeoplePlan.of(file, steps.staff(), work.options());
            boolean through = work.planned() || write(work.id(), file, plan);
            if (work.state() == PeopleImportState.RUNNING) {
                through = through && new Round(work.id(), plan).go();
                steps.finish(work.id(), through ? PeopleImportState.DONE : PeopleImportState.CANCELLED, null);
            }
        } catch (Refusal reason) {
            if (reason.kind() == Refusal.Kind.UNAVAILABLE) {
                throw reason;
            }
            steps.finish(work.id(), PeopleImportState.FAILED, reason);
        } catch (NoSuchFileException gone) {
            LOG.log(Level.WARNING, "The table of import " + work.id() + " is not in this data folder", gone);
            steps.finish(work.id(), PeopleImportState.FAILED, Refusal.invalid("people-import-gone"));
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "Import " + work.id() + " cannot be read", unreadable);
            steps.finish(work.id(), PeopleImportState.FAILED, Refusal.invalid("people-import-not-text"));
        }
    }

    private boolean write(PeopleImportId id, PeopleFile file, PeoplePlan plan) {
        steps.forgetLines(id);
        for (var some : parts(plan.steps(), TOGETHER * 4)) {
            if (!steps.write(id, some)) {
                return false;
            }
        }
        steps.planned(id, file.unknown(), plan.unknownDepartments());
        return true;
    }

    private final class Round {
        private final PeopleImportId id;
        private final PeoplePlan plan;

        Round(PeopleImportId id, PeoplePlan plan) {
            this.id = id;
            this.plan = plan;
        }

        /** Returns false when somebody has cancelled the import. */
        boolean go() {
            steps.makeDepartments(plan.newDepartments());
            var lines = new HashMap<Integer, Step>();
            plan.steps().stream().filter(it -> it.line() > 0).forEach(it -> lines.put(it.position(), it));
            var people = new ArrayList<Step>();
            var leavers = new ArrayList<Step>();
            var idle = new ArrayList<Step>();
            for (var waiting : steps.waiting(id)) {
                // After a restart others are missing than before: those whose accounts were closed are gone.
                var step = lines.getOrDefault(waiting.position(), waiting);
                switch (step.outcome()) {
                    case NEW, CHANGED -> people.add(step);
                    case CLOSED -> leavers.add(step);
                    case UNCHANGED, MISSING, REFUSED -> idle.add(step);
                }
            }
            return idle(idle) && people(people) && leavers(leavers);
        }

        private boolean idle(List<Step> idle) {
            for (var step : idle) {
                // What could be done when it was compared first may have become impossible meanwhile.
                if (step.outcome() == LineOutcome.REFUSED && step.reason() != null) {
                    steps.refuse(id, step, step.reason());
                }
            }
            var rest = idle.stream()
                    .filter(it -> it.outcome() != LineOutcome.REFUSED)
                    .toList();
            return parts(rest, TOGETHER * 4).stream().allMatch(some -> steps.leave(id, some));
        }

        private boolean people(List<Step> people) {
            for (var some : parts(people, TOGETHER)) {
                if (!together(some)) {
                    return false;
                }
            }
            return true;
        }

        /** What does not go through together goes through one by one: one odd line must not take the others with it. */
        private boolean together(List<Step> some) {
            try {
                return steps.apply(id, some);
            } catch (RuntimeException trouble) {
                if (isAboutTheImporter(trouble)) {
                    throw trouble;
                }
                LOG.log(Level.INFO, "Lines of import " + id + " are taken one by one", trouble);
            }
            for (var step : some) {
                if (!alone(() -> steps.apply(id, List.of(step)), step)) {
                    return false;
                }
            }
            return true;
        }

        private boolean leavers(List<Step> leavers) {
            for (var step : leavers) {
                if (!alone(() -> steps.close(id, step), step)) {
                    return false;
                }
            }
            return true;
        }

        private boolean alone(java.util.function.BooleanSupplier work, Step step) {
            try {
                return work.getAsBoolean();
            } catch (Refusal no) {
                if (isAboutTheImporter(no)) {
                    throw no;
                }
                steps.refuse(id, step, no);
            } catch (RuntimeException unforeseen) {
                LOG.log(Level.WARNING, "Import " + id + " stumbled over line " + step.line(), unforeseen);
                steps.refuse(id, step, Refusal.invalid("people-import-stumbled"));
            }
            return true;
        }

        private static boolean isAboutTheImporter(RuntimeException trouble) {
            return trouble instanceof Refusal no
                    && (no.kind() == Refusal.Kind.UNAUTHENTICATED
                            || no.kind() == Refusal.Kind.FORBIDDEN
                            || no.kind() == Refusal.Kind.UNAVAILABLE);
        }
    }

    private static List<List<Step>> parts(List<Step> steps, int size) {
        var parts = new ArrayList<List<Step>>();
        for (int from = 0; from < steps.size(); from += size) {
            parts.add(steps.subList(from, Math.min(steps.size(), from + size)));
        }
        return parts;
    }
}
