package org.askwell.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.askwell.house.Server;

/** Asks for pages as a browser does, signed in. */
final class PageClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;

    PageClient(Server server, String account) throws IOException, InterruptedException {
        this(server.url(), account);
    }

    private PageClient(String url, String account) throws IOException, InterruptedException {
        this.url = url;
        send(to("signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=demo")));
    }

    /** @return whether something came */
    boolean get(String path) throws IOException, InterruptedException {
        var reply = send(to(path));
        return reply.statusCode() == 200 && !reply.body().isEmpty();
    }

    /**
     * A new screen, and on it the page of that address: what the server does until a browser has everything to show.
     *
     * @param wanted what must stand on the page
     */
    boolean open(String place, String wanted) throws IOException, InterruptedException {
        var screen = JSON.readTree(send(to("?v-r=init&location=")).body()).at("/appConfig");
        var navigation = Map.of("route", place, "query", "", "appShellTitle", "", "historyState", "", "trigger", "");
        var message = Map.of(
                "csrfToken",
                screen.at("/uidl/Vaadin-Security-Key").asText(),
                "rpc",
                List.of(Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", navigation)),
                "syncId",
                0,
                "clientId",
                0);
        var page = send(to("?v-r=uidl&v-uiId=" + screen.at("/v-uiId").asInt())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message))));
        return page.statusCode() == 200 && page.body().contains(wanted);
    }

    /** Leaves, and with it all screens that were opened; the server would go on telling them what happens. */
    void leave() throws IOException, InterruptedException {
        send(to("signout").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
