package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.common.ui.LiveScreens;
import org.askwell.ticket.KnownProblemFinder;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** What many have already, to be joined instead of filed again; a few at most. */
@Dependent
public class KnownProblems {

    private static final int FEW = 3;

    private final KnownProblemService problems;
    private final KnownProblemFinder finder;
    private final LiveScreens screens;

    @Inject
    KnownProblems(KnownProblemService problems, KnownProblemFinder finder, LiveScreens screens) {
        this.problems = problems;
        this.finder = finder;
        this.screens = screens;
    }

    /** A part of a page that shows them; says nothing while there is nothing to say. */
    public Banner banner() {
        return new Banner();
    }

    /** Stays on the page; what is shown already stays, too. */
    public final class Banner extends Div {

        private final Map<TicketNumber, KnownProblemCard> cards = new LinkedHashMap<>();

        private Banner() {
            addClassName("known-problems");
            setVisible(false);
            screens.follow(this, KnownProblemNews.ANY, this::repaint);
        }

        /**
         * @param question what was asked, or null
         * @param language of the question
         * @param desk where it would be filed: what is known there is shown, too; or null
         */
        public void show(@Nullable String question, String language, @Nullable String desk) {
            var rows = new ArrayList<KnownProblemRow>();
            if (question != null) {
                rows.addAll(finder.like(question, language, FEW));
            }
            if (desk != null) {
                problems.list(desk, null, FEW).items().stream()
                        .filter(it -> !it.own())
                        .filter(it ->
                                rows.stream().noneMatch(row -> row.ticket().equals(it.ticket())))
                        .forEach(rows::add);
            }
            paint(rows);
        }

        private void paint(List<KnownProblemRow> rows) {
            var before = Map.copyOf(cards);
            var order = List.copyOf(cards.keySet());
            cards.clear();
            for (var row : rows) {
                var card = before.getOrDefault(row.ticket(), new KnownProblemCard(problems, row, false));
                card.show(row);
                cards.put(row.ticket(), card);
            }
            if (!order.equals(List.copyOf(cards.keySet()))) {
                removeAll();
                add(cards.values().toArray(Component[]::new));
            }
            setVisible(!cards.isEmpty());
        }

        /** What was there stays there, whatever has become of it. */
        private void repaint() {
            cards.forEach((ticket, card) -> problems.find(ticket).ifPresentOrElse(card::show, card::over));
        }
    }
}
