package org.askwell.ticket.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.common.Job;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;

/** Gives each ticket of a bulk action its turn, in the name of whoever asked for it. */
@ApplicationScoped
class BulkJob implements Job {

    static final String NAME = "ticket-bulk";

    @Inject
    BulkSteps steps;

    @Override
    public String name() {
        return NAME;
    }

    /** @param about the bulk action and, when it is undone, {@code /undo} */
    @Override
    public void run(String about) {
        var id = new BulkId(about.split("/")[0]);
        CurrentPerson.as(steps.askedBy(id), () -> {
            var next = steps.next(id);
            while (next.isPresent()) {
                int position = next.get();
                try {
                    steps.take(id, position);
                } catch (Refusal no) {
                    if (no.kind() == Refusal.Kind.UNAVAILABLE || no.kind() == Refusal.Kind.UNAUTHENTICATED) {
                        throw no;
                    }
                    steps.refuse(id, position, no);
                }
                next = steps.next(id);
            }
        });
    }
}
