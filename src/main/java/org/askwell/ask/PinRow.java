package org.askwell.ask;

import java.time.LocalDate;
import java.util.List;
import org.askwell.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a desk's list of pinned questions.
 *
 * @param place from 1
 * @param article null when the owner may not read it; then there are no words either
 * @param title of the article as it is published; empty when it is not
 * @param hits how often it was shown in the last thirty days
 * @param days on which days, the oldest first; days without a hit are left out
 */
public record PinRow(
        PinId id,
        int place,
        String questionZh,
        String questionEn,
        @Nullable ArticleId article,
        String title,
        int revision,
        int start,
        int end,
        String quote,
        @Nullable LocalDate until,
        PinState state,
        long hits,
        List<Day> days) {

    public record Day(LocalDate day, int hits) {}

    public boolean isPaused() {
        return state == PinState.PASSAGE_GONE || state == PinState.WITHDRAWN;
    }
}
