package org.askwell.knowledge.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.askwell.common.ui.LiveScreens;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.Caller;
import org.askwell.people.PersonId;

/** Knows who has which article open for writing on this node, so that two who do are told of each other. */
@ApplicationScoped
class Writers {

    @Inject
    LiveScreens screens;

    private record Writer(PersonId id, String name) {}

    private final ConcurrentHashMap<ArticleId, Map<UI, Writer>> writing = new ConcurrentHashMap<>();

    Registration join(ArticleId article, UI page, Caller caller) {
        writing.computeIfAbsent(article, ignored -> new ConcurrentHashMap<>())
                .put(page, new Writer(caller.id(), caller.name()));
        screens.changed(Topics.writing(article));
        return () -> {
            writing.computeIfPresent(article, (id, pages) -> {
                pages.remove(page);
                return pages.isEmpty() ? null : pages;
            });
            screens.changed(Topics.writing(article));
        };
    }

    /** The names of everyone else who has it open. */
    List<String> others(ArticleId article, PersonId me) {
        return writing.getOrDefault(article, Map.of()).values().stream()
                .filter(it -> !it.id().equals(me))
                .map(Writer::name)
                .distinct()
                .sorted()
                .toList();
    }
}
