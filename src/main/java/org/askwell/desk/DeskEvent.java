package org.askwell.desk;

/** Something about the desks has changed. */
public sealed interface DeskEvent {

    record DeskOpened(String desk) implements DeskEvent {}

    record DeskChanged(String desk) implements DeskEvent {}

    record QueueChanged(String queue) implements DeskEvent {}

    /** Its categories or its own fields are others now. */
    record SchemaChanged(String desk) implements DeskEvent {}
}
