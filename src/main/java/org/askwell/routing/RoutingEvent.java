package org.askwell.routing;

/** Something about the rules has changed. */
public sealed interface RoutingEvent {

    /** @param scope a desk, or empty for the company */
    record RulesChanged(String scope, int version) implements RoutingEvent {}
}
