package org.askwell.ticket.bulk;

/** Something has become of a bulk action. */
public sealed interface BulkEvent {

    BulkId bulk();

    /** It has begun, got on or ended. */
    record Moved(BulkId bulk) implements BulkEvent {}
}
