package org.askwell.common.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.askwell.common.Texts;

/** Swagger UI on our own description, from our own server alone: it works without the internet. */
@WebServlet(urlPatterns = "/api-docs")
public class ApiDocsServlet extends HttpServlet {

    private final String swagger = "webjars/swagger-ui/" + version();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                        + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.getWriter()
                .write("""
                <!doctype html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <link rel="icon" href="icons/askwell.svg">
                <link rel="stylesheet" href="%3$s/swagger-ui.css">
                <script src="%3$s/swagger-ui-bundle.js" defer></script>
                <script type="module" src="js/api-docs.js"></script>
                </head>
                <body>
                <main id="api-docs"></main>
                </body>
                </html>
                """.formatted(Texts.languageOf(locale), Texts.in(locale, "common.api-docs"), swagger));
    }

    /** As the library itself says, so that an update of it needs no change here. */
    private static String version() {
        try (var said = Objects.requireNonNull(
                ApiDocsServlet.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties"))) {
            var properties = new Properties();
            properties.load(said);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
