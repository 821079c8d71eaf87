package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Refusal;

/** Where imports and their lines are kept. */
@ApplicationScoped
class ImportRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    ArticleImport require(ImportId id) {
        return em
                .createQuery("select i from ArticleImport i where i.publicId = :id", ArticleImport.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("import-unknown", id));
    }

    List<ArticleImport> of(String space, int limit) {
        return em.createQuery(
                        "select i from ArticleImport i where i.space = :space order by i.id desc", ArticleImport.class)
                .setParameter("space", space)
                .setMaxResults(limit)
                .getResultList();
    }

    ImportLine requireLine(ImportId id, String path) {
        return em.createQuery("select l from ImportLine l where l.importId = :id and l.path = :path", ImportLine.class)
                .setParameter("id", id)
                .setParameter("path", path)
                .getSingleResult();
    }

    List<ImportReport.Line> lines(ImportId id) {
        return em.createQuery(
                        "select new org.askwell.knowledge.ImportReport$Line(l.path, l.outcome, l.article, l.reasonZh,"
                                + " l.reasonEn) from ImportLine l where l.importId = :id order by l.path",
                        ImportReport.Line.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Done and total. */
    int[] counts(ImportId id) {
        int done = 0;
        int total = 0;
        for (var row : em.createQuery(
                        "select l.outcome, count(l) from ImportLine l where l.importId = :id group by l.outcome",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()) {
            int count = ((Number) row[1]).intValue();
            total += count;
            done += row[0] == ImportOutcome.WAITING ? 0 : count;
        }
        return new int[] {done, total};
    }

    Optional<ArticleFile> file(String space, String path) {
        return em
                .createQuery("select f from ArticleFile f where f.space = :space and f.path = :path", ArticleFile.class)
                .setParameter("space", space)
                .setParameter("path", path)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<ArticleFile> fileByContent(String space, String hash) {
        return em
                .createQuery(
                        "select f from ArticleFile f where f.space = :space and f.stored = :hash", ArticleFile.class)
                .setParameter("space", space)
                .setParameter("hash", hash)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<ArticleFile> files(String space) {
        return em.createQuery("select f from ArticleFile f where f.space = :space", ArticleFile.class)
                .setParameter("space", space)
                .getResultList();
    }
}
