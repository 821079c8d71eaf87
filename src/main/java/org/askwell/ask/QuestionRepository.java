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

    /** Articles by the number of questions they answered since then, most first. */
    List<String> mostCited(Instant since, int limit) {
        return em.createQuery(
                        "select s.article from ShownSentence s, Question q where q.name = s.question and q.askedAt >="
                                + " :since and s.key = true group by s.article order by count(s.id) desc, s.article",
                        String.class)
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What a person asked, newest first, before a given question or from the newest. */
    List<QuestionRow> asked(PersonId asker, Optional<QuestionId> before, int limit) {
        return em.createQuery(
                        "select new org.askwell.ask.QuestionRow(q.name, q.text, q.outcome, q.helpful, q.ticket,"
                                + " q.askedAt) from Question q where q.asker = :asker and (:before = '' or q.id <"
                                + " (select b.id from Question b where b.name = :name)) order by q.id desc",
                        QuestionRow.class)
                .setParameter("asker", asker)
                .setParameter("before", before.map(QuestionId::value).orElse(""))
                .setParameter("name", before.orElse(new QuestionId("Q-22222222")))
                .setMaxResults(limit)
                .getResultList();
    }
}
