package org.askwell.ask;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** The part of asking that is kept: one public method is one transaction; nothing is searched in here. */
@ApplicationService
class QuestionLedger {

    private static final int LATEST_OF_A_CONVERSATION = 50;

    @Inject
    QuestionRepository questions;

    @Inject
    PinRepository pins;

    @Inject
    QuestionAccess access;

    @Inject
    ReadableArticles articles;

    @Inject
    CurrentPerson current;

    @Inject
    Event<AskEvent> events;

    @Inject
    Clock clock;

    /** The last question of a conversation of one's own; empty when no conversation is named. */
    public Optional<Question> latest(@Nullable QuestionId conversation) {
        if (conversation == null) {
            return Optional.empty();
        }
        var said = questions.conversation(conversation, 1);
        if (said.isEmpty() || !said.getFirst().wasAskedBy(current.id())) {
            throw Refusal.notFound("question-unknown", conversation);
        }
        return Optional.of(said.getFirst());
    }

    public QuestionId keep(Verdict verdict, @Nullable QuestionId conversation, String desk) {
        var name = QuestionId.draw();
        var question = new Question(
                name, conversation == null ? name : conversation, current.id(), desk, verdict, clock.instant());
        questions.add(question, verdict);
        events.fire(new AskEvent.Asked(question.asked()));
        return name;
    }

    /** Keeps what a pin has answered, and counts that it did. */
    public QuestionId keepPinned(PinService.Chosen pinned, @Nullable QuestionId conversation) {
        pins.hit(pinned.pin(), pinned.day());
        return keep(pinned.verdict(), conversation, pinned.desk());
    }

    public void rate(QuestionId name, boolean helpful, @Nullable Shortcoming shortcoming, @Nullable String reason) {
        var question = questions.require(name);
        access.requireAsker(current.get(), question);
        if (reason != null && reason.length() > 1000) {
            throw Refusal.invalid("feedback-too-long", 1000);
        }
        events.fire(question.rate(
                helpful, shortcoming, reason == null || reason.isBlank() ? null : reason.strip(), clock.instant()));
    }

    public void handOver(QuestionId name, String ticket) {
        var question = questions.require(name);
        access.requireAsker(current.get(), question);
        events.fire(question.handOver(ticket));
    }

    public QuestionView view(QuestionId name) {
        var question = questions.require(name);
        access.requireMayRead(current.get(), question);
        return views(List.of(question)).getFirst();
    }

    /** The conversation that a question belongs to, oldest first. */
    public List<QuestionView> conversation(QuestionId name) {
        var question = questions.require(name);
        access.requireMayRead(current.get(), question);
        return views(questions.conversation(question.conversation(), LATEST_OF_A_CONVERSATION));
    }

    /** Those of these questions that the acting person asked. */
    public Map<QuestionId, QuestionView> own(Collection<QuestionId> names) {
        var caller = current.get();
        var own = questions.named(names).stream()
                .filter(it -> access.mayRead(caller, it))
                .toList();
        var views = new HashMap<QuestionId, QuestionView>();
        views(own).forEach(it -> views.put(it.name(), it));
        return views;
    }

    /** The conversation that led to a ticket; for those who may read the ticket, which the caller has checked. */
    public List<QuestionView> behind(String ticket) {
        return questions
                .ofTicket(ticket)
                .map(it -> views(questions.conversation(it.conversation(), LATEST_OF_A_CONVERSATION)))
                .orElse(List.of());
    }

    public Slice<QuestionRow> mine(@Nullable String cursor, int limit) {
        var before = Optional.ofNullable(cursor)
                .map(it -> QuestionId.parse(it).orElseThrow(() -> Refusal.malformed("cursor-unreadable")));
        var rows = questions.asked(current.id(), before, true, limit + 1);
        return Slice.of(rows, limit, row -> row.name().value());
    }

    /** Leaves out every sentence and article that the reader may not read now, even if it was shown before. */
    private List<QuestionView> views(List<Question> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var names = asked.stream().map(Question::name).toList();
        var sentences = new HashMap<QuestionId, List<ShownSentence.Part>>();
        var offered = new HashMap<QuestionId, List<OfferedArticle.Part>>();
        var cited = new HashSet<ArticleId>();
        for (var sentence : questions.sentences(names)) {
            sentences
                    .computeIfAbsent(sentence.question(), it -> new ArrayList<>())
                    .add(sentence.part());
            cited.add(new ArticleId(sentence.part().article()));
        }
        for (var article : questions.offered(names)) {
            offered.computeIfAbsent(article.question(), it -> new ArrayList<>()).add(article.part());
            cited.add(new ArticleId(article.part().article()));
        }
        var readable = articles.staleAmong(cited);
        return asked.stream()
                .map(question -> view(question, sentences, offered, readable))
                .toList();
    }

    private static QuestionView view(
            Question question,
            Map<QuestionId, List<ShownSentence.Part>> sentences,
            Map<QuestionId, List<OfferedArticle.Part>> offered,
            Map<ArticleId, Boolean> readable) {
        return new QuestionView(
                question.name(),
                question.conversation(),
                question.asker(),
                question.text(),
                question.language(),
                question.outcome(),
                question.why(),
                question.confidence(),
                question.askedAt(),
                sentences.getOrDefault(question.name(), List.of()).stream()
                        .filter(it -> readable.containsKey(new ArticleId(it.article())))
                        .toList(),
                offered.getOrDefault(question.name(), List.of()).stream()
                        .filter(it -> readable.containsKey(new ArticleId(it.article())))
                        .toList(),
                question.helpful().orElse(null),
                question.ticket().orElse(null),
                question.desk().orElse(null),
                sentences.getOrDefault(question.name(), List.of()).stream()
                        .map(ShownSentence.Part::article)
                        .filter(it -> readable.getOrDefault(new ArticleId(it), false))
                        .collect(Collectors.toSet()));
    }
}
