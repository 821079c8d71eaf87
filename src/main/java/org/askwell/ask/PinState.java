package org.askwell.ask;

/** What an owner reads of a pinned question's life. */
public enum PinState {
    /** Readers with the right to the article see it. */
    SHOWN,
    /** Its last day is over. */
    EXPIRED,
    /** The words of its passage are not in the article any more: nobody sees it. */
    PASSAGE_GONE,
    /** Its article is not published any more: nobody sees it. */
    WITHDRAWN,
    /** It rests on an article that the owner may not read: what it says is told to readers of that article only. */
    NOT_YOURS
}
