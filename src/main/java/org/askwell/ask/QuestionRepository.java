package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;

/** Where questions are kept. */
@ApplicationScoped
class QuestionRepository {

    @PersistenceContext
    EntityManager em;

    void add(Question question, Verdict verdict) {
        em.persist(question);
        verdict.sentences().forEach(it -> em.persist(new ShownSentence(question.name(), it)));
        for (int i = 0; i < verdict.offered().size(); i++) {
            em.persist(new OfferedArticle(question.name(), i, verdict.offered().get(i)));
        }
    }

    Optional<Question> find(QuestionId name) {
        return em
                .createQuery("select q from Question q where q.name = :name", Question.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    Question require(QuestionId name) {
        return find(name).orElseThrow(() -> Refusal.notFound("question-unknown", name));
    }

    List<Question> named(Collection<QuestionId> names) {
        return names.isEmpty()
                ? List.of()
                : em.createQuery("select q from Question q where q.name in :names", Question.class)
                        .setParameter("names", names)
                        .getResultList();
    }

    Optional<Question> ofTicket(String number) {
        return em
                .createQuery("select q from Question q where q.ticket = :number order by q.id", Question.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Oldest first, at most {@code limit} of the latest. */
    List<Question> conversation(QuestionId conversation, int limit) {
        return em.createQuery(
                        "select q from Question q where q.conversation = :conversation order by q.id desc",
                        Question.class)
                .setParameter("conversation", conversation)
                .setMaxResults(limit)
                .getResultList()
                .reversed();
    }

    List<ShownSentence> sentences(Collection<QuestionId> questions) {
        return em.createQuery(
                        "select s from ShownSentence s where s.question in :questions order by s.question, s.position, s.id",
                        ShownSentence.class)
                .setParameter("questions", questions)
                .getResultList();
    }

    List<OfferedArticle> offered(Collection<QuestionId> questions) {
        return em.createQuery(
                        "select o from OfferedArticle o where o.question in :questions order by o.question,"
                                + " o.position",
                        OfferedArticle.class)
                .setParameter("questions", questions)
                .getResultList();
    }

    /** Articles by the number of questions they answered since then without being chosen for them, most first. */
    List<String> mostCited(Instant since, int limit) {
        return em.createQuery(
                        "select s.article from ShownSentence s, Question q where q.name = s.question and q.askedAt >="
                                + " :since and s.key = true and q.origin not in ('" + Question.AGAIN
                                + "', '" + Question.PINNED
                                + "') group by s.article order by count(s.id) desc, s.article",
                        String.class)
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    /** One question before another in the same conversation, if there is one. */
    Optional<Question> before(Question question) {
        return em
                .createQuery(
                        "select q from Question q where q.conversation = :conversation and q.askedAt < :at order by"
                                + " q.askedAt desc, q.id desc",
                        Question.class)
                .setParameter("conversation", question.conversation())
                .setParameter("at", question.askedAt())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What became of the answers that an article proved since then; one statement. */
    ArticleScore score(String article, Instant since) {
        long shown = 0;
        long solved = 0;
        long missed = 0;
        long tickets = 0;
        for (var row : em.createQuery(
                        "select q.helpful, count(q), count(q.ticket) from Question q where q.askedAt >= :since and"
                                + " (q.origin <> '" + Question.AGAIN + "' or q.helpful is not null) and q.name in"
                                + " (select s.question from ShownSentence s where s.article = :article) group by"
                                + " q.helpful",
                        Object[].class)
                .setParameter("since", since)
                .setParameter("article", article)
                .getResultList()) {
            long count = ((Number) row[1]).longValue();
            shown += count;
            solved += Boolean.TRUE.equals(row[0]) ? count : 0;
            missed += Boolean.FALSE.equals(row[0]) ? count : 0;
            tickets += ((Number) row[2]).longValue();
        }
        return new ArticleScore(shown, solved, missed, tickets);
    }

    /**
     * What a person asked, newest first, before a given question or from the newest.
     *
     * @param handedOver whether those that went to a person are among them
     */
    List<QuestionRow> asked(PersonId asker, Optional<QuestionId> before, boolean handedOver, int limit) {
        return em.createQuery(
                        "select new org.askwell.ask.QuestionRow(q.name, q.text, q.outcome, q.helpful, q.ticket,"
                                + " q.askedAt) from Question q where q.asker = :asker and (:before = '' or q.id <"
                                + " (select b.id from Question b where b.name = :name))"
                                + (handedOver ? "" : " and q.ticket is null") + " order by q.id desc",
                        QuestionRow.class)
                .setParameter("asker", asker)
                .setParameter("before", before.map(QuestionId::value).orElse(""))
                .setParameter("name", before.orElse(new QuestionId("Q-22222222")))
                .setMaxResults(limit)
                .getResultList();
    }
}
