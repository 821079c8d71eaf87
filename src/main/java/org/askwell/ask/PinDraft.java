package org.askwell.ask;

import java.time.LocalDate;
import org.askwell.knowledge.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * A question to be pinned, as an owner of the desk gives it.
 *
 * @param questionZh how it is asked in Chinese; may be empty if it is asked in English
 * @param revision the published one, which the owner has read
 * @param start Unicode code points into its Markdown; whole sentences between start and end are taken
 * @param quote what the owner expects to stand there, or null
 * @param until the last day on which it is shown, or null
 * @param place from 1; null: it stays where it is, a new one comes last
 */
public record PinDraft(
        @Nullable String questionZh,
        @Nullable String questionEn,
        ArticleId article,
        int revision,
        int start,
        int end,
        @Nullable String quote,
        @Nullable LocalDate until,
        @Nullable Integer place) {}
