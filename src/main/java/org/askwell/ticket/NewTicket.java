package org.askwell.ticket;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a ticket is opened.
 *
 * @param text Markdown; the first message
 * @param desk null: the rules choose
 * @param requester null: the one who opens it; only agents open tickets for others
 * @param priority null: normal
 * @param origin the question it came from
 * @param space the library of the article that came nearest to an answer
 * @param confidential kept from machine readers: suggestions, replays, drafts
 * @param category one of the desk's; only where the desk is named
 * @param fields what stands in the desk's own fields, as people write it; only where the desk is named
 */
public record NewTicket(
        String subject,
        String text,
        @Nullable String desk,
        @Nullable PersonId requester,
        @Nullable Priority priority,
        List<String> tags,
        @Nullable String origin,
        @Nullable String space,
        boolean confidential,
        List<StoredFile> files,
        @Nullable String category,
        Map<String, @Nullable String> fields) {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_TEXT = 20_000;
    public static final int MOST_FILES = 10;

    public NewTicket {
        subject = subject.replaceAll("\\s+", " ").trim();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw Refusal.invalid("ticket-subject", LONGEST_SUBJECT);
        }
        requireText(text);
        tags = Tags.clean(tags);
        files = requireFiles(files);
        category = category == null || category.isBlank() ? null : category;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        if (desk == null && (category != null || !fields.isEmpty())) {
            throw Refusal.invalid("ticket-fields-no-desk");
        }
    }

    /** A ticket for which no field of a desk is filled in. */
    public NewTicket(
            String subject,
            String text,
            @Nullable String desk,
            @Nullable PersonId requester,
            @Nullable Priority priority,
            List<String> tags,
            @Nullable String origin,
            @Nullable String space,
            boolean confidential,
            List<StoredFile> files) {
        this(subject, text, desk, requester, priority, tags, origin, space, confidential, files, null, Map.of());
    }

    /** A ticket of which only the words and perhaps the desk are known. */
    public static NewTicket of(String subject, String text, @Nullable String desk) {
        return new NewTicket(subject, text, desk, null, null, List.of(), null, null, false, List.of());
    }

    /** Refuses what is no message: nothing, too much, or not text. */
    public static String requireText(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Refusal.invalid("ticket-text", LONGEST_TEXT);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("ticket-text-binary");
        }
        return text;
    }

    /** As much of it as a message has room for. */
    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    static List<StoredFile> requireFiles(List<StoredFile> files) {
        if (files.size() > MOST_FILES) {
            throw Refusal.invalid("ticket-files", MOST_FILES);
        }
        return List.copyOf(files);
    }
}
