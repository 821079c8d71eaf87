package org.askwell.routing;

/** Something about the rules has changed. */
public sealed interface RoutingEvent {

    /** @param scope a desk, or empty for the company */
    record RulesChanged(String scope, int version) implements RoutingEvent {}

    /** A replay has come further, or has ended. */
    record ReplayMoved(ReplayId id) implements RoutingEvent {}
}
