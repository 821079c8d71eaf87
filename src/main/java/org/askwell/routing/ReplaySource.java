package org.askwell.routing;

/** Which rules a replay tries. */
public enum ReplaySource {
    /** What the person who asks has begun to change. */
    DRAFT,
    /** Those that were published last. */
    PUBLISHED,
    /** For each ticket the very versions that judged it: it must come out as it did. */
    RECORDED,
    /** Rules that were sent along. */
    GIVEN
}
