package org.askwell.learning;

/** In which way somebody asked in vain. */
enum InVain {
    /** Nothing could be proven. */
    UNANSWERED,
    /** What was proven was not what the asker needed. */
    UNHELPFUL,
    /** A search without a single hit. */
    UNFOUND
}
