package org.askwell.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.askwell.house.Server;

/** Asks for pages as a browser does, signed in. */
final class PageClient {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;

    PageClient(Server server, String account) throws IOException, InterruptedException {
        url = server.url();
        var form = HttpRequest.newBuilder(URI.create(url + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=demo"))
                .build();
        http.send(form, BodyHandlers.discarding());
    }

    /** @return whether something came */
    boolean get(String path) throws IOException, InterruptedException {
        var reply = http.send(HttpRequest.newBuilder(URI.create(url + "/" + path)).build(), BodyHandlers.ofString());
        return reply.statusCode() == 200 && !reply.body().isEmpty();
    }

    /** The request in which a page is put together. */
    boolean put(String place) throws IOException, InterruptedException {
        return get("?v-r=init&location=" + place.replace("/", "%2F"));
    }
}
