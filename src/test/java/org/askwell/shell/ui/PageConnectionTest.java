package org.askwell.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.atmosphere.cpr.AtmosphereResource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who closes the socket of a page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageConnectionTest {

    private final List<String> called = new ArrayList<>();

    @ParameterizedTest(name = "closing {0}, session {1}: closed from here {2}")
    @CsvSource({"true, OPEN, false", "true, CLOSING, true", "true, CLOSED, true", "false, OPEN, true"})
    void the_socket_of_a_page_that_was_left_is_closed_by_the_page_alone(
            boolean closing, VaadinSessionState state, boolean fromHere) {
        var session = new VaadinSession(null) {
            @Override
            public VaadinSessionState getState() {
                return state;
            }
        };
        var page = new UI() {
            @Override
            public boolean isClosing() {
                return closing;
            }

            @Override
            public VaadinSession getSession() {
                return session;
            }
        };
        var factory =
                ServiceLoader.load(PushConnectionFactory.class).findFirst().orElseThrow();
        var connection = (PageConnection) factory.apply(page);
        connection.connect(resource());
        connection.disconnect();

        assertThat(connection.isConnected()).isFalse();
        assertThat(called.contains("close")).isEqualTo(fromHere);
    }

    private AtmosphereResource resource() {
        return (AtmosphereResource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AtmosphereResource.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                });
    }
}
