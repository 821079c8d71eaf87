package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.ask.ArticleScore;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ui.ArticlePanel;
import org.askwell.learning.ArticleScores;

/** Beside an article, for its owner and curators: what became of the answers it proved. */
@Dependent
class ScorePanel implements ArticlePanel {

    @Inject
    ArticleScores scores;

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<Component> build(ArticlePage article) {
        return article.publishedRevision() != null && scores.maySee(article)
                ? Optional.of(panel(scores.score(article.id())))
                : Optional.empty();
    }

    private static Section panel(ArticleScore score) {
        var section = new Section(new H2(word("learning.score", ArticleScores.DAYS)));
        section.addClassName("article-score");
        if (score.shown() == 0) {
            var none = new Paragraph(word("learning.score.none"));
            none.addClassName("quiet-text");
            section.add(none);
            return section;
        }
        var list = new DescriptionList();
        add(list, "learning.score.shown", score.shown());
        add(list, "learning.score.solved", score.solved());
        add(list, "learning.score.missed", score.missed());
        add(list, "learning.score.tickets", score.tickets());
        section.add(list);
        return section;
    }

    private static void add(DescriptionList list, String key, long count) {
        list.add(new DescriptionList.Term(word(key)), new DescriptionList.Description(word("learning.count", count)));
    }
}
