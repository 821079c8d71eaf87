package org.askwell.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A program that speaks to the portal with somebody's token. */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As programs and proxies speak; the upgrade that Java's client asks for otherwise costs the server a tenth more. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param body parsed JSON, or a missing node when there was none */
    public record Reply(int status, JsonNode body, String text, HttpResponse<String> raw) {
        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private final String url;
    private final String token;

    Rest(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** @param body a String is sent as it is, bytes too, null sends none, anything else becomes JSON */
    public Reply send(String method, String path, Object body, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Accept", "application/json, application/problem+json");
            if (!headers.containsKey("Content-Type") && body != null) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            request.method(
                    method,
                    switch (body) {
                        case null -> BodyPublishers.noBody();
                        case String text -> BodyPublishers.ofString(text);
                        case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                        default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
                    });
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var type = response.headers().firstValue("Content-Type").orElse("");
            var parsed = type.contains("json") && !response.body().isBlank()
                    ? JSON.readTree(response.body())
                    : JSON.missingNode();
            return new Reply(response.statusCode(), parsed, response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
