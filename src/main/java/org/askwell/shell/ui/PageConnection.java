package org.askwell.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;

/**
 * The way from the server to one open page.
 *
 * <p>A page that was left closes its socket itself. Were it closed from here at the same time, the container would take
 * the request of somebody else for the one it has just put away (payara/Payara#5432), and that other page would hang.
 */
class PageConnection extends AtmospherePushConnection {

    private static final long serialVersionUID = 1L;

    PageConnection(UI page) {
        super(page);
    }

    @Override
    public void disconnect() {
        if (wasLeft()) {
            connectionLost();
        } else {
            super.disconnect();
        }
    }

    /** Closed while its session goes on: reloaded, left for another place, or not heard of any more. */
    private boolean wasLeft() {
        var session = getUI().getSession();
        return getUI().isClosing() && session != null && session.getState() == VaadinSessionState.OPEN;
    }

    /** Named in {@code META-INF/services}. */
    public static class Factory implements PushConnectionFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public PushConnection apply(UI page) {
            return new PageConnection(page);
        }
    }
}
