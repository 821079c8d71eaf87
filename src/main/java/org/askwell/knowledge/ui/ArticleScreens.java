package org.askwell.knowledge.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.CommentEvent;
import org.askwell.knowledge.KnowledgeEvent;
import org.askwell.knowledge.ReviewEvent;

/** Tells the open pages of the library, after the commit, what has changed. */
@ApplicationScoped
class ArticleScreens {

    @Inject
    LiveScreens screens;

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.Published it -> shown(it.article());
            case KnowledgeEvent.Withdrawn it -> shown(it.article());
            case KnowledgeEvent.Arranged it -> shown(it.article());
            case KnowledgeEvent.Moved it -> shown(it.article());
            case KnowledgeEvent.DraftSaved it -> {
                shown(it.article());
                screens.changed(Topics.writing(it.article()));
            }
            case KnowledgeEvent.ImportMoved it -> screens.changed(Topics.progress(it.job()));
            case KnowledgeEvent.CheckDue it -> {}
            case KnowledgeEvent.SpaceChanged it -> {}
        }
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommentEvent event) {
        shown(event.article());
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewEvent event) {
        shown(event.article());
        screens.changed(Topics.REVIEWS);
    }

    private void shown(ArticleId id) {
        screens.changed(Topics.article(id));
    }
}
