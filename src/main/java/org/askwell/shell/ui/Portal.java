package org.askwell.shell.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The page around all pages.
 *
 * <p>Push speaks over WebSocket towards the browser only: over plain WEBSOCKET clicks would arrive without the signed-in
 * person.
 */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public class Portal implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addLink("stylesheet", "css/app.css");
        settings.addFavIcon("icon", "icons/askwell.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("theme-color", "#0B6E5F");
    }
}
