package org.askwell.ask;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.CodePoints;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.PublishedText;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * Questions whose answer a desk has chosen, and what is worth asking. One public method is one transaction.
 *
 * <p>Whoever reads gets a pin only together with the words it rests on, found once more in the article as it is published
 * now and with the reader's own rights. So neither a job that is late nor a right that was taken away can show too much.
 */
@ApplicationService
public class PinService {

    /** As many as an owner can keep true. */
    public static final int MOST = 50;

    private static final int DAYS = 30;

    /** So many articles are looked through for those that a reader may read and a desk has. */
    private static final int CITED = 200;

    @Inject
    PinRepository pins;

    @Inject
    QuestionRepository questions;

    @Inject
    ReadableArticles articles;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Event<PinEvent> events;

    @Inject
    Clock clock;

    /** What a desk has chosen to say to a question. */
    record Chosen(PinId pin, Verdict verdict, String desk, LocalDate day) {}

    /**
     * The answer that a desk has chosen for these very words, if the acting person may read it.
     *
     * @param askedAt the desk on whose page it was asked, whose own choice comes first; or null
     */
    public Optional<Chosen> chosen(Asked asked, @Nullable String askedAt) {
        var folded = Wordings.folded(asked.text());
        if (folded.isEmpty() || folded.length() > Wordings.LONGEST_FOLDED) {
            return Optional.empty();
        }
        var worded = pins.worded(folded);
        if (worded.isEmpty()) {
            return Optional.empty();
        }
        var today = today();
        var texts = texts(worded);
        var ordered = new ArrayList<>(worded);
        ordered.sort((one, other) ->
                Boolean.compare(other.desk().equals(askedAt), one.desk().equals(askedAt)));
        for (var pin : ordered) {
            var text = texts.get(pin.article());
            if (text != null && !pin.hasExpired(today.of(pin.desk()))) {
                var parsed = MarkdownText.parse(text.markdown());
                var passage = pin.passage().in(text.revision(), parsed).orElse(null);
                if (passage != null) {
                    return Optional.of(new Chosen(
                            pin.id(),
                            verdict(asked, passage.sentences(text.title(), parsed), text),
                            askedAt == null ? pin.desk() : desks.desk(askedAt).slug(),
                            today.of(pin.desk())));
                }
            }
        }
        return Optional.empty();
    }

    private static Verdict verdict(Asked asked, List<Answer.Sentence> sentences, PublishedText text) {
        return new Verdict(
                asked.text(),
                asked.language(),
                Answer.Outcome.ANSWERED,
                Answer.Why.PINNED,
                1,
                Question.PINNED,
                Verdict.proven(sentences, it -> text.markdown()),
                List.of());
    }

