package org.askwell.ticket.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.ticket.BeforeResolution;
import org.askwell.ticket.TicketNumber;

/** A ticket is not solved as long as something on its checklist is left to do. */
@ApplicationScoped
class ChecklistDone implements BeforeResolution {

    @Inject
    ChecklistRepository items;

    @Override
    public void require(TicketNumber number) {
        var left = items.of(number).stream()
                .map(ChecklistItem::row)
                .filter(it -> !it.isDone())
                .map(ChecklistRow::text)
                .toList();
        if (!left.isEmpty()) {
            throw Refusal.conflict(
                    "checklist-left", number, left.stream().limit(3).collect(Collectors.joining("; ")), left.size());
        }
    }
}
