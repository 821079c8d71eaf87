package org.askwell.people;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would become of somebody's things if the account were closed now.
 *
 * @param successor who takes over what needs a name; null when no manager is left
 */
public record Leaving(@Nullable PersonRow successor, List<Belongings.Share> shares) {

    /** One sentence for each kind of things. */
    public List<String> sentences(Locale locale) {
        var name = successor == null ? "" : successor.name();
        return shares.stream().map(it -> it.sentence(locale, name)).toList();
    }
}
