package org.askwell.routing;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** The trace of one ticket's latest arrival at a desk; a transfer adds another, and the latest counts. */
@Entity
@Table(name = "routing_trace")
class TraceEntry {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "routing_trace_seq")
    @SequenceGenerator(name = "routing_trace_seq", sequenceName = "routing_trace_seq", allocationSize = 1000)
    private Long id;

    @Column(updatable = false)
    private TicketNumber ticket;

    private String trace;

    @Column(updatable = false)
    private @Nullable String snapshot;

    protected TraceEntry() {} // JPA

    /** What rules may look at can be longer than its place; then it is not kept, and rules cannot be tried on it. */
    TraceEntry(TicketNumber ticket, RoutingTrace trace, Snapshot snapshot) {
        this.ticket = ticket;
        var known = RoutingJson.write(snapshot);
        this.snapshot = RoutingJson.size(known) <= RoutingJson.LONGEST_SNAPSHOT ? known : null;
        this.trace = RoutingJson.write(
                trace, RoutingJson.LONGEST_TRACE - (this.snapshot == null ? 0 : RoutingJson.size(this.snapshot)));
    }

    RoutingTrace trace() {
        return RoutingJson.trace(trace);
    }

    /** Empty for tickets that came before it was kept. */
    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot).map(RoutingJson::snapshot);
    }

    TicketNumber ticket() {
        return ticket;
    }
}
