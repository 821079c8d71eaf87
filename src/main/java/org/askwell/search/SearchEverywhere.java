package org.askwell.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One search over everything that the acting person may see, in groups. */
@ApplicationScoped
public class SearchEverywhere {

    public static final int LONGEST = 400;

    @Inject
    @Any
    Instance<Finder> finders;

    /** Groups in which something was found, in their order; those named are not asked. */
    public List<FoundGroup> find(String text, int limit, Set<String> without) {
        var asked = text.length() <= LONGEST
                ? text.strip()
                : text.substring(0, LONGEST).strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        return finders.stream()
                .filter(it -> !without.contains(it.name()))
                .sorted(Comparator.comparingInt(Finder::place))
                .map(it -> it.find(asked, limit))
                .filter(it -> !it.items().isEmpty())
                .toList();
    }
}
