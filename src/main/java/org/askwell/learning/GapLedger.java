package org.askwell.learning;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.askwell.ai.Meaning;
import org.askwell.ai.WrittenLanguage;
import org.askwell.ask.Answer;
import org.askwell.ask.AskEvent;
import org.askwell.ask.AskedQuestion;
import org.askwell.ask.QuestionId;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.KnowledgeEvent;
import org.askwell.knowledge.SearchedInVain;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The part of the gaps that goes by itself: notes what was asked in vain, sorts it, and closes what is answered.
 *
 * <p>One public method is one transaction; no model is called in here. It works for nobody in particular and asks for no
 * rights, so what it returns stays in this room.
 */
@ApplicationService
class GapLedger {

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration SAME_SEARCH = Duration.ofDays(30);
    private static final int SEARCHES_A_DAY = 20;
    private static final int LONGEST_SEARCH = 200;
    private static final int ASKERS = 5_000;

    @Inject
    GapRepository gaps;

    @Inject
    DeskService desks;

    @Inject
    Jobs jobs;

    @Inject
    Event<GapEvent> events;

    @Inject
    Clock clock;

    /** What has to be done with one row, read in one transaction and done in another. */
    record Unsorted(
            long id,
            @Nullable QuestionId question,
            PersonId asker,
            String text,
            String language,
            String desk,
            @Nullable String reason,
            @Nullable Long gap,
            boolean takenBack) {

        static Unsorted of(AskedInVain row) {
            return new Unsorted(
                    row.id(),
                    row.question(),
                    row.asker(),
                    row.text(),
                    row.language(),
                    row.desk(),
                    row.reason(),
                    row.gap(),
                    row.todo() == AskedInVain.Todo.TAKE_BACK);
        }
    }

    /**
     * Where a row belongs.
     *
     * @param text without what would give the asker away; so is the reason
     * @param nearest the article that came nearest, or null
     */
    record Sorted(
            long id,
            long gap,
            Meaning meaning,
            String text,
            @Nullable String reason,
            String desk,
            String department,
            @Nullable ArticleId nearest,
            @Nullable String space) {}

    void note(@Observes AskEvent event) {
        switch (event) {
            case AskEvent.Asked it -> {
                if (isInVain(it.asked())) {
                    gaps.add(AskedInVain.question(
                            it.asked(), InVain.UNANSWERED, it.asked().askedAt()));
                }
            }
            case AskEvent.Rated it -> rated(it);
            case AskEvent.HandedOver it -> {}
        }
    }

    /** Who only wanted a person, or said hello, misses no article. */
    private static boolean isInVain(AskedQuestion asked) {
        return asked.outcome() == Answer.Outcome.NOT_FOUND && asked.why() != Answer.Why.WANTS_A_PERSON;
    }

    private void rated(AskEvent.Rated event) {
        var before = gaps.ofQuestion(event.question());
        if (before.isPresent()) {
            if (event.helpful()) {
                before.get().takeBack();
            } else {
                before.get().explain(event.shortcoming(), event.reason());
            }
        } else if (!event.helpful() && event.asked().outcome() != Answer.Outcome.NOT_FOUND) {
            var row = AskedInVain.question(event.asked(), InVain.UNHELPFUL, clock.instant());
            row.explain(event.shortcoming(), event.reason());
            gaps.add(row);
        }
    }

    /** A person's search counts once a month, and not more than a few a day: people try words, and programs loop. */
    void note(@Observes SearchedInVain search) {
        var text = search.text().replaceAll("\\s+", " ").strip();
        if (text.length() > LONGEST_SEARCH
                || text.codePoints().filter(Character::isLetter).count() < 2) {
            return;
        }
        var now = clock.instant();
        if (gaps.searches(search.by(), now.minus(ONE_DAY)).size() >= SEARCHES_A_DAY
                || gaps.searches(search.by(), now.minus(SAME_SEARCH)).stream().anyMatch(text::equalsIgnoreCase)) {
            return;
        }
        gaps.add(AskedInVain.search(search.by(), text, WrittenLanguage.of(text), deskOf(search.space()), now));
    }

    /** The desk that a space belongs to, or none. */
    public String deskOf(@Nullable String space) {
        return space == null
                ? Gap.NO_DESK
                : desks.desks().stream()
                        .filter(it -> it.spaces().contains(space))
                        .map(DeskProfile::slug)
                        .findFirst()
                        .orElse(Gap.NO_DESK);
    }

    /** What was not sorted yet, oldest first. */
    public List<Unsorted> unsorted(int limit) {
        return gaps.toSort(limit).stream().map(Unsorted::of).toList();
    }

