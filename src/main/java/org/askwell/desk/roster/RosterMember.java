package org.askwell.desk.roster;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.desk.BusinessHours;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the roster of a desk says of one person. Somebody it says nothing of is there whenever the desk is open.
 *
 * @param shifts weekly, in the desk's zone: {@code MON 09:00-12:30}; null: the desk's hours; empty: no shift at all
 * @param capacity so many open tickets at a time are handed to the person at most; null: any number
 * @param languages {@code zh}, {@code en}; empty: both
 * @param skills free words, such as the categories of the desk
 */
public record RosterMember(
        PersonId person,
        @Nullable List<String> shifts,
        @Nullable Integer capacity,
        List<String> languages,
        List<String> skills,
        List<Leave> leave)
        implements Serializable {

    public static final int MOST_LEAVE = 60;
    public static final int MOST_SKILLS = 40;
    public static final int MOST_OPEN = 10_000;

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final int LONGEST_SKILL = 60;

    public RosterMember {
        shifts = shifts == null
                ? null
                : windows(shifts).stream().map(Object::toString).toList();
        if (capacity != null && (capacity < 1 || capacity > MOST_OPEN)) {
            throw Refusal.invalid("roster-capacity", MOST_OPEN);
        }
        languages = clean(languages);
        for (var language : languages) {
            if (!LANGUAGES.contains(language)) {
                throw Refusal.invalid("roster-language", language);
            }
        }
        skills = clean(skills);
        if (skills.size() > MOST_SKILLS || skills.stream().anyMatch(it -> it.length() > LONGEST_SKILL)) {
            throw Refusal.invalid("roster-skills", MOST_SKILLS, LONGEST_SKILL);
        }
        if (leave.size() > MOST_LEAVE) {
            throw Refusal.invalid("roster-leave", MOST_LEAVE);
        }
        leave = List.copyOf(leave);
    }

    public static RosterMember usual(PersonId person) {
        return new RosterMember(person, null, null, List.of(), List.of(), List.of());
    }

    /** Refuses what is no window, and windows that overlap. */
    static List<BusinessHours.Window> windows(List<String> texts) {
        return BusinessHours.parse("UTC", texts).windows();
    }

    private static List<String> clean(Collection<String> words) {
        return words.stream()
                .flatMap(it -> Stream.of(it.split("[\\s,，、;；]+")))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
    }

    public boolean speaks(String language) {
        return languages.isEmpty() || languages.contains(language);
    }

    public boolean knows(String skill) {
        return skills.contains(skill.toLowerCase(Locale.ROOT));
    }

    RosterMember withoutWords() {
        return new RosterMember(
                person,
                shifts,
                capacity,
                languages,
                skills,
                leave.stream().map(Leave::withoutWord).toList());
    }
}
