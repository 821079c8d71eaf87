package org.askwell.knowledge.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.askwell.knowledge.ArticlePage;

/** A door of the article page: rooms that have something to say about an article implement it. */
public interface ArticlePanel {

    /** Smaller comes first. */
    int place();

    /** What to show the acting person beside the text, or empty when there is nothing; called again after every change. */
    Optional<Component> build(ArticlePage article);
}
