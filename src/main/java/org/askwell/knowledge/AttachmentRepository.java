package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Where the files of articles are kept. */
@ApplicationScoped
class AttachmentRepository {

    private static final String ROW =
            "select new org.askwell.knowledge.AttachmentRow(f.article, f.number, f.name, f.mediaType,"
                    + " f.bytes, f.stored, f.addedBy, f.addedAt, f.shownAt) from ArticleAttachment f";

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    /** The next number in an article; nobody else takes one until this transaction has ended. */
    int nextNumber(Article article) {
        em.lock(article, LockModeType.PESSIMISTIC_WRITE);
        return em.createQuery(
                                "select coalesce(max(f.number), 0) from ArticleAttachment f where f.article = :article",
                                Integer.class)
                        .setParameter("article", article.id())
                        .getSingleResult()
                + 1;
    }

    Optional<ArticleAttachment> find(AttachmentRef ref) {
        return find(ref, LockModeType.NONE);
    }

    /** As it is now; whoever reads its words meanwhile, or takes it away, waits for the end of this transaction. */
    Optional<ArticleAttachment> locked(AttachmentRef ref) {
        return find(ref, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ArticleAttachment> find(AttachmentRef ref, LockModeType lock) {
        return em
                .createQuery(
                        "select f from ArticleAttachment f where f.article = :article and f.number = :number",
                        ArticleAttachment.class)
                .setParameter("article", ref.article())
                .setParameter("number", ref.number())
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** {@link #locked} of one that must be there; NOT_FOUND otherwise. */
    ArticleAttachment require(AttachmentRef ref) {
        return locked(ref)
                .orElseThrow(
                        () -> Refusal.notFound("attachment-unknown", ref.article(), Integer.toString(ref.number())));
    }

    /** What an article has now, oldest first. */
    List<AttachmentRow> of(ArticleId article) {
        return em.createQuery(
                        ROW + " where f.article = :article and f.removedAt is null order by f.number",
                        AttachmentRow.class)
                .setParameter("article", article)
                .getResultList();
    }

    /** Those that readers do not see yet, each {@link #locked}. */
    List<ArticleAttachment> waiting(ArticleId article) {
        return em.createQuery(
                        "select f from ArticleAttachment f where f.article = :article and f.shownAt is null and"
                                + " f.removedAt is null",
                        ArticleAttachment.class)
                .setParameter("article", article)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** All that were ever shown: those that are no more must leave the index, too. */
    List<Integer> shownNumbers(ArticleId article) {
        return em.createQuery(
                        "select f.number from ArticleAttachment f where f.article = :article and f.shownAt is not null",
                        Integer.class)
                .setParameter("article", article)
                .getResultList();
    }

    List<AttachmentRef> shownIn(String space) {
        return em
                .createQuery(
                        "select f.article, f.number from ArticleAttachment f, Article a where a.space = :space and"
                                + " f.article = a.publicId and f.shownAt is not null",
                        Object[].class)
                .setParameter("space", space)
                .getResultList()
                .stream()
                .map(row -> new AttachmentRef((ArticleId) row[0], (Integer) row[1]))
                .toList();
    }

    /** What readers see of these articles. */
    List<AttachmentRow> shown(Collection<ArticleId> articles) {
        return articles.isEmpty()
                ? List.of()
                : em.createQuery(
                                ROW + " where f.article in :articles and f.shownAt is not null and f.removedAt is null",
                                AttachmentRow.class)
                        .setParameter("articles", articles)
                        .getResultList();
    }

    /** Those of published articles in the order in which they were added, after the last one. */
    List<AttachmentRef> shownAfter(@Nullable AttachmentRef last, int limit) {
        long after = last == null ? 0 : find(last).map(ArticleAttachment::id).orElse(0L);
        return em
                .createQuery(
                        "select f.article, f.number from ArticleAttachment f where f.id > :after and f.shownAt is not null"
                                + " and f.removedAt is null order by f.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new AttachmentRef((ArticleId) row[0], (Integer) row[1]))
                .toList();
    }

    Optional<String> words(ArticleAttachment attachment) {
        return Optional.ofNullable(em.find(AttachmentWords.class, attachment.id()))
                .map(AttachmentWords::words);
    }
}
