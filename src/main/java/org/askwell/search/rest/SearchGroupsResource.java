package org.askwell.search.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.askwell.search.FoundGroup;
import org.askwell.search.SearchEverywhere;
import org.jspecify.annotations.Nullable;

/** One search over articles, one's own requests, and the tickets one may see. */
@Path("search/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SearchGroupsResource {

    private static final int USUAL = 10;

    @Inject
    SearchEverywhere everywhere;

    /** @param limit of each group */
    @GET
    public SearchedGroups search(@QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable Integer limit) {
        int most = limit == null ? USUAL : Slice.limit(limit);
        return new SearchedGroups(everywhere.find(Objects.requireNonNullElse(text, ""), most, Set.of()).stream()
                .map(SearchedGroup::of)
                .toList());
    }

    public record SearchedGroups(List<SearchedGroup> groups) {}

    /**
     * @param more whether there is more than the items
     * @param since only what is not older was looked through; missing when everything was
     */
    public record SearchedGroup(
            String name, boolean more, @Nullable Instant since, List<SearchedThing> items) {
        static SearchedGroup of(FoundGroup group) {
            return new SearchedGroup(
                    group.name(),
                    group.more(),
                    group.since(),
                    group.items().stream().map(SearchedThing::of).toList());
        }
    }

    /** @param snippet plain text */
    public record SearchedThing(String id, String title, String about, String snippet, String url) {
        static SearchedThing of(FoundGroup.FoundThing thing) {
            return new SearchedThing(
                    thing.id(),
                    thing.title(),
                    thing.about(),
                    thing.snippet(),
                    Settings.baseUrl() + "/" + thing.place());
        }
    }
}
