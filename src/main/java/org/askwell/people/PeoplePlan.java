package org.askwell.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.common.ShortName;
import org.askwell.common.Texts;
import org.askwell.people.PeopleFile.Column;
import org.askwell.people.PeopleFile.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a table of people would do to those who are here: computed from the two alone, so that it can be tried first.
 *
 * <p>A line means the person with its sign-in name; without one, the person with its staff number, else with its mail
 * address. Cells that are empty clear what they stand for, but for what everybody has; columns that are missing leave
 * it as it is.
 *
 * @param steps in the order of the table, those who are missing in it last
 * @param newDepartments by short name, what is to be made for the lines that are taken
 * @param unknownDepartments what the table calls departments that are not here
 */
record PeoplePlan(List<Step> steps, Map<String, String> newDepartments, Set<String> unknownDepartments) {

    /** @param importer cannot close the own account */
    record Options(boolean makeDepartments, boolean closeMissing, PersonId importer) {}

    /**
     * What becomes of one line.
     *
     * @param line in the file; 0 for who is not in it
     * @param order of the work: a manager comes before those who report to them
     * @param profile what is to be known of the person afterwards; null when nothing changes
     */
    record Step(
            int position,
            int line,
            int order,
            LineOutcome outcome,
            @Nullable PersonId person,
            String name,
            @Nullable Profile profile,
            List<FieldChange> changes,
            @Nullable Refusal reason) {}

    private static final int MOST_NAMED = 8;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SLUG = 40;

    static PeoplePlan of(PeopleFile file, Staff staff, Options options) {
        return new Drawing(file, staff, options).draw();
    }

    /** A line on its way to becoming a step. */
    private static final class Draft {
        private final Line line;
        private @Nullable PersonId person;
        private Staff.@Nullable Known known;
        private @Nullable Profile profile;
        private @Nullable Refusal reason;

        Draft(Line line) {
            this.line = line;
        }

        void refuse(Refusal no) {
            if (reason == null) {
                reason = no;
            }
        }

        boolean stands() {
            return reason == null;
        }
    }

    private static final class Drawing {
        private final PeopleFile file;
        private final Staff staff;
        private final Options options;
        private final Map<String, PersonId> byStaffNumber = new HashMap<>();
        private final Map<String, PersonId> byMail = new HashMap<>();
        private final Map<String, String> departments = new HashMap<>();
        private final Map<String, String> newDepartments = new LinkedHashMap<>();
        private final Set<String> unknownDepartments = new java.util.LinkedHashSet<>();
        private final List<Draft> drafts;
        private final Map<PersonId, Draft> drafted = new HashMap<>();
        private final Map<String, PersonId> draftedStaffNumbers = new HashMap<>();
        private final Set<PersonId> named = new HashSet<>();

        Drawing(PeopleFile file, Staff staff, Options options) {
            this.file = file;
            this.staff = staff;
            this.options = options;
            staff.people().forEach((id, known) -> {
                put(byStaffNumber, known.profile().staffNumber(), id);
                put(byMail, known.profile().mail(), id);
            });
            for (var part : staff.departments()) {
                departments.putIfAbsent(lower(part.nameEn()), part.slug());
                departments.putIfAbsent(lower(part.nameZh()), part.slug());
            }
            staff.departments().forEach(it -> departments.put(it.slug(), it.slug()));
            drafts = file.lines().stream().map(Draft::new).toList();
        }

        PeoplePlan draw() {
            drafts.forEach(this::identify);
            refuseTwice();
            for (var draft : drafts) {
                if (draft.stands()) {
                    describe(draft);
                }
            }
            boolean more = true;
            while (more) {
                more = refuseCircles() | refuseWithoutManager();
            }
            return plan();
        }

