package org.askwell.routing;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.askwell.ticket.TicketNumber;

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

    protected TraceEntry() {} // JPA

    TraceEntry(TicketNumber ticket, RoutingTrace trace) {
        this.ticket = ticket;
        this.trace = RoutingJson.write(trace);
    }

    RoutingTrace trace() {
        return RoutingJson.trace(trace);
    }
}
