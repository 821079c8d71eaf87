package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.PublishedText;
import org.askwell.people.CurrentPerson;
import org.askwell.search.Hit;
import org.askwell.search.Query;
import org.askwell.search.SearchService;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * What one can ask of the portal: an answer that is proven, or a person.
 *
 * <p>Searching and weighing happen outside of any transaction. What the index found is read again from the database with
 * the rights of the asker, so a right that was taken away holds at once, whatever the index still says.
 */
@ApplicationScoped
public class AskService {

    private static final int PASSAGES = 12;
    private static final Duration OFTEN = Duration.ofDays(30);
    private static final int LONGEST_NOTE = 4_000;

    @Inject
    SearchService search;

    @Inject
    ArticleService articles;

    @Inject
    Answering answering;

    @Inject
    QuestionLedger ledger;

    @Inject
    HandOver handOver;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /**
     * Asks, and keeps question and answer.
     *
     * @param conversation the conversation that this question goes on with, or null
     * @param desk the desk whose page it was asked on, or null
     */
    public QuestionView ask(@Nullable String text, @Nullable QuestionId conversation, @Nullable String desk) {
        var caller = current.get();
        var before = ledger.latest(conversation);
        var asked = Asked.of(text, before.map(Question::text).orElse(null), caller.language());
        var texts = new HashMap<String, PublishedText>();
        var found = asked.intent() == Asked.Intent.QUESTION || asked.intent() == Asked.Intent.TOPIC
                ? find(asked, texts)
                : List.<Found>of();
        var answer = answering.answer(asked, found);
        var verdict = verdict(asked, answer, texts);
        var where = desk != null ? desk : nearestDesk(answer);
        return ledger.view(ledger.keep(verdict, conversation, where));
    }

    /** A question of one's own, with its answer. */
    public QuestionView question(QuestionId name) {
        return ledger.view(name);
    }

    /** The whole conversation that a question of one's own belongs to, oldest first. */
    public List<QuestionView> conversation(QuestionId name) {
        return ledger.conversation(name);
    }

    /** What one has asked, newest first. */
    public Slice<QuestionRow> mine(@Nullable String cursor, int limit) {
        return ledger.mine(cursor, limit);
    }

    /** What is asked most of late, in the words of the articles that answered it, as far as the reader may read them. */
    public List<Wording> often(int atMost) {
        return ledger.often(current.get().language(), clock.instant().minus(OFTEN), atMost);
    }

    public void rate(QuestionId name, boolean helpful, @Nullable String reason) {
        ledger.rate(name, helpful, reason);
    }

    /**
     * Gives a question of one's own to a person: opens a ticket that carries the conversation.
     *
     * @param desk null: the rules choose
     * @param note what the asker adds, or null
     */
    public TicketNumber handOver(QuestionId name, @Nullable String desk, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("note-too-long", LONGEST_NOTE);
        }
        return handOver.open(name, desk, note);
    }

    /** What was asked and tried before a ticket was opened; for those who may read the ticket. */
    public List<QuestionView> behind(TicketNumber ticket) {
        return handOver.behind(ticket);
    }

    private List<Found> find(Asked asked, Map<String, PublishedText> texts) {
        var caller = current.get();
        var hits = search.search(
                new Query(asked.text(), asked.previous(), caller.audience(), null, asked.language(), PASSAGES));
        var ids = new LinkedHashSet<ArticleId>();
        hits.forEach(hit -> ids.add(new ArticleId(hit.passage().page().id())));
        articles.published(ids).forEach((id, text) -> texts.put(id.value(), text));
        var parsed = new HashMap<String, MarkdownText>();
        var found = new ArrayList<Found>();
        for (Hit hit : hits) {
            var id = hit.passage().page().id();
            var text = texts.get(id);
            if (text != null && text.revision() == hit.passage().revision()) {
                found.add(new Found(hit, parsed.computeIfAbsent(id, ignored -> MarkdownText.parse(text.markdown()))));
            }
        }
        return found;
    }

    /** The desk that the nearest article's library belongs to; empty when there is none. */
    private String nearestDesk(Answer answer) {
        return answer.related().stream()
                .flatMap(article -> desks.desks().stream()
                        .filter(it -> it.spaces().contains(article.space()))
                        .limit(1))
                .map(DeskProfile::slug)
                .findFirst()
                .orElse("");
    }

    private static Verdict verdict(Asked asked, Answer answer, Map<String, PublishedText> texts) {
        var sentences = new ArrayList<ShownSentence.Part>();
        for (int i = 0; i < answer.sentences().size(); i++) {
            var sentence = answer.sentences().get(i);
            for (var citation : sentence.citations()) {
                var text = texts.get(citation.article());
                if (text == null || !citation.holds(text.markdown())) {
                    throw new IllegalStateException("An unproven sentence was about to be shown: " + citation);
                }
                var place = citation.inCodePoints(text.markdown());
                sentences.add(new ShownSentence.Part(
                        i,
                        sentence.text(),
                        sentence.key(),
                        sentence.look(),
                        sentence.marker(),
                        citation.article(),
                        citation.revision(),
                        citation.title(),
                        citation.heading(),
                        place.start(),
                        place.end(),
                        citation.quote()));
            }
        }
        var offered = answer.related().stream()
                .map(it -> new OfferedArticle.Part(it.article(), it.space(), it.language(), it.title(), it.heading()))
                .toList();
        return new Verdict(
                asked.text(),
                asked.language(),
                answer.outcome(),
                answer.why(),
                answer.confidence(),
                "verbatim",
                sentences,
                offered);
    }
}
