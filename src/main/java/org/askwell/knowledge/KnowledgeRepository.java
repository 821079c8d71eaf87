package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Where the library is kept. */
@ApplicationScoped
class KnowledgeRepository {

    private static final String ROW = "select new org.askwell.knowledge.ArticleRow(a.publicId, a.space, a.parent,"
            + " a.title, a.language, a.status, a.draftRevision, a.publishedRevision, a.owner, a.checkedOn, a.reviewOn,"
            + " a.updatedAt, a.publishedTitle, a.publishedAt) from Article a where ";

    private static final String IS_PUBLISHED = "a.status = org.askwell.knowledge.ArticleStatus.PUBLISHED";

    /** Of two translations only the one in the reader's language; where there is one only, that one. */
    private static final String IN_MY_LANGUAGE =
            "(a.language = :language or a.translationKey is null or not exists (select t from Article t where t.space ="
                    + " a.space and t.translationKey = a.translationKey and t.language = :language";

    @PersistenceContext
    EntityManager em;

    /** An article together with its space, in one statement. */
    record Housed(Article article, Space space) {}

    void add(Object entity) {
        em.persist(entity);
    }

    void flush() {
        em.flush();
    }

    ArticleId nextArticleId() {
        return ArticleId.numbered(next("article_number_seq"));
    }

    ImportId nextImportId() {
        return ImportId.numbered(next("article_import_number_seq"));
    }

    private long next(String sequence) {
        return ((Number) em.createNativeQuery("select nextval('" + sequence + "')")
                        .getSingleResult())
                .longValue();
    }

    List<Space> spaces() {
        return em.createQuery("select s from Space s order by s.slug", Space.class)
                .getResultList();
    }

    Optional<Space> space(String slug) {
        return first(em.createQuery("select s from Space s where s.slug = :slug", Space.class)
                .setParameter("slug", slug)
                .getResultList());
    }

    Space requireSpace(String slug) {
        return space(slug).orElseThrow(() -> Refusal.notFound("space-unknown", slug));
    }

