package org.askwell.common.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * The description of the REST interface (OpenAPI 3.1), made from the resources at build time. JSON, or YAML by {@code
 * Accept} or {@code ?format=yaml}.
 *
 * <p>It takes the place of the server's own, which is older (3.0) and fails on records with validated components.
 */
@WebServlet(urlPatterns = "/openapi")
public class ApiDescriptionServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean yaml = wantsYaml(request);
        response.setContentType(yaml ? "application/yaml;charset=utf-8" : "application/json;charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept");
        var name = yaml ? "/openapi/askwell.yaml" : "/openapi/askwell.json";
        try (var description = Objects.requireNonNull(ApiDescriptionServlet.class.getResourceAsStream(name))) {
            description.transferTo(response.getOutputStream());
        }
    }

    private static boolean wantsYaml(HttpServletRequest request) {
        var format = request.getParameter("format");
        if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        var accept = Objects.requireNonNullElse(request.getHeader("Accept"), "").toLowerCase(Locale.ROOT);
        return accept.contains("yaml") && !accept.contains("json");
    }
}
