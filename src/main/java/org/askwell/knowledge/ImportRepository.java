package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Where imports and their lines are kept. */
@ApplicationScoped
class ImportRepository {

    @PersistenceContext
    EntityManager em;

    void add(Object entity) {
        em.persist(entity);
    }

    ArticleImport require(ImportId id) {
        return require(id, LockModeType.NONE);
    }

    /** The same, and nobody else changes it until this transaction has ended: who cancels must not lose to the start. */
    ArticleImport requireForChange(ImportId id) {
        return require(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private ArticleImport require(ImportId id, LockModeType lock) {
        return em
                .createQuery("select i from ArticleImport i where i.publicId = :id", ArticleImport.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("import-unknown", id));
    }

    /** The imports of a space, youngest first; those before one that is named. */
    List<ArticleImport> of(String space, @Nullable ImportId before, int limit) {
        var query = em.createQuery(
                        "select i from ArticleImport i where i.space = :space"
                                + (before == null
                                        ? ""
                                        : " and i.id < (select b.id from ArticleImport b where b.publicId = :before)")
                                + " order by i.id desc",
                        ArticleImport.class)
                .setParameter("space", space)
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.getResultList();
    }

    Optional<ImportId> underWay(String space) {
        return em
                .createQuery(
                        "select i.publicId from ArticleImport i where i.space = :space and i.state in"
                                + " (org.askwell.knowledge.ImportState.WAITING, org.askwell.knowledge.ImportState.RUNNING)"
                                + " order by i.id desc",
                        ImportId.class)
                .setParameter("space", space)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
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

    /** Some of the lines that have ended, those that were refused first. */
    List<ImportReport.Line> settledLines(ImportId id, int offset, int limit) {
        return em.createQuery(
                        "select new org.askwell.knowledge.ImportReport$Line(l.path, l.outcome, l.article, l.reasonZh,"
                                + " l.reasonEn) from ImportLine l where l.importId = :id and l.outcome <>"
                                + " org.askwell.knowledge.ImportOutcome.WAITING order by case when l.outcome ="
                                + " org.askwell.knowledge.ImportOutcome.REFUSED then 0 else 1 end, l.path",
                        ImportReport.Line.class)
                .setParameter("id", id)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many files of each of these imports ended in which way, in one statement. */
    Map<ImportId, Map<ImportOutcome, Integer>> counts(Collection<ImportId> ids) {
        var counts = new HashMap<ImportId, Map<ImportOutcome, Integer>>();
        if (ids.isEmpty()) {
            return counts;
        }
        for (var row : em.createQuery(
                        "select l.importId, l.outcome, count(l) from ImportLine l where l.importId in :ids group by"
                                + " l.importId, l.outcome",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()) {
            counts.computeIfAbsent((ImportId) row[0], ignored -> new EnumMap<>(ImportOutcome.class))
                    .put((ImportOutcome) row[1], ((Number) row[2]).intValue());
        }
        return counts;
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

    /** Every space that holds a file of this content, with that file. */
    List<HeldFile> holders(String hash) {
        return em
                .createQuery(
                        "select s, f from ArticleFile f, Space s where f.stored = :hash and s.slug = f.space order by f.id",
                        Object[].class)
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .map(row -> new HeldFile((Space) row[0], (ArticleFile) row[1]))
                .toList();
    }

    record HeldFile(Space space, ArticleFile file) {}

    void flush() {
        em.flush();
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    List<ArticleFile> files(String space) {
        return em.createQuery("select f from ArticleFile f where f.space = :space", ArticleFile.class)
                .setParameter("space", space)
                .getResultList();
    }
}