    Optional<Housed> find(ArticleId id) {
        return first(em.createQuery(
                                "select a, s from Article a, Space s where a.publicId = :id and s.slug = a.space",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(row -> new Housed((Article) row[0], (Space) row[1]));
    }

    Housed require(ArticleId id) {
        return find(id).orElseThrow(() -> Refusal.notFound("article-unknown", id));
    }

    Optional<Revision> revision(ArticleId article, int number) {
        return first(em.createQuery(
                        "select r from Revision r where r.article = :article and r.number = :number", Revision.class)
                .setParameter("article", article)
                .setParameter("number", number)
                .getResultList());
    }

    Revision requireRevision(ArticleId article, int number) {
        return revision(article, number)
                .orElseThrow(() -> Refusal.notFound("revision-unknown", article, Integer.toString(number)));
    }

    /** The other article with the same translation key, if there is one. */
    Optional<Article> twin(Article article) {
        var key = article.translationKey();
        return key.isEmpty()
                ? Optional.empty()
                : first(em.createQuery(
                                "select a from Article a where a.space = :space and a.translationKey = :key and"
                                        + " a.language <> :language",
                                Article.class)
                        .setParameter("space", article.space())
                        .setParameter("key", key.get())
                        .setParameter("language", article.language())
                        .getResultList());
    }

    Optional<Article> translation(String space, String key, String language) {
        return first(em.createQuery(
                        "select a from Article a where a.space = :space and a.translationKey = :key and"
                                + " a.language = :language",
                        Article.class)
                .setParameter("space", space)
                .setParameter("key", key)
                .setParameter("language", language)
                .getResultList());
    }

    Optional<Article> byPath(String space, String path) {
        return first(
                em.createQuery("select a from Article a where a.space = :space and a.importPath = :path", Article.class)
                        .setParameter("space", space)
                        .setParameter("path", path)
                        .getResultList());
    }

    /** What somebody answers for, in the order in which it was begun. */
    List<Article> ownedBy(PersonId owner) {
        return em.createQuery("select a from Article a where a.owner = :owner order by a.id", Article.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    int countOwnedBy(PersonId owner) {
        return em.createQuery("select count(a) from Article a where a.owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult()
                .intValue();
    }

    List<ArticleId> firstOwnedBy(PersonId owner, int limit) {
        return em.createQuery("select a.publicId from Article a where a.owner = :owner order by a.id", ArticleId.class)
                .setParameter("owner", owner)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Import paths of a space with their articles, so that links can be set before everything is there. */
    List<Object[]> paths(String space) {
        return em.createQuery(
                        "select a.importPath, a.publicId from Article a where a.space = :space and a.importPath is not null",
                        Object[].class)
                .setParameter("space", space)
                .getResultList();
    }

    /** All of the first spaces, only what is published of the others. */
    List<ArticleRow> articles(
            Set<String> writable,
            Set<String> readable,
            @Nullable ArticleStatus status,
            @Nullable ArticleId before,
            int limit) {
        var query = em.createQuery(
                        ROW + "(a.space in :writable or a.space in :readable and " + IS_PUBLISHED + ")"
                                + (status == null ? "" : " and a.status = :status")
                                + (before == null
                                        ? ""
                                        : " and a.id < (select b.id from Article b where b.publicId = :before)")
                                + " order by a.id desc",
                        ArticleRow.class)
                .setParameter("writable", orNone(writable))
                .setParameter("readable", orNone(readable))
                .setMaxResults(limit);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList().stream()
                .map(row -> writable.contains(row.space()) ? row : row.forReader())
                .toList();
    }

    List<ArticleRow> newest(Set<String> spaces, String language, int limit) {
        return em
                .createQuery(
                        ROW + "a.space in :spaces and " + IS_PUBLISHED + " and " + IN_MY_LANGUAGE
                                + " and t.publishedRevision is not null)) order by a.publishedAt desc, a.id desc",
                        ArticleRow.class)
                .setParameter("spaces", orNone(spaces))
                .setParameter("language", language)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ArticleRow::forReader)
                .toList();
    }

    List<ArticleRow> children(
            String space, @Nullable ArticleId parent, String language, boolean drafts, int offset, int limit) {
        var query = em.createQuery(
                        ROW + "a.space = :space and " + (parent == null ? "a.parent is null" : "a.parent = :parent")
                                + " and "
                                + IN_MY_LANGUAGE
                                + (drafts
                                        ? ")) order by a.position, a.title, a.id"
                                        : " and t.publishedRevision is not null)) and " + IS_PUBLISHED
                                                + " order by a.position, a.publishedTitle, a.id"),
                        ArticleRow.class)
                .setParameter("space", space)
                .setParameter("language", language)
                .setFirstResult(offset)
                .setMaxResults(limit);
        if (parent != null) {
            query.setParameter("parent", parent);
        }
        return query.getResultList().stream()
                .map(row -> drafts ? row : row.forReader())
                .toList();
    }

    List<ArticleRow> titled(String space, String letters, int offset, int limit) {
        return em.createQuery(
                        ROW + "a.space = :space and locate(:letters, lower(a.title)) > 0 order by a.title, a.id",
                        ArticleRow.class)
                .setParameter("space", space)
                .setParameter("letters", letters.toLowerCase(Locale.ROOT))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The articles one step below this one. */
    List<Article> below(ArticleId parent) {
        return em.createQuery("select a from Article a where a.parent = :parent", Article.class)
                .setParameter("parent", parent)
                .getResultList();
    }

    /** Whether any revision of a space's articles mentions something; reads them all. */
    boolean mentions(String space, String text) {
        return !em.createQuery(
                        "select r.id from Article a, Revision r where a.space = :space and r.article = a.publicId and"
                                + " r.markdown like :text",
                        Long.class)
                .setParameter("space", space)
                .setParameter("text", "%" + text + "%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Which of these have articles below them. */
    Set<ArticleId> withChildren(Collection<ArticleId> ids, boolean drafts) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(em.createQuery(
                        "select distinct a.parent from Article a where a.parent in :ids"
                                + (drafts ? "" : " and " + IS_PUBLISHED),
                        ArticleId.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    List<RevisionRow> history(ArticleId article, boolean all, @Nullable Integer before, int limit) {
        var query = em.createQuery(
                        "select new org.askwell.knowledge.RevisionRow(r.number, r.title, r.author, r.at, r.note,"
                                + " r.publishedAt) from Revision r where r.article = :article"
                                + (all ? "" : " and r.publishedAt is not null")
                                + (before == null ? "" : " and r.number < :before") + " order by r.number desc",
                        RevisionRow.class)
                .setParameter("article", article)
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList();
    }

    /** Ids of all published articles in the order of their birth, those after {@code last}. */
    List<String> publishedIdsAfter(@Nullable String last, int limit) {
        long after = ArticleId.parse(last)
                .map(id -> em.createQuery("select a.id from Article a where a.publicId = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .orElse(0L);
        return em
                .createQuery(
                        "select a.publicId from Article a where a.id > :after and " + IS_PUBLISHED + " order by a.id",
                        ArticleId.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ArticleId::value)
                .toList();
    }

    List<ArticleId> publishedIn(String space) {
        return em.createQuery(
                        "select a.publicId from Article a where a.space = :space and " + IS_PUBLISHED, ArticleId.class)
                .setParameter("space", space)
                .getResultList();
    }

    /** The published revisions of these articles. */
    List<Revision> publishedRevisions(Collection<ArticleId> ids, String language) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from Article a, Revision r where a.publicId in :ids and a.language = :language"
                                        + " and r.article = a.publicId and r.number = a.publishedRevision and "
                                        + IS_PUBLISHED,
                                Revision.class)
                        .setParameter("ids", ids)
                        .setParameter("language", language)
                        .getResultList();
    }

    /** How the published articles among these are asked for, in the order of the ids; texts are not read. */
    List<ReadableArticles.ArticleWording> wordings(
            Collection<ArticleId> ids, Collection<String> spaces, String language, int atMost) {
        if (ids.isEmpty() || spaces.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<ArticleId, String>();
        for (var row : em.createQuery(
                        "select a.publicId, r.title, r.wordings from Article a, Revision r where a.publicId in :ids and"
                                + " a.space in :spaces and a.language = :language and r.article = a.publicId and"
                                + " r.number = a.publishedRevision and " + IS_PUBLISHED,
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("spaces", spaces)
                .setParameter("language", language)
                .getResultList()) {
            var wordings = (List<?>) row[2];
            found.put((ArticleId) row[0], wordings.isEmpty() ? (String) row[1] : (String) wordings.getFirst());
        }
        return ids.stream()
                .distinct()
                .filter(found::containsKey)
                .limit(atMost)
                .map(it -> new ReadableArticles.ArticleWording(it, found.getOrDefault(it, "")))
                .toList();
    }

    /** Those of these articles that stand in one of these spaces, published or not. */
    List<ArticleId> standingIn(Collection<ArticleId> ids, Collection<String> spaces) {
        if (ids.isEmpty() || spaces.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select a.publicId from Article a where a.publicId in :ids and a.space in :spaces",
                        ArticleId.class)
                .setParameter("ids", ids)
                .setParameter("spaces", spaces)
                .getResultList();
    }

    List<ArticleId> publishedAmong(Collection<ArticleId> ids, Collection<String> spaces) {
        if (ids.isEmpty() || spaces.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select a.publicId from Article a where a.publicId in :ids and a.space in :spaces and "
                                + IS_PUBLISHED,
                        ArticleId.class)
                .setParameter("ids", ids)
                .setParameter("spaces", spaces)
                .getResultList();
    }

    /** The same, each with the day on which somebody has to look again. */
    List<Object[]> reviewDays(Collection<ArticleId> ids, Collection<String> spaces) {
        if (ids.isEmpty() || spaces.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select a.publicId, a.reviewOn from Article a where a.publicId in :ids and a.space in :spaces and "
                                + IS_PUBLISHED,
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter("spaces", spaces)
                .getResultList();
    }

    /** Published articles whose owner has not been told yet that the day has come to look again. */
    List<ArticleId> toRemind(LocalDate today, int limit) {
        return em.createQuery(
                        "select a.publicId from Article a where a.reviewOn <= :today and a.remindedFor is null and "
                                + IS_PUBLISHED + " order by a.id",
                        ArticleId.class)
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultList();
    }

    List<PublishedText> published(Collection<ArticleId> ids, Collection<String> spaces) {
        if (ids.isEmpty() || spaces.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select new org.askwell.knowledge.PublishedText(a.publicId, r.number, a.space, s.nameZh, s.nameEn,"
                                + " a.language, r.title, r.markdown, a.owner, a.checkedOn, a.translationKey, a.publishedAt)"
                                + " from Article a, Revision r, Space s where a.publicId in :ids and a.space in :spaces and"
                                + " s.slug = a.space and r.article = a.publicId and r.number = a.publishedRevision and "
                                + IS_PUBLISHED,
                        PublishedText.class)
                .setParameter("ids", ids)
                .setParameter("spaces", spaces)
                .getResultList();
    }

    /** An empty list after "in" is not SQL; no slug is empty. */
    private static Set<String> orNone(Set<String> slugs) {
        return slugs.isEmpty() ? Set.of("") : slugs;
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }
}