    /**
     * What is worth asking, in the reader's language and under the reader's rights: what desks have pinned, then what is
     * asked most of late, in the words of curators.
     *
     * @param desk of one desk, in its order; null: of all, what was shown most first
     * @param pinned at most so many of the first kind
     * @param atMost so many of both
     */
    public List<Recommendation> recommended(@Nullable String desk, int pinned, int atMost) {
        var language = current.get().language();
        var today = today();
        var profile = desk == null ? null : today.desk(desk);
        var shown = pins.unpaused(desk).stream()
                .filter(it -> !it.question(language).isEmpty() && !it.hasExpired(today.of(it.desk())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (desk == null && shown.size() > 1) {
            var totals = pins.totals(today.earliest());
            shown.sort((one, other) ->
                    Long.compare(totals.getOrDefault(other.id(), 0L), totals.getOrDefault(one.id(), 0L)));
        }
        var texts = texts(shown);
        var recommended = new ArrayList<Recommendation>();
        var said = new HashSet<String>();
        for (var pin : shown) {
            if (recommended.size() < pinned
                    && standing(pin, texts.get(pin.article())).isPresent()
                    && said.add(Wordings.folded(pin.question(language)))) {
                recommended.add(new Recommendation(
                        Recommendation.Kind.PINNED, pin.question(language), pin.desk(), pin.article()));
            }
        }
        computed(profile, language, atMost).stream()
                .filter(it -> said.add(Wordings.folded(it.wording())))
                .limit(Math.max(0, atMost - recommended.size()))
                .forEach(it -> recommended.add(new Recommendation(
                        Recommendation.Kind.COMPUTED, it.wording(), desk == null ? "" : desk, it.article())));
        return recommended;
    }

    private List<ReadableArticles.ArticleWording> computed(@Nullable DeskProfile desk, String language, int atMost) {
        var cited = new LinkedHashSet<ArticleId>();
        questions
                .mostCited(clock.instant().minus(Duration.ofDays(DAYS)), CITED)
                .forEach(it -> cited.add(new ArticleId(it)));
        return articles.asked(cited, desk == null ? null : desk.spaces(), language, atMost);
    }

    /** All that a desk has pinned, in its order. Its owners only. */
    public List<PinRow> rows(String desk) {
        DeskAccess.requireMayChange(current.get(), desk);
        return rowsOf(desk);
    }

    private List<PinRow> rowsOf(String desk) {
        var today = today();
        var day = today.of(today.desk(desk).slug());
        var all = pins.ofDesk(desk);
        var texts = texts(all);
        var open = articles.inOpenSpaces(articlesOf(all));
        var hits = pins.hits(desk, day.minusDays(DAYS - 1L));
        var rows = new ArrayList<PinRow>();
        for (int i = 0; i < all.size(); i++) {
            var pin = all.get(i);
            var days = hits.getOrDefault(pin.id(), List.of());
            rows.add(
                    open.contains(pin.article())
                            ? row(pin, i + 1, texts.get(pin.article()), day, days)
                            : unreadable(pin, i + 1, days));
        }
        return rows;
    }

    private static PinRow row(
            Pin pin, int place, @Nullable PublishedText text, LocalDate today, List<PinRow.Day> days) {
        var standing = standing(pin, text);
        var passage = standing.orElse(pin.passage());
        var state = text == null
                ? PinState.WITHDRAWN
                : standing.isEmpty()
                        ? PinState.PASSAGE_GONE
                        : pin.hasExpired(today) ? PinState.EXPIRED : PinState.SHOWN;
        return new PinRow(
                pin.id(),
                place,
                pin.questionZh(),
                pin.questionEn(),
                pin.article(),
                text == null ? "" : text.title(),
                passage.revision(),
                passage.start(),
                passage.end(),
                passage.quote(),
                pin.until(),
                state,
                total(days),
                days);
    }

    private static PinRow unreadable(Pin pin, int place, List<PinRow.Day> days) {
        return new PinRow(pin.id(), place, "", "", null, "", 0, 0, 0, "", null, PinState.NOT_YOURS, total(days), days);
    }

    private static long total(List<PinRow.Day> days) {
        return days.stream().mapToLong(PinRow.Day::hits).sum();
    }

    /** One of them, as {@link #rows} has it. */
    public PinRow row(String desk, PinId id) {
        return rows(desk).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("pin-unknown", id));
    }

    /** How many of a desk's pins nobody sees because their words are gone; 0 for who does not own the desk. */
    public int paused(String desk) {
        return DeskAccess.mayChange(current.get(), desk)
                ? (int) rowsOf(desk).stream().filter(PinRow::isPaused).count()
                : 0;
    }

    /** An article that the acting person may read, cut into what can be pinned. */
    public PinChoice choice(ArticleId article) {
        var text = published(article);
        var markdown = text.markdown();
        var parts = new ArrayList<PinChoice.Part>();
        for (var section : MarkdownText.parse(markdown).sections()) {
            var pieces = section.blocks().stream()
                    .filter(it -> !it.sentences().isEmpty())
                    .map(it -> new PinChoice.Piece(
                            CodePoints.of(markdown, it.sentences().getFirst().start()),
                            CodePoints.of(markdown, it.sentences().getLast().end()),
                            it.text()))
                    .toList();
            if (!pieces.isEmpty()) {
                parts.add(new PinChoice.Part(section.heading(), pieces));
            }
        }
        return new PinChoice(article, text.revision(), text.title(), text.language(), parts);
    }

    /** Pins a question. The desk's owners only, and only a passage that they may read themselves. */
    public PinId pin(String desk, PinDraft draft) {
        DeskAccess.requireMayChange(current.get(), desk);
        desks.desk(desk);
        var all = pins.ofDesk(desk);
        if (all.size() >= MOST) {
            throw Refusal.conflict("pin-too-many", MOST);
        }
        var pin =
                new Pin(pins.nextNumber(), desk, all.size() + 1, draft, passage(draft), current.id(), clock.instant());
        requireFree(pin);
        pins.add(pin);
        pins.reword(pin);
        place(pin, all, draft.place());
        events.fire(new PinEvent.Changed(pin.id(), desk));
        return pin.id();
    }

    /** Words it anew, chooses another passage, day or place. The same passage of the same revision stays as it is. */
    public void change(String desk, PinId id, PinDraft draft) {
        DeskAccess.requireMayChange(current.get(), desk);
        var pin = readable(desk, id);
        var before = pin.passage();
        var happened = new ArrayList<PinEvent>();
        happened.add(pin.word(draft));
        boolean stays = before.article().equals(draft.article())
                && before.revision() == draft.revision()
                && before.start() == draft.start()
                && before.end() == draft.end();
        if (!stays) {
            happened.add(pin.take(passage(draft)));
        }
        requireFree(pin);
        pins.reword(pin);
        if (draft.place() != null) {
            place(pin, pins.ofDesk(desk), draft.place());
        }
        happened.forEach(events::fire);
    }

    /** @param place from 1 */
    public void move(String desk, PinId id, int place) {
        DeskAccess.requireMayChange(current.get(), desk);
        var pin = pins.require(desk, id);
        place(pin, pins.ofDesk(desk), place);
        events.fire(new PinEvent.Changed(id, desk));
    }

    public void remove(String desk, PinId id) {
        DeskAccess.requireMayChange(current.get(), desk);
        pins.remove(pins.require(desk, id));
        events.fire(new PinEvent.Removed(id, desk));
    }

    private Pin readable(String desk, PinId id) {
        var pin = pins.require(desk, id);
        if (articles.inOpenSpaces(List.of(pin.article())).isEmpty()) {
            throw Refusal.forbidden("pin-article-closed", id);
        }
        return pin;
    }

    private void requireFree(Pin pin) {
        for (var folded : pin.folded()) {
            var other = pins.worded(pin.desk(), folded);
            if (other.isPresent() && other.get() != pin.id().number()) {
                throw Refusal.conflict("pin-question-taken", PinId.numbered(other.get()));
            }
        }
    }

    private static void place(Pin pin, List<Pin> all, @Nullable Integer wanted) {
        var ordered = new ArrayList<>(all);
        ordered.removeIf(it -> it.id().equals(pin.id()));
        int at = wanted == null ? ordered.size() : Math.clamp(wanted - 1L, 0, ordered.size());
        ordered.add(at, pin);
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).standAt(i + 1);
        }
    }

    private PinPassage passage(PinDraft draft) {
        var text = published(draft.article());
        if (text.revision() != draft.revision()) {
            throw Refusal.conflict("pin-revision-old", text.revision());
        }
        var passage = PinPassage.chosen(
                text.id(), text.revision(), MarkdownText.parse(text.markdown()), draft.start(), draft.end());
        if (draft.quote() != null && !draft.quote().isBlank() && !draft.quote().equals(passage.quote())) {
            throw Refusal.invalid("pin-quote");
        }
        return passage;
    }

    private PublishedText published(ArticleId article) {
        return Optional.ofNullable(articles.published(List.of(article)).get(article))
                .orElseThrow(() -> Refusal.notFound("article-unknown", article));
    }

    private Map<ArticleId, PublishedText> texts(Collection<Pin> all) {
        return all.isEmpty() ? Map.of() : articles.published(articlesOf(all));
    }

    private static Set<ArticleId> articlesOf(Collection<Pin> all) {
        return all.stream().map(Pin::article).collect(Collectors.toSet());
    }

    /** Where the words of a pin stand now; parsed only if the article has changed since they were looked for last. */
    private static Optional<PinPassage> standing(Pin pin, @Nullable PublishedText text) {
        if (text == null) {
            return Optional.empty();
        }
        var passage = pin.passage();
        return pin.paused().isEmpty() && passage.revision() == text.revision()
                ? Optional.of(passage)
                : passage.in(text.revision(), MarkdownText.parse(text.markdown()));
    }

    private Today today() {
        return new Today();
    }

    /** Which day it is at each desk. */
    private final class Today {

        private final Map<String, DeskProfile> profiles = new HashMap<>();

        Today() {
            desks.desks().forEach(it -> profiles.put(it.slug(), it));
        }

        DeskProfile desk(String slug) {
            return Optional.ofNullable(profiles.get(slug)).orElseThrow(() -> Refusal.notFound("desk-unknown", slug));
        }

        LocalDate of(String slug) {
            return clock.instant().atZone(desk(slug).hours().zone()).toLocalDate();
        }

        LocalDate earliest() {
            return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS - 1L);
        }
    }
}
