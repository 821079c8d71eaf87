package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where comments are kept. */
@ApplicationScoped
class CommentRepository {

    @PersistenceContext
    EntityManager em;

    void add(Comment comment) {
        em.persist(comment);
    }

    long nextNumber() {
        return ((Number) em.createNativeQuery("select nextval('article_comment_number_seq')")
                        .getSingleResult())
                .longValue();
    }

    Optional<Comment> find(CommentId id) {
        return em
                .createQuery("select c from Comment c where c.number = :number", Comment.class)
                .setParameter("number", id.number())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** These comments, with the articles and spaces they belong to, in one statement. */
    List<Object[]> named(Collection<CommentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c, a, s from Comment c, Article a, Space s where c.number in :numbers and"
                                        + " a.publicId = c.article and s.slug = a.space",
                                Object[].class)
                        .setParameter(
                                "numbers", ids.stream().map(CommentId::number).toList())
                        .getResultList();
    }

    /** The youngest first. */
    List<Comment> of(
            ArticleId article,
            @Nullable PersonId author,
            @Nullable CommentState state,
            @Nullable CommentId before,
            int limit) {
        var query = em.createQuery(
                        "select c from Comment c where c.article = :article"
                                + (author == null ? "" : " and c.author = :author")
                                + (state == null ? "" : " and c.state = :state")
                                + (before == null ? "" : " and c.number < :before") + " order by c.number desc",
                        Comment.class)
                .setParameter("article", article)
                .setMaxResults(limit);
        if (author != null) {
            query.setParameter("author", author);
        }
        if (state != null) {
            query.setParameter("state", state);
        }
        if (before != null) {
            query.setParameter("before", before.number());
        }
        return query.getResultList();
    }

    long countOpen(ArticleId article, PersonId author) {
        return em.createQuery(
                        "select count(c) from Comment c where c.article = :article and c.author = :author and"
                                + " c.state = org.askwell.knowledge.CommentState.OPEN",
                        Long.class)
                .setParameter("article", article)
                .setParameter("author", author)
                .getSingleResult();
    }
}