        private void identify(Draft draft) {
            var line = draft.line;
            var login = line.cell(Column.LOGIN).toLowerCase(Locale.ROOT);
            var staffNumber = byStaffNumber.get(lower(line.cell(Column.STAFF_NUMBER)));
            var owner = byMail.get(lower(line.cell(Column.MAIL)));
            note(PersonId.parse(login).orElse(null));
            note(staffNumber);
            note(owner);
            if (line.overfull()) {
                draft.refuse(Refusal.invalid("people-import-overfull"));
            }
            if (!login.isEmpty()) {
                draft.person = PersonId.parse(login).orElse(null);
                if (draft.person == null) {
                    draft.refuse(Refusal.invalid("login-shape"));
                }
            } else if (staffNumber != null) {
                draft.person = staffNumber;
            } else if (owner != null && hasNoOtherStaffNumber(owner, line)) {
                draft.person = owner;
            } else {
                draft.person = newcomer(draft);
            }
            var person = draft.person;
            if (person != null) {
                draft.known = staff.people().get(person);
                if (person.isReserved()) {
                    draft.refuse(Refusal.invalid("login-reserved", person));
                }
            }
        }

        private void note(@Nullable PersonId id) {
            if (id != null) {
                named.add(id);
            }
        }

        private boolean hasNoOtherStaffNumber(PersonId owner, Line line) {
            var known = staff.people().get(owner);
            return line.cell(Column.STAFF_NUMBER).isEmpty()
                    || (known != null && known.profile().staffNumber() == null);
        }

        /** A sign-in name for somebody who was given none: what stands before the @, else the staff number. */
        private @Nullable PersonId newcomer(Draft draft) {
            var mail = lower(draft.line.cell(Column.MAIL));
            var staffNumber = lower(draft.line.cell(Column.STAFF_NUMBER));
            if (staffNumber.isEmpty()) {
                draft.refuse(Refusal.invalid("people-import-nobody"));
                return null;
            }
            var id = PersonId.parse(mail.replaceAll("@.*", "")).or(() -> PersonId.parse(staffNumber));
            if (id.isEmpty()) {
                draft.refuse(Refusal.invalid("people-import-no-login", staffNumber));
            } else if (staff.people().containsKey(id.get())) {
                draft.refuse(Refusal.conflict("login-taken", id.get()));
            }
            return id.orElse(null);
        }

        /** The first line that names somebody counts; the others say where it stands. */
        private void refuseTwice() {
            var places = new HashMap<String, Integer>();
            for (var draft : drafts) {
                var person = draft.person;
                var line = draft.line;
                if (person != null) {
                    once(places, "login " + person, person.value(), draft);
                    if (drafted.putIfAbsent(person, draft) == null
                            && !line.cell(Column.STAFF_NUMBER).isEmpty()) {
                        draftedStaffNumbers.putIfAbsent(lower(line.cell(Column.STAFF_NUMBER)), person);
                    }
                }
                for (var column : List.of(Column.STAFF_NUMBER, Column.MAIL)) {
                    var value = line.cell(column);
                    if (!value.isEmpty()) {
                        once(places, column + " " + lower(value), value, draft);
                    }
                }
            }
        }

        private static void once(Map<String, Integer> places, String key, String value, Draft draft) {
            var first = places.putIfAbsent(key, draft.line.number());
            if (first != null && first != draft.line.number()) {
                draft.refuse(Refusal.conflict("people-import-twice", shortened(value), first));
            }
        }

        private void describe(Draft draft) {
            var person = Objects.requireNonNull(draft.person);
            var known = draft.known;
            if (known != null && !known.active()) {
                draft.refuse(Refusal.conflict("account-closed", person));
                return;
            }
            try {
                draft.profile = profile(draft, known == null ? null : known.profile());
                requireFree(person, draft.profile);
            } catch (Refusal no) {
                draft.refuse(no);
            }
        }

