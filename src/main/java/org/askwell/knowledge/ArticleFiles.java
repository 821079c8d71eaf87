package org.askwell.knowledge;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.askwell.common.ApplicationService;
import org.askwell.common.StoredFile;
import org.askwell.people.CurrentPerson;

/** The pictures inside articles: whoever may read a space that holds a picture may see it. */
@ApplicationService
public class ArticleFiles {

    private static final Pattern PICTURE = Pattern.compile("/article-files/[^/\\s]+/([0-9a-f]{64})/");

    @Inject
    ImportRepository imports;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    @Inject
    ArticleDeeds deeds;

    /**
     * The picture of that content, if a space that holds it is open to the acting person. An address names the space
     * where the picture was first; an article that has moved keeps its text, and so the address.
     */
    public Optional<StoredFile> find(String hash) {
        var caller = current.get();
        return imports.holders(hash).stream()
                .filter(it -> access.mayRead(caller, it.space()))
                .findFirst()
                .map(it -> {
                    deeds.fetched(it.space(), it.file().path());
                    return it.file().file();
                });
    }

    /** The space of an article that the acting person may write, and so give pictures to. */
    String requireMayAdd(ArticleId id) {
        return access.requireMayWrite(current.get(), library.require(id)).space();
    }

    /** Keeps pictures for the text of an article; whoever may read its space may see them. */
    void add(ArticleId id, Collection<StoredFile> pictures) {
        var space = requireMayAdd(id);
        for (var picture : pictures) {
            var path = "pasted/" + id + "/" + picture.hash();
            if (imports.file(space, path).isEmpty()) {
                imports.add(new ArticleFile(space, path, picture));
                imports.flush();
            }
        }
    }

    /** The pictures of an article that has moved come along; where nobody shows them any more they are gone. */
    void follow(Article article, String from) {
        for (var hash : pictures(article)) {
            var holders = imports.holders(hash);
            var held = holders.stream()
                    .filter(it -> it.space().slug().equals(from))
                    .map(ImportRepository.HeldFile::file)
                    .toList();
            boolean there = holders.stream().anyMatch(it -> it.space().slug().equals(article.space()));
            if (!there && !held.isEmpty()) {
                var file = held.getFirst();
                imports.add(new ArticleFile(article.space(), article.id() + "/" + file.path(), file.file()));
            }
            if (!library.mentions(from, hash)) {
                held.forEach(imports::remove);
            }
        }
    }

    private Collection<String> pictures(Article article) {
        return IntStream.concat(IntStream.of(article.draftRevision()), article.publishedRevision().stream())
                .mapToObj(number -> library.requireRevision(article.id(), number))
                .flatMap(revision -> PICTURE.matcher(revision.markdown()).results())
                .map(picture -> picture.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