    public List<GapRepository.Known> knownAfter(long number, int limit) {
        return gaps.knownAfter(number, limit);
    }

    public long nextNumber() {
        return gaps.nextNumber();
    }

    /** Puts rows into their gaps, begins those that are not there, and counts them anew. */
    public void sort(List<Sorted> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        var byId = sorted.stream().collect(Collectors.toMap(Sorted::id, it -> it));
        var touched = new LinkedHashMap<Long, Gap>();
        gaps.named(sorted.stream().map(Sorted::gap).collect(Collectors.toSet()))
                .forEach(it -> touched.put(it.id().number(), it));
        for (var row : gaps.rows(byId.keySet())) {
            var place = byId.get(row.id());
            if (place == null || row.todo() != AskedInVain.Todo.SORT) {
                continue;
            }
            var gap = touched.computeIfAbsent(place.gap(), number -> begin(number, place));
            gap.place(place.desk(), place.nearest(), place.space());
            row.belongTo(place.gap(), place.text(), place.reason(), place.department());
        }
        touched.values().forEach(this::count);
    }

    private Gap begin(long number, Sorted first) {
        var gap = new Gap(number, first.meaning(), first.text(), first.desk(), clock.instant());
        gaps.add(gap);
        return gap;
    }

    /** Removes rows whose askers took them back. */
    public void takeBack(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var touched = new TreeSet<Long>();
        for (var row : gaps.rows(ids)) {
            if (row.todo() == AskedInVain.Todo.TAKE_BACK) {
                var gap = row.gap();
                if (gap != null) {
                    touched.add(gap);
                }
                gaps.remove(row);
            }
        }
        gaps.named(touched).forEach(this::count);
    }

    private void count(Gap gap) {
        var tally = gaps.tally(gap.id().number());
        if (tally.isPresent()) {
            events.fire(gap.count(tally.get()));
        } else if (gap.isUntouched()) {
            gaps.remove(gap);
            events.fire(new GapEvent.Counted(gap.id()));
        }
    }

    /** Asks to try the questions of every gap again that this article is to answer. */
    void follow(@Observes KnowledgeEvent event) {
        if (event instanceof KnowledgeEvent.Published published) {
            for (var gap : gaps.waitingFor(published.article())) {
                jobs.schedule(
                        GapChecking.NAME, GapChecking.about(gap.id(), published.article(), published.revision(), 0));
            }
        }
    }

    /** One who asked and was not told yet, with what this person asked last. */
    record Asker(PersonId person, @Nullable QuestionId question, InVain kind, String text) {}

    /** Those to try again with, if the gap still waits for that article. */
    public List<Asker> askers(GapId id, ArticleId article) {
        var gap = waiting(id, article);
        if (gap.isEmpty()) {
            return List.of();
        }
        var seen = new HashSet<PersonId>();
        var askers = new ArrayList<Asker>();
        for (var row : gaps.untold(id.number(), ASKERS)) {
            if (seen.add(row.asker())) {
                askers.add(new Asker(row.asker(), row.question(), row.kind(), row.text()));
            }
        }
        return askers;
    }

    private Optional<Gap> waiting(GapId id, ArticleId article) {
        return gaps.find(id.number())
                .filter(Gap::isOpen)
                .filter(it -> it.article().filter(article::equals).isPresent()
                        || it.askedAbout().filter(article::equals).isPresent());
    }

    /**
     * Remembers that somebody was told, for every question this person has in the gap.
     *
     * @return false when that had been done before
     */
    public boolean told(GapId id, PersonId asker, Runnable telling) {
        var open = gaps.askedBy(id.number(), asker).stream()
                .filter(it -> !it.wasTold())
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        open.forEach(it -> it.tell(now));
        telling.run();
        return true;
    }

    /**
     * Draws the conclusion once everybody was tried.
     *
     * @param unproven what the article does not answer for somebody who may read it, or null
     */
    public void conclude(GapId id, ArticleId article, @Nullable String unproven) {
        var now = clock.instant();
        waiting(id, article)
                .ifPresent(gap -> events.fire(
                        unproven == null && gaps.anyTold(id.number())
                                ? gap.close(article, now)
                                : gap.leaveOpen(article, unproven == null ? "" : unproven)));
    }

    /** For notices. */
    public Map<GapId, Gap> named(Collection<GapId> ids) {
        return gaps.named(ids.stream().map(GapId::number).toList()).stream()
                .collect(Collectors.toMap(Gap::id, it -> it));
    }
}