        private Profile profile(Draft draft, @Nullable Profile before) {
            var line = draft.line;
            var name = line.cell(Column.NAME);
            var pinyin = optional(line, Column.PINYIN, before == null ? null : before.pinyin());
            if (pinyin == null && before != null && before.name().equals(name)) {
                pinyin = before.pinyin();
            } else if (before != null
                    && !before.name().equals(name)
                    && line.cell(Column.PINYIN).isEmpty()) {
                pinyin = null;
            }
            var zone = line.cell(Column.ZONE);
            var language = line.cell(Column.LANGUAGE);
            var type = line.cell(Column.EMPLOYMENT_TYPE);
            return new Profile(
                    name,
                    optional(line, Column.OTHER_NAME, before == null ? null : before.otherName()),
                    pinyin,
                    optional(line, Column.STAFF_NUMBER, before == null ? null : before.staffNumber()),
                    optional(line, Column.MAIL, before == null ? null : before.mail()),
                    file.columns().contains(Column.DEPARTMENT)
                            ? department(line.cell(Column.DEPARTMENT))
                            : before == null ? null : before.department(),
                    file.columns().contains(Column.MANAGER) ? manager(draft) : before == null ? null : before.manager(),
                    optional(line, Column.OFFICE, before == null ? null : before.office()),
                    zone.isEmpty()
                            ? before == null ? Profile.zone("Asia/Shanghai") : before.zone()
                            : Profile.zone(zone),
                    language.isEmpty() ? before == null ? languageOf(name) : before.language() : language(language),
                    type.isEmpty()
                            ? before == null ? EmploymentType.FULL_TIME : before.employmentType()
                            : EmploymentType.parse(type)
                                    .orElseThrow(() -> Refusal.invalid("employment-type-unknown", shortened(type))));
        }

        private @Nullable String optional(Line line, Column column, @Nullable String before) {
            return file.columns().contains(column) ? line.cell(column).isEmpty() ? null : line.cell(column) : before;
        }

        private void requireFree(PersonId person, Profile profile) {
            var staffNumber = profile.staffNumber();
            if (staffNumber != null && isAnothers(byStaffNumber.get(lower(staffNumber)), person)) {
                throw Refusal.conflict("staff-number-taken", staffNumber);
            }
            var mail = profile.mail();
            if (mail != null && isAnothers(byMail.get(lower(mail)), person)) {
                throw Refusal.conflict("mail-taken", mail);
            }
        }

        private static boolean isAnothers(@Nullable PersonId owner, PersonId person) {
            return owner != null && !owner.equals(person);
        }

        private @Nullable String department(String called) {
            if (called.isEmpty()) {
                return null;
            }
            var known = departments.get(lower(called));
            if (known != null) {
                return known;
            }
            unknownDepartments.add(shortened(called));
            if (!options.makeDepartments()) {
                throw Refusal.invalid("department-unknown", shortened(called));
            }
            if (called.length() > LONGEST_NAME) {
                throw Refusal.invalid("unit-name", LONGEST_NAME);
            }
            var slug = slug(called);
            departments.put(lower(called), slug);
            newDepartments.put(slug, called);
            return slug;
        }

        private String slug(String called) {
            var latin = Pinyin.of(called).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            var stem = latin.isEmpty() ? "department" : latin;
            for (int i = 1; ; i++) {
                var end = i == 1 ? "" : "-" + i;
                var begin = stem.substring(0, Math.min(stem.length(), LONGEST_SLUG - end.length()));
                var slug = ShortName.require(begin.replaceAll("-$", "") + end);
                if (!departments.containsValue(slug)) {
                    return slug;
                }
            }
        }

        /** Somebody who is here or in the table, by sign-in name or staff number. */
        private @Nullable PersonId manager(Draft draft) {
            var called = lower(draft.line.cell(Column.MANAGER));
            if (called.isEmpty()) {
                return null;
            }
            var login = PersonId.parse(called).filter(it -> staff.people().containsKey(it) || drafted.containsKey(it));
            var found = login.or(() -> Optional.ofNullable(draftedStaffNumbers.get(called)))
                    .or(() -> Optional.ofNullable(byStaffNumber.get(called)))
                    .orElseThrow(() -> Refusal.invalid("manager-unknown", shortened(called)));
            if (found.equals(draft.person)) {
                throw Refusal.invalid("manager-circle", found);
            }
            return found;
        }

