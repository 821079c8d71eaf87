package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where reviews are kept. */
@ApplicationScoped
class ReviewRepository {

    @PersistenceContext
    EntityManager em;

    void add(Review review) {
        em.persist(review);
    }

    /** Until the end of the transaction nobody else hands in, decides or withdraws a review of this article. */
    void takeTurn(ArticleId article) {
        em.createQuery("select a from Article a where a.publicId = :id", Article.class)
                .setParameter("id", article)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<Review> latest(ArticleId article) {
        return em
                .createQuery("select r from Review r where r.article = :article order by r.round desc", Review.class)
                .setParameter("article", article)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The reviews of these articles, with the articles and spaces they belong to, in one statement. */
    List<Object[]> of(Collection<ArticleId> articles) {
        return em.createQuery(
                        "select r, v.title, a, s from Review r, Revision v, Article a, Space s where r.article in :articles"
                                + " and v.article = r.article and v.number = r.revision and a.publicId = r.article and"
                                + " s.slug = a.space",
                        Object[].class)
                .setParameter("articles", articles)
                .getResultList();
    }

    /** What waits in these spaces for somebody who may decide it, oldest first. */
    List<ReviewRow> waiting(Set<String> spaces, PersonId reviewer, @Nullable Long after, int limit) {
        if (spaces.isEmpty()) {
            return List.of();
        }
        var query = em.createQuery(
                        "select new org.askwell.knowledge.ReviewRow(r.id, r.article, a.space, v.title, a.language,"
                                + " r.revision, r.author, r.askedBy, r.askedAt, r.reason) from Review r, Article a, Space s,"
                                + " Revision v where r.state = org.askwell.knowledge.ReviewState.WAITING and"
                                + " a.publicId = r.article and a.space in :spaces and s.slug = a.space and"
                                + " v.article = r.article and v.number = r.revision and"
                                + " (s.review <> org.askwell.knowledge.ReviewRule.FOUR_EYES or r.author <> :reviewer)"
                                + (after == null ? "" : " and r.id > :after") + " order by r.id",
                        ReviewRow.class)
                .setParameter("spaces", spaces)
                .setParameter("reviewer", reviewer)
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultList();
    }
}
