package org.askwell.knowledge;

import java.util.Locale;
import java.util.Set;
import org.askwell.common.Refusal;

/** What the name of a file says it is, as far as an import is concerned. */
enum ImportKind {
    MARKDOWN,
    HTML,
    WORD,
    PDF,
    PICTURE,
    ARCHIVE,
    OTHER;

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "jar", "war", "gz", "tgz", "tar", "7z", "rar", "bz2", "xz", "zst");

    static ImportKind of(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "md", "markdown", "txt" -> MARKDOWN;
            case "html", "htm", "xhtml" -> HTML;
            case "docx" -> WORD;
            case "pdf" -> PDF;
            default -> PICTURES.contains(ending) ? PICTURE : ARCHIVES.contains(ending) ? ARCHIVE : OTHER;
        };
    }

    /** Refuses a file that no import could open, before anybody waits for it. */
    static void requireOpenable(String name) {
        var kind = of(name);
        if (!kind.isArticle() && !name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw Refusal.invalid("import-kind", name);
        }
    }

    boolean isArticle() {
        return this == MARKDOWN || this == HTML || this == WORD || this == PDF;
    }
}