        private static String languageOf(String name) {
            return name.codePoints().anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN)
                    ? "zh"
                    : "en";
        }

        private static String language(String called) {
            var wanted = lower(called);
            for (var language : List.of("zh", "en")) {
                boolean meant = wanted.matches(language + "([-_].*)?")
                        || Texts.LANGUAGES.stream()
                                .anyMatch(it -> lower(Texts.in(it, "people.language." + language))
                                        .equals(wanted));
                if (meant) {
                    return language;
                }
            }
            throw Refusal.invalid("language-unknown", shortened(called));
        }

        /** Whom somebody would report to if all that still stands were done. */
        private @Nullable PersonId above(PersonId person) {
            var draft = drafted.get(person);
            if (draft != null && draft.stands() && draft.profile != null) {
                return draft.profile.manager();
            }
            var known = staff.people().get(person);
            return known == null ? null : known.profile().manager();
        }

        private boolean refuseCircles() {
            var settled = new HashSet<PersonId>();
            boolean found = false;
            for (var draft : drafts) {
                var path = new LinkedHashMap<PersonId, Boolean>();
                var here = draft.stands() ? draft.person : null;
                while (here != null && !settled.contains(here) && !path.containsKey(here)) {
                    path.put(here, true);
                    here = above(here);
                }
                if (here != null && path.containsKey(here)) {
                    var walked = List.copyOf(path.keySet());
                    found |= refuseCircle(walked.subList(walked.indexOf(here), walked.size()));
                }
                settled.addAll(path.keySet());
            }
            return found;
        }

        private boolean refuseCircle(List<PersonId> circle) {
            var names = circle.stream().limit(MOST_NAMED).map(PersonId::value).collect(Collectors.joining(" → "))
                    + (circle.size() > MOST_NAMED ? " → …" : "")
                    + " → " + circle.getFirst();
            boolean refused = false;
            for (var person : circle) {
                var draft = drafted.get(person);
                if (draft != null && draft.stands()) {
                    draft.refuse(Refusal.invalid("people-import-circle", names));
                    refused = true;
                }
            }
            return refused;
        }

        private boolean refuseWithoutManager() {
            boolean refused = false;
            for (var draft : drafts) {
                var manager = draft.stands() && draft.profile != null ? draft.profile.manager() : null;
                if (manager != null && !staff.people().containsKey(manager)) {
                    var above = drafted.get(manager);
                    if (above == null) {
                        // What was written down long ago of somebody who was never here stays as it is.
                        continue;
                    }
                    if (!above.stands()) {
                        draft.refuse(Refusal.invalid("people-import-manager-refused", manager, above.line.number()));
                        refused = true;
                    }
                }
            }
            return refused;
        }

