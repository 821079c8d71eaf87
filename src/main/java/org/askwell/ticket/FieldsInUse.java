package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.desk.FieldUse;
import org.askwell.desk.OwnField;

/** A field of which some ticket has a value is in use. */
@ApplicationScoped
class FieldsInUse implements FieldUse {

    @Inject
    TicketRepository tickets;

    @Override
    public boolean isUsed(String desk, OwnField field) {
        return tickets.hasValues(desk, field.key());
    }
}
