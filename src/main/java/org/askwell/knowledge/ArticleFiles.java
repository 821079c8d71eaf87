package org.askwell.knowledge;

import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.StoredFile;
import org.askwell.people.CurrentPerson;

/** The pictures inside articles: whoever may read the space may see them. */
@ApplicationService
public class ArticleFiles {

    @Inject
    ImportRepository imports;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    /** Empty when the space has no such file or is not open to the acting person. */
    public Optional<StoredFile> find(String space, String hash) {
        var caller = current.get();
        return library.space(space)
                .filter(it -> access.mayRead(caller, it))
                .flatMap(it -> imports.fileByContent(space, hash))
                .map(ArticleFile::file);
    }
}
