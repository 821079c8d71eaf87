package org.askwell.ask;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.askwell.ai.Embedder;
import org.askwell.ai.LanguageModel;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.routing.RoutingService;
import org.askwell.search.PassageIndex;
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

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST_NOTE = 4_000;

    @Inject
    PassageIndex index;

    @Inject
    Embedder embedder;

    @Inject
    LanguageModel model;

    @Inject
    ReadableArticles articles;

    @Inject
    QuestionLedger ledger;

    @Inject
    HandOver handOver;

    @Inject
    PinService pins;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    RoutingService routing;

    @Inject
    Clock clock;

    private Answering answering;
    private Rewording rewording;

    @PostConstruct
    void prepare() {
        answering = new Answering(index, embedder);
        rewording = new Rewording(model, PATIENCE);
    }

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
        var pinned = asked.previous() == null ? pins.chosen(asked, desk) : Optional.<PinService.Chosen>empty();
        if (pinned.isPresent()) {
            return ledger.view(ledger.keepPinned(pinned.get(), conversation));
        }
        var shelf = new OpenShelf(articles);
        var proven = answering.answer(asked, caller.audience(), null, shelf);
        var answer = proven.isAnswered() && model.available() ? rewording.reword(asked.text(), proven) : proven;
        var origin = answer == proven ? "verbatim" : model.name();
        return ledger.view(ledger.keep(
                verdict(asked, answer, origin, shelf), conversation, desk(desk, asked.text(), answer, caller)));
    }

    /** Where a person would answer: where it was asked, else what the rules say of these words. */
    private String desk(@Nullable String askedAt, String question, Answer answer, Caller caller) {
        if (askedAt != null) {
            return desks.desk(askedAt).slug();
        }
        var nearest =
                answer.related().isEmpty() ? null : answer.related().getFirst().space();
        return routing.suggestDesk(question, nearest, caller).orElse("");
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

    public void rate(QuestionId name, boolean helpful, @Nullable String reason) {
        rate(name, helpful, null, reason);
    }

    /**
     * Says whether the answer helped; saying it again replaces what was said.
     *
     * @param shortcoming what is wrong with the answer, or null
     * @param reason in one's own words, or null
     */
    public void rate(QuestionId name, boolean helpful, @Nullable Shortcoming shortcoming, @Nullable String reason) {
        ledger.rate(name, helpful, shortcoming, reason);
    }

    /**
     * Answers a question of one's own anew. What can be proven by now is kept as the next question of its conversation;
     * asking once more then finds that.
     *
     * @param proof whether a sentence of the new answer counts; one must
     * @return the new question, or empty when nothing is proven still
     */
    public Optional<QuestionView> askAgain(QuestionId name, Predicate<ShownSentence.Part> proof) {
        var caller = current.get();
        var said = ledger.conversation(name);
        int place = IntStream.range(0, said.size())
                .filter(it -> said.get(it).name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("question-unknown", name));
        var question = said.get(place);
        var since = said.subList(place + 1, said.size()).stream()
                .filter(it -> it.text().equals(question.text())
                        && it.sentences().stream().anyMatch(proof))
                .findFirst();
        if (since.isPresent()) {
            return since;
        }
        var asked = Asked.of(
                question.text(), place == 0 ? null : said.get(place - 1).text(), caller.language());
        var shelf = new OpenShelf(articles);
        var answer = answering.answer(asked, caller.audience(), null, shelf);
        if (!answer.isAnswered()) {
            return Optional.empty();
        }
        var verdict = verdict(asked, answer, Question.AGAIN, shelf);
        if (verdict.sentences().stream().noneMatch(proof)) {
            return Optional.empty();
        }
        var desk = question.desk();
        return Optional.of(ledger.view(ledger.keep(verdict, question.conversation(), desk == null ? "" : desk)));
    }

    /** Those of these questions that are one's own, with their answers; a fixed number of statements. */
    public Map<QuestionId, QuestionView> own(Collection<QuestionId> names) {
        return ledger.own(names);
    }

    /**
     * Gives a question of one's own to a person: opens a ticket that carries the conversation.
     *
     * @param desk null: the rules choose
     * @param note what the asker adds, or null
     */
    public TicketNumber handOver(QuestionId name, @Nullable String desk, @Nullable String note) {
        return handOver(name, desk, note, null, Map.of());
    }

    /**
     * As {@link #handOver(QuestionId, String, String)}, with what the desk wants to know.
     *
     * @param category one of the desk's, or null
     * @param fields what stands in the desk's own fields, by their keys
     */
    public TicketNumber handOver(
            QuestionId name,
            @Nullable String desk,
            @Nullable String note,
            @Nullable String category,
            Map<String, @Nullable String> fields) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("note-too-long", LONGEST_NOTE);
        }
        return handOver.open(name, desk, note, category, fields);
    }

    /** What was asked and tried before a ticket was opened; for those who may read the ticket. */
    public List<QuestionView> behind(TicketNumber ticket) {
        return handOver.behind(ticket);
    }

    private static Verdict verdict(Asked asked, Answer answer, String origin, OpenShelf shelf) {
        var sentences = Verdict.proven(answer.sentences(), it -> shelf.opened(it.article(), it.revision()));
        var offered = answer.related().stream()
                .map(it -> new OfferedArticle.Part(it.article(), it.space(), it.language(), it.title(), it.heading()))
                .toList();
        return new Verdict(
                asked.text(),
                asked.language(),
                answer.outcome(),
                answer.why(),
                answer.confidence(),
                origin,
                sentences,
                offered);
    }
}
