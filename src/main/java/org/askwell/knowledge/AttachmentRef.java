package org.askwell.knowledge;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.askwell.search.PageRef;
import org.jspecify.annotations.Nullable;

/** A file of an article, as the index and the jobs name it: {@code A-318/2} is the second one that was ever added. */
public record AttachmentRef(ArticleId article, int number) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("(A-[1-9][0-9]{0,17})/([1-9][0-9]{0,8})");

    /** The file that a page of the index is, if it is one. */
    public static Optional<AttachmentRef> of(PageRef page) {
        return page.source().equals(AttachmentPages.SOURCE) ? parse(page.id()) : Optional.empty();
    }

    static Optional<AttachmentRef> parse(@Nullable String text) {
        var shape = SHAPE.matcher(text == null ? "" : text);
        return shape.matches()
                ? Optional.of(new AttachmentRef(new ArticleId(shape.group(1)), Integer.parseInt(shape.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return article + "/" + number;
    }
}