        private PeoplePlan plan() {
            var order = order();
            var steps = new ArrayList<Step>();
            for (var draft : drafts) {
                steps.add(step(steps.size(), draft, order));
            }
            staff.people().entrySet().stream()
                    .filter(it -> it.getValue().active()
                            && it.getValue().imported()
                            && !named.contains(it.getKey())
                            && !drafted.containsKey(it.getKey()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(it -> steps.add(missing(
                            steps.size(), it.getKey(), it.getValue().profile().name())));
            var used = new HashSet<String>();
            for (var step : steps) {
                var department = step.profile() == null ? null : step.profile().department();
                if (department != null) {
                    used.add(department);
                }
            }
            newDepartments.keySet().retainAll(used);
            return new PeoplePlan(steps, newDepartments, unknownDepartments);
        }

        private Map<PersonId, Integer> order() {
            var heights = new HashMap<PersonId, Integer>();
            for (var draft : drafts) {
                var path = new ArrayList<PersonId>();
                var here = draft.person;
                while (here != null && !heights.containsKey(here) && stands(here)) {
                    path.add(here);
                    // Who stands in a line that stands reports to nobody who reports to them: the walk ends.
                    here = above(here);
                }
                int height = here == null ? 0 : heights.getOrDefault(here, 0);
                for (var person : path.reversed()) {
                    heights.put(person, ++height);
                }
            }
            var sorted = drafts.stream()
                    .filter(it -> it.stands() && it.person != null)
                    .sorted(Comparator.comparing(
                                    (Draft it) -> heights.getOrDefault(Objects.requireNonNull(it.person), 0))
                            .thenComparing(it -> it.line.number()))
                    .toList();
            var order = new HashMap<PersonId, Integer>();
            sorted.forEach(it -> order.put(Objects.requireNonNull(it.person), order.size()));
            return order;
        }

        private boolean stands(PersonId person) {
            var draft = drafted.get(person);
            return draft != null && draft.stands();
        }

        private static Step step(int position, Draft draft, Map<PersonId, Integer> order) {
            var person = draft.person;
            var profile = draft.profile;
            var name = shortened(draft.line.cell(Column.NAME));
            if (!draft.stands() || person == null || profile == null) {
                return new Step(
                        position,
                        draft.line.number(),
                        position,
                        LineOutcome.REFUSED,
                        person,
                        name,
                        null,
                        List.of(),
                        draft.reason);
            }
            var known = draft.known;
            var changes = known == null ? List.<FieldChange>of() : changes(known.profile(), profile);
            var outcome =
                    known == null ? LineOutcome.NEW : changes.isEmpty() ? LineOutcome.UNCHANGED : LineOutcome.CHANGED;
            return new Step(
                    position,
                    draft.line.number(),
                    order.getOrDefault(person, position),
                    outcome,
                    person,
                    name,
                    profile,
                    changes,
                    null);
        }

        private Step missing(int position, PersonId person, String name) {
            boolean own = person.equals(options.importer());
            var outcome =
                    !options.closeMissing() ? LineOutcome.MISSING : own ? LineOutcome.REFUSED : LineOutcome.CLOSED;
            return new Step(
                    position,
                    0,
                    position,
                    outcome,
                    person,
                    name,
                    null,
                    List.of(),
                    outcome == LineOutcome.REFUSED ? Refusal.conflict("not-yourself") : null);
        }

        private static void put(Map<String, PersonId> index, @Nullable String value, PersonId id) {
            if (value != null) {
                index.put(lower(value), id);
            }
        }
    }

    /** What has changed, in the order of the columns. */
    static List<FieldChange> changes(Profile before, Profile after) {
        var then = values(before);
        var now = values(after);
        return Arrays.stream(Column.values())
                .filter(it -> it != Column.LOGIN && !Objects.equals(then.get(it), now.get(it)))
                .map(it -> new FieldChange(it.field(), then.get(it), now.get(it)))
                .toList();
    }

    private static Map<Column, @Nullable String> values(Profile profile) {
        var values = new HashMap<Column, @Nullable String>();
        values.put(Column.STAFF_NUMBER, profile.staffNumber());
        values.put(Column.NAME, profile.name());
        values.put(Column.OTHER_NAME, profile.otherName());
        values.put(Column.PINYIN, profile.pinyin());
        values.put(Column.MAIL, profile.mail());
        values.put(Column.DEPARTMENT, profile.department());
        var manager = profile.manager();
        values.put(Column.MANAGER, manager == null ? null : manager.value());
        values.put(Column.OFFICE, profile.office());
        values.put(Column.ZONE, profile.zone().getId());
        values.put(Column.EMPLOYMENT_TYPE, profile.employmentType().name());
        values.put(Column.LANGUAGE, profile.language());
        return values;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As much of a cell as a sentence can hold. */
    private static String shortened(String cell) {
        var line = cell.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
