package org.askwell.desk;

import java.io.Serializable;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket of a desk is about, as the desk sorts its work.
 *
 * @param slug names it in addresses, rules and lists; stays for good
 * @param parent the category it belongs to; null for one of the first level
 * @param retired no longer offered; tickets that have it keep it
 */
public record Category(String slug, @Nullable String parent, String nameZh, String nameEn, boolean retired)
        implements Serializable {

    public Category {
        ShortName.require(slug);
        if (slug.equals(parent)) {
            throw Refusal.invalid("category-parent", slug);
        }
        nameZh = DeskProfile.requireName(nameZh);
        nameEn = DeskProfile.requireName(nameEn);
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    public Category retire(boolean away) {
        return new Category(slug, parent, nameZh, nameEn, away);
    }
}
