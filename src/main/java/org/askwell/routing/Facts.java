package org.askwell.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.askwell.desk.DeskSchema;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Requester;
import org.jspecify.annotations.Nullable;

/** What rules know of a ticket. */
final class Facts {

    /** Rules look at the beginning of long texts only, so that a pasted log costs nothing. */
    private static final int LONGEST_TEXT = 8_000;

    private Facts() {}

    static Map<String, Object> of(
            Requester requester,
            String subject,
            String text,
            @Nullable String desk,
            Priority priority,
            List<String> tags,
            @Nullable String space,
            int hour,
            boolean outsideHours) {
        var facts = new HashMap<String, Object>();
        facts.put(Field.TEXT.variable(), cut(subject + "\n" + text));
        facts.put(Field.SUBJECT.variable(), subject);
        facts.put(Field.DESK.variable(), empty(desk));
        facts.put(Field.OFFICE.variable(), empty(requester.office()));
        facts.put(Field.DEPARTMENT.variable(), empty(requester.department()));
        facts.put(Field.EMPLOYMENT_TYPE.variable(), requester.employmentType().name());
        facts.put(Field.LANGUAGE.variable(), requester.language());
        facts.put(Field.PRIORITY.variable(), priority.name());
        facts.put(Field.SPACE.variable(), empty(space));
        facts.put(Field.TAGS.variable(), tags);
        facts.put(Field.HOUR.variable(), (long) hour);
        facts.put(Field.OUTSIDE_HOURS.variable(), outsideHours);
        facts.putAll(Vocabulary.facts(DeskSchema.none(""), null, Map.of()));
        return facts;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
