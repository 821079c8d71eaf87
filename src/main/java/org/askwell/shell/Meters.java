package org.askwell.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.ask.AskEvent;
import org.askwell.common.db.StatementCount;
import org.askwell.search.SearchService;
import org.askwell.ticket.TicketEvent;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The portal's own numbers at {@code /metrics}, beside those of the server: what operators watch and alarm on. */
@ApplicationScoped
public class Meters {

    @Inject
    MetricRegistry registry;

    @Inject
    SearchService search;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        registry.gauge("askwell_sql_statements", StatementCount::total);
        registry.gauge("askwell_index_pages", () -> search.progress().pages());
        registry.gauge(
                "askwell_index_pages_without_vectors", () -> search.progress().withoutVectors());
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) AskEvent.Asked event) {
        registry.counter("askwell_questions", new Tag("outcome", event.outcome().name()))
                .inc();
    }

    void handedOver(@Observes(during = TransactionPhase.AFTER_SUCCESS) AskEvent.HandedOver event) {
        registry.counter("askwell_questions_handed_over").inc();
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketEvent.Opened event) {
        var desk = event.desk();
        registry.counter("askwell_tickets_opened", new Tag("desk", desk == null ? "none" : desk))
                .inc();
    }
}
