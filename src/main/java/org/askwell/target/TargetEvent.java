package org.askwell.target;

/** Something about what is promised has changed. */
public sealed interface TargetEvent {

    record PlanChanged(String desk, int version) implements TargetEvent {}

    /** Other days of a region are holidays or working days now. */
    record DaysChanged(String region) implements TargetEvent {}
}
