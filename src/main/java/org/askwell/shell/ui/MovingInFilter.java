package org.askwell.shell.ui;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.askwell.common.Texts;
import org.askwell.shell.MovingIn;

/** While the demo company moves in, every page shows how far it is and comes by itself when it is done. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class MovingInFilter implements Filter {

    @Inject
    MovingIn movingIn;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse reply, FilterChain chain)
            throws IOException, ServletException {
        var progress = movingIn.progress();
        var request = (HttpServletRequest) plain;
        var path = request.getServletPath();
        if (progress == null || path.startsWith("/css") || path.startsWith("/icons") || path.startsWith("/health")) {
            chain.doFilter(plain, reply);
            return;
        }
        var response = (HttpServletResponse) reply;
        var locale = Texts.forLanguage(Texts.languageOf(request.getLocale()));
        response.setStatus(503);
        response.setHeader("Retry-After", "1");
        response.setHeader("Refresh", "1");
        response.setContentType("text/html;charset=utf-8");
        var failure = movingIn.failure();
        int percent = progress.total() == 0 ? 0 : 100 * progress.done() / progress.total();
        var text = failure == null
                ? Texts.in(locale, progress.step(), progress.done(), progress.total())
                : Texts.in(locale, "shell.moving.failed", failure.replace('<', ' '));
        response.getWriter().write("""
                        <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Askwell</title>\
                        <meta name="viewport" content="width=device-width, initial-scale=1">\
                        <link rel="stylesheet" href="css/app.css"></head><body><main class="door"><div class="door-card">\
                        <h1>%s</h1><p role="status">%s</p><progress max="100" value="%d" aria-label="%s"></progress>\
                        </div></main></body></html>
                        """.formatted(
                        Texts.languageOf(locale),
                        Texts.in(locale, "shell.moving.title"),
                        text,
                        percent,
                        Texts.in(locale, "shell.moving.title")));
    }
}
