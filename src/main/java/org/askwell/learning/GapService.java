package org.askwell.learning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.Texts;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.PublishedText;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * What curators see of what was asked in vain, and do about it. One public method is one transaction.
 *
 * <p>Nothing that comes out of here says who asked: {@link GapAccess} says who sees which gap.
 */
@ApplicationService
public class GapService {

    private static final int WORDINGS = 50;
    private static final int REASONS = 20;
    private static final int WORDINGS_OF_AN_ARTICLE = 10;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,19})\\.(\\d{1,18})");

    @Inject
    GapRepository gaps;

    @Inject
    GapAccess access;

    @Inject
    ArticleService articles;

    @Inject
    ReadableArticles readable;

    @Inject
    SpaceService spaces;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Jobs jobs;

    @Inject
    Event<GapEvent> events;

    @Inject
    Clock clock;

    /** The gaps one may see, the first of an order first. */
    public Slice<GapRow> list(GapState state, GapOrder order, @Nullable String cursor, int limit) {
        var caller = current.get();
        GapAccess.requireMaySeeAny(caller);
        var rows = gaps.list(state, access.view(caller), order, place(cursor, order), limit + 1);
        return Slice.of(
                rows,
                limit,
                it -> (order == GapOrder.NEWEST ? micros(it.lastAsked()) : it.questions()) + "." + it.number());
    }

    private static GapRepository.@Nullable Place place(@Nullable String cursor, GapOrder order) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Refusal.malformed("cursor-unreadable");
        }
        try {
            long rank = Long.parseLong(parts.group(1));
            long number = Long.parseLong(parts.group(2));
            return order == GapOrder.NEWEST
                    ? new GapRepository.Place(
                            Instant.ofEpochSecond(rank / 1_000_000, rank % 1_000_000 * 1_000), 0, number)
                    : new GapRepository.Place(Instant.EPOCH, Math.min(rank, Integer.MAX_VALUE), number);
        } catch (NumberFormatException tooLarge) {
            throw Refusal.malformed("cursor-unreadable");
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    /** Some lines as they are now, those one may see. */
    public List<GapRow> rows(Collection<GapId> ids) {
        return gaps.rows(ids.stream().map(GapId::number).toList(), access.view(current.get()));
    }

    public GapSheet gap(GapId id) {
        var row = require(id).row();
        var near = row.nearest();
        return new GapSheet(
                row,
                gaps.wordings(id.number(), WORDINGS),
                gaps.reasons(id.number(), REASONS),
                near == null
                        ? null
                        : published(near)
                                .map(it -> new GapSheet.Titled(it.id(), it.title()))
                                .orElse(null));
    }

    private Gap require(GapId id) {
        var caller = current.get();
        GapAccess.requireMaySeeAny(caller);
        return gaps.require(id, access.view(caller));
    }

    private Optional<PublishedText> published(ArticleId id) {
        return Optional.ofNullable(readable.published(List.of(id)).get(id));
    }

    /**
     * Begins an article for a gap: the first wording is its title, all are its wordings. Asking for it once more names
     * the same article.
     *
     * @param space null chooses the first one of the gap's desk that one curates
     */
    public ArticleId draft(GapId id, @Nullable String space) {
        var gap = require(id);
        var begun = gap.article();
        if (begun.isPresent() && gap.isOpen()) {
            return begun.get();
        }
        var shelf = space == null ? shelf(gap) : space;
        var title = gap.wording().length() <= ArticleText.LONGEST_TITLE
                ? gap.wording()
                : gap.wording().substring(0, ArticleText.LONGEST_TITLE - 1) + "…";
        var text = ArticleText.of(title, "", wordings(id));
        var article = articles.create(NewArticle.of(shelf, gap.language(), text).noted(id.value()));
        events.fire(gap.writeInto(article));
        return article;
    }

    /** The spaces in which the acting person could write about a gap, the likeliest first. */
    public List<SpaceRow> shelves(GapId id) {
        var gap = require(id);
        var writable = spaces.readable().stream().filter(SpaceRow::mayWrite).toList();
        var likely = desks.find(gap.desk()).map(it -> it.spaces()).orElse(List.of());
        var shelves = new ArrayList<SpaceRow>();
        likely.forEach(
                slug -> writable.stream().filter(it -> it.slug().equals(slug)).forEach(shelves::add));
        writable.stream().filter(it -> !likely.contains(it.slug())).forEach(shelves::add);
        return shelves;
    }

    private String shelf(Gap gap) {
        return shelves(gap.id()).stream()
                .map(SpaceRow::slug)
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("no-space-to-write"));
    }

    private List<String> wordings(GapId id) {
        return gaps.wordings(id.number(), WORDINGS).stream()
                .map(GapSheet.Wording::text)
                .filter(it -> it.length() <= ArticleText.LONGEST_WORDING)
                .limit(WORDINGS_OF_AN_ARTICLE)
                .toList();
    }

    /**
     * Lets an article answer a gap: its wordings are added to those of the article. An article without other changes
     * shows that at once; one that is being written, when it is published.
     */
    public void attach(GapId id, ArticleId article) {
        var gap = require(id);
        var newest = newest(article);
        int base = newest.revision();
        boolean wasCurrent = newest.isCurrent();
        events.fire(gap.writeInto(article));
        var all = new LinkedHashSet<>(newest.text().wordings());
        all.addAll(wordings(id));
        var text = ArticleText.of(
                newest.text().title(),
                newest.text().markdown(),
                all.stream().limit(ArticleText.MOST_WORDINGS).toList());
        int saved = articles.saveDraft(article, base, text, id.value());
        if (wasCurrent && saved != base) {
            articles.publishOrHandIn(article, saved, Texts.in(current.get().locale(), "learning.gap.attached", id));
        } else if (wasCurrent) {
            jobs.schedule(GapChecking.NAME, GapChecking.about(id, article, saved, 0));
        }
    }

    /** The newest revision of an article that one may write. */
    private ArticlePage newest(ArticleId article) {
        var shown = articles.read(article, null);
        var draft = shown.draftRevision();
        if (draft == null) {
            throw Refusal.forbidden(
                    "curators-only", shown.space().in(current.get().locale()));
        }
        return draft == shown.revision() ? shown : articles.read(article, draft);
    }

    /**
     * Asks the owner of an article to answer a gap there.
     *
     * @param article null for the one that came nearest
     */
    public void askOwner(GapId id, @Nullable ArticleId article) {
        var gap = require(id);
        var target = article == null ? gap.nearest().orElse(null) : article;
        if (target == null) {
            throw Refusal.invalid("gap-nothing-near", id);
        }
        var text = published(target).orElseThrow(() -> Refusal.notFound("article-unknown", target));
        var owner = people.find(text.owner())
                .filter(PersonRow::active)
                .orElseThrow(() -> Refusal.conflict("gap-owner-gone", target));
        if (owner.id().equals(current.id())) {
            throw Refusal.conflict("gap-owner-yourself", target);
        }
        events.fire(gap.askOwner(target, owner.id(), current.id(), clock.instant()));
    }

    /** Closes a gap that needs no article, with the reason. */
    public void dismiss(GapId id, String why) {
        events.fire(require(id).dismiss(current.id(), why, clock.instant()));
    }

    /** Opens a gap again that was dismissed or closed. */
    public void reopen(GapId id) {
        events.fire(require(id).reopen(current.id()));
    }
}
