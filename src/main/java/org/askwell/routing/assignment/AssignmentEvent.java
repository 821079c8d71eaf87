package org.askwell.routing.assignment;

/** Something about how desks share out their work has changed. */
public sealed interface AssignmentEvent {

    record PlanChanged(String desk, int version) implements AssignmentEvent {}
}
