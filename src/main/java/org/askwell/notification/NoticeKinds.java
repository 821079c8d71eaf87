package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.Refusal;

/** The kinds of notices that the rooms have, and how each is put into words. */
@ApplicationScoped
class NoticeKinds {

    @Inject
    @Any
    Instance<NoticeSource> sources;

    List<NoticeKind> all() {
        var all = new ArrayList<NoticeKind>();
        sources.forEach(source -> all.addAll(source.kinds()));
        return all;
    }

    NoticeKind require(String name) {
        return all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("notice-kind-unknown", name));
    }

    /** What the notices say to the person who is acting; those that this person may not read are left out. */
    Map<NoticeId, Told> tell(Collection<NoticeRow> notices) {
        var bySource = new LinkedHashMap<NoticeSource, List<NoticeRow>>();
        for (var notice : notices) {
            source(notice.kind())
                    .ifPresent(it -> bySource.computeIfAbsent(it, source -> new ArrayList<>())
                            .add(notice));
        }
        var told = new HashMap<NoticeId, Told>();
        bySource.forEach((source, its) -> told.putAll(source.tell(its)));
        return told;
    }

    private Optional<NoticeSource> source(String kind) {
        return sources.stream()
                .filter(source ->
                        source.kinds().stream().anyMatch(it -> it.name().equals(kind)))
                .findFirst();
    }
}
