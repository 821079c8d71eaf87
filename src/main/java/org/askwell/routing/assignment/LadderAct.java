package org.askwell.routing.assignment;

/** What is done about a ticket that has waited too long for its first answer. */
public enum LadderAct {
    /** Whoever has it is reminded; as long as nobody has it, those who are on duty. */
    REMIND,
    /** It goes to somebody else who is on duty. */
    HAND_OVER,
    TELL_OWNERS
}
