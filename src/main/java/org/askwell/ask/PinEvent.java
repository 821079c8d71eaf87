package org.askwell.ask;

/** Something that happened to a pinned question. */
public sealed interface PinEvent {

    PinId pin();

    String desk();

    /** It was pinned, worded anew, moved, or has followed its words into another revision. */
    record Changed(PinId pin, String desk) implements PinEvent {}

    /** Its words are not in the published article any more: nobody sees it. */
    record Paused(PinId pin, String desk) implements PinEvent {}

    record Resumed(PinId pin, String desk) implements PinEvent {}

    record Removed(PinId pin, String desk) implements PinEvent {}
}
