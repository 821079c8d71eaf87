package org.askwell.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchema;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.askwell.ticket.Placement;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Requester;
import org.askwell.ticket.TicketEvent;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a ticket when it came to a desk, and what the rules made of it.
 *
 * <p>The words are not in it: subject and first message of a ticket never change. With them, the same rules say the same
 * again, and other rules say what they would have said.
 *
 * @param companyHour the hour that the company's rules saw; null when a person chose the desk
 * @param companyRules version of the company's rules that were asked; 0 when they were not
 * @param deskRules version of the desk's rules; 0 when there were none
 * @param desk where it came to; null when it belonged to none
 * @param defaultQueue where it would have stayed without rules
 * @param group the category that its category belonged to then
 * @param absent assignees whom the rules named but who were no longer there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Snapshot(
        @JsonProperty("ch") @Nullable Integer companyHour,
        @JsonProperty("cv") int companyRules,
        @JsonProperty("dv") int deskRules,
        @JsonProperty("d") @Nullable String desk,
        @JsonProperty("dq") String defaultQueue,
        @JsonProperty("o") @Nullable String office,
        @JsonProperty("dp") @Nullable String department,
        @JsonProperty("e") EmploymentType employment,
        @JsonProperty("l") String language,
        @JsonProperty("p") Priority priority,
        @JsonProperty("t") List<String> tags,
        @JsonProperty("s") @Nullable String space,
        @JsonProperty("h") int hour,
        @JsonProperty("x") boolean outsideHours,
        @JsonProperty("c") @Nullable String category,
        @JsonProperty("g") @Nullable String group,
        @JsonProperty("f") Map<String, String> fields,
        @JsonProperty("a") List<String> absent,
        @JsonProperty("r") Outcome outcome)
        implements Serializable {

    /**
     * What came of it; null and empty where the rules left a thing as it was.
     *
     * @param companyWon the company's rule that chose the desk
     * @param won the desk's rule that decided first
     * @param broken a rule could not be asked
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Outcome(
            @JsonProperty("d") @Nullable String desk,
            @JsonProperty("q") String queue,
            @JsonProperty("p") @Nullable Priority priority,
            @JsonProperty("a") @Nullable String assignee,
            @JsonProperty("t") List<String> tags,
            @JsonProperty("c") @Nullable String category,
            @JsonProperty("f") Map<String, String> fields,
            @JsonProperty("cw") @Nullable String companyWon,
            @JsonProperty("w") @Nullable String won,
            @JsonProperty("b") boolean broken)
            implements Serializable {

        // What is empty is not written down.
        Outcome {
            tags = tags == null ? List.of() : List.copyOf(tags);
            fields = fields == null ? Map.of() : Map.copyOf(fields);
        }

        static Outcome of(
                @Nullable String desk,
                String defaultQueue,
                Placement placement,
                @Nullable String companyWon,
                @Nullable String won,
                boolean broken) {
            var queue = placement.queue();
            var assignee = placement.assignee();
            return new Outcome(
                    desk,
                    queue == null ? defaultQueue : queue,
                    placement.priority(),
                    assignee == null ? null : assignee.value(),
                    placement.tags(),
                    placement.category(),
                    placement.fields(),
                    companyWon,
                    won,
                    broken);
        }

        /** The rule that put it where it is: the desk's, or the company's when the desk had nothing to say. */
        @Nullable
        String decidedBy() {
            return won == null ? companyWon : won;
        }
    }

    Snapshot {
        tags = tags == null ? List.of() : List.copyOf(tags);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        absent = absent == null ? List.of() : List.copyOf(absent);
    }

    static Snapshot of(
            TicketEvent.Facts about,
            @Nullable Integer companyHour,
            int companyRules,
            int deskRules,
            @Nullable String desk,
            String defaultQueue,
            DeskSchema schema,
            Set<String> absent,
            Outcome outcome) {
        var who = about.requester();
        return new Snapshot(
                companyHour,
                companyRules,
                deskRules,
                desk,
                defaultQueue,
                who.office(),
                who.department(),
                who.employmentType(),
                who.language(),
                about.priority(),
                about.tags(),
                about.space(),
                about.hour(),
                about.outsideHours(),
                about.category(),
                schema.groupOf(about.category()),
                about.fields(),
                List.copyOf(absent),
                outcome);
    }

    /** Nobody had named a desk: the company's rules were asked. */
    boolean isLeftToTheCompany() {
        return companyHour != null;
    }

    /** As if a person had chosen its desk: then only the rules of that desk are asked. */
    Snapshot atItsDesk() {
        return new Snapshot(
                null,
                companyRules,
                deskRules,
                desk,
                defaultQueue,
                office,
                department,
                employment,
                language,
                priority,
                tags,
                space,
                hour,
                outsideHours,
                category,
                group,
                fields,
                absent,
                outcome);
    }

    /** What the company's rules saw. */
    Map<String, Object> companyFacts(String subject, String text) {
        return Facts.of(
                requester(),
                subject,
                text,
                null,
                Priority.NORMAL,
                tags,
                space,
                companyHour == null ? hour : companyHour,
                false);
    }

    /** What the rules of its desk saw. */
    Map<String, Object> deskFacts(String subject, String text, DeskSchema schema) {
        var facts = Facts.of(requester(), subject, text, desk, priority, tags, space, hour, outsideHours);
        facts.putAll(Vocabulary.facts(schema, category, group == null ? "" : group, fields));
        return facts;
    }

    /** What the rules of another desk would have seen: nothing of what only its own desk wanted to know. */
    Map<String, Object> factsAt(DeskProfile other, DeskSchema schema, Instant at, String subject, String text) {
        var hours = other.hours();
        var facts = new HashMap<>(Facts.of(
                requester(),
                subject,
                text,
                other.slug(),
                priority,
                tags,
                space,
                at.atZone(hours.zone()).getHour(),
                !hours.isOpen(at)));
        facts.putAll(Vocabulary.facts(schema, null, "", Map.of()));
        return facts;
    }

    private Requester requester() {
        return new Requester(PersonId.PORTAL, office, department, employment, language);
    }
}
