package org.askwell.notification;

import org.jspecify.annotations.Nullable;

/** The way out for mails. A seam: the portal hands over letters and learns what became of each. */
interface MailRoom {

    /** Whether this installation sends mails at all. */
    boolean isOpen();

    /** Goes to the mail server, to hand over some letters one after the other; close it afterwards. */
    Round begin() throws MailServerAway;

    /** Not for more than one thread. */
    interface Round extends AutoCloseable {

        /**
         * Hands one letter over.
         *
         * @param beforeText called when the mail server has accepted sender and receiver and the text is about to leave;
         *     from then on only its answer tells whether it has the letter
         */
        void hand(Letter letter, Runnable beforeText) throws MailServerAway, NotTaken;

        @Override
        void close();
    }

    /** The mail server cannot be reached, or does not talk to us. */
    final class MailServerAway extends Exception {
        MailServerAway(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The mail server answered, and did not take this letter. */
    final class NotTaken extends Exception {

        private final boolean forGood;

        /** @param forGood it would never take it */
        NotTaken(String message, boolean forGood, Throwable cause) {
            super(message, cause);
            this.forGood = forGood;
        }

        boolean isForGood() {
            return forGood;
        }
    }
}
