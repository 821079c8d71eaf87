package org.askwell.knowledge.ui;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.io.input.BoundedInputStream;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.common.paste.Clipboard;
import org.askwell.common.paste.Pasted;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.Pasting;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;

/**
 * Takes in what is pasted into the editor of one page, and replies with Markdown and with what is to be said about it.
 *
 * <p>The parts of the clipboard come one after the other in one body; the address says how long each is. Runs without
 * the page's lock, so that the page lives on meanwhile.
 */
final class PasteDesk implements ElementRequestHandler {

    private static final Logger LOG = Logger.getLogger(PasteDesk.class.getName());

    static final int LARGEST = 40 * 1024 * 1024;
    private static final int MOST_NAMED = 5;
    private static final int MOST_PICTURES = 20;
    private static final int LONGEST_NAME = 100;

    private final Pasting pasting;
    private final ArticleId article;
    private final PersonId writer;
    private final Locale locale;

    PasteDesk(Pasting pasting, ArticleId article, PersonId writer, Locale locale) {
        this.pasting = pasting;
        this.article = article;
        this.writer = writer;
        this.locale = locale;
    }

    @Override
    public String getUrlPostfix() {
        return "paste";
    }

    @Override
    public void handleRequest(VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
            throws IOException {
        if (!"POST".equals(request.getMethod())) {
            response.setStatus(405);
            return;
        }
        try {
            var names = request.getParameterMap().getOrDefault("name", new String[0]);
            var parts = Parts.of(request);
            var pasted = CurrentPerson.as(writer, () -> paste(request, parts));
            send(response, 200, reply(parts.html == 0 ? named(pasted, names) : pasted));
        } catch (Refusal no) {
            drain(request);
            send(response, no.kind().status(), sentence(no));
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.WARNING, "A paste into " + article + " could not be converted", unforeseen);
            send(response, 500, sentence(Refusal.invalid("paste-unreadable")));
        }
    }

    private Pasted paste(VaadinRequest request, Parts parts) {
        try {
            return pasting.paste(article, () -> read(request, parts));
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The sender has gone", gone);
            throw Refusal.malformed("malformed");
        }
    }

    /** How long each part of the body is. */
    private record Parts(long html, long rtf, List<Long> pictures) {

        static Parts of(VaadinRequest request) {
            var pictures = new ArrayList<Long>();
            for (var size : request.getParameterMap().getOrDefault("picture", new String[0])) {
                pictures.add(number(size));
            }
            var parts = new Parts(size(request, "html"), size(request, "rtf"), pictures);
            long all = parts.html
                    + parts.rtf
                    + pictures.stream().mapToLong(Long::longValue).sum();
            if (all > LARGEST) {
                throw Refusal.tooLarge("paste-all-too-large", LARGEST / 1024 / 1024);
            }
            if (parts.html > Pasting.LONGEST_HTML) {
                throw Refusal.tooLarge("paste-too-large", Pasting.LONGEST_HTML / 1024 / 1024);
            }
            if (pictures.size() > MOST_PICTURES) {
                throw Refusal.tooLarge("paste-many-pictures", MOST_PICTURES);
            }
            return parts;
        }
    }

    private static Clipboard read(VaadinRequest request, Parts parts) throws IOException {
        try (var in = request.getInputStream()) {
            var text = new String(bytes(in, parts.html), StandardCharsets.UTF_8);
            var rtf = BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(parts.rtf)
                    .setPropagateClose(false)
                    .get();
            var inside = Clipboard.picturesOf(rtf);
            rtf.transferTo(OutputStream.nullOutputStream());
            var beside = new ArrayList<byte[]>();
            for (long size : parts.pictures) {
                beside.add(bytes(in, size));
            }
            return new Clipboard(text, inside, beside);
        }
    }

    /** Whoever is still sending reads no reply. */
    private static void drain(VaadinRequest request) {
        try {
            request.getInputStream().skipNBytes(2L * LARGEST);
        } catch (IOException read) {
            LOG.log(Level.FINE, "Nothing was left to read", read);
        }
    }

    private static byte[] bytes(InputStream in, long size) throws IOException {
        var bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw Refusal.malformed("malformed");
        }
        return bytes;
    }

    private static long size(VaadinRequest request, String name) {
        var size = request.getParameter(name);
        return size == null ? 0 : number(size);
    }

    private static long number(String digits) {
        if (!digits.matches("\\d{1,9}")) {
            throw Refusal.malformed("malformed");
        }
        return Long.parseLong(digits);
    }

    /** Pictures that were chosen say what they are by the names of their files. */
    private Pasted named(Pasted pasted, String[] names) {
        var lines = pasted.markdown().lines().filter(line -> !line.isBlank()).toList();
        var text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            var name = lines.size() == names.length ? says(names[at]) : says("");
            text.append(lines.get(at)
                            .replaceFirst(
                                    "^!\\[]", "![" + name.replace("\\", "\\\\").replace("$", "\\$") + "]"))
                    .append("\n\n");
        }
        return new Pasted(text.toString().strip(), pasted.pictures(), pasted.missing());
    }

    private String says(String fileName) {
        var name = fileName.replaceAll("\\.[A-Za-z]{3,4}$", "")
                .replaceAll("[\\[\\]\\\\\\p{Cntrl}]", " ")
                .strip();
        return name.isEmpty() || name.equals("image")
                ? Texts.in(locale, "knowledge.paste.picture")
                : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private JsonObject reply(Pasted pasted) {
        var said = Json.createArrayBuilder();
        sentences(pasted).forEach(said::add);
        return Json.createObjectBuilder()
                .add("markdown", pasted.markdown())
                .add("said", said)
                .build();
    }

    private List<String> sentences(Pasted pasted) {
        var said = new ArrayList<String>();
        if (pasted.pictures() > 0) {
            said.add(Texts.in(locale, "knowledge.paste.pictures", pasted.pictures()));
        }
        if (pasted.markdown().isEmpty() && pasted.missing().isEmpty()) {
            said.add(Texts.in(locale, "knowledge.paste.nothing"));
        }
        for (var reason : Pasted.Reason.values()) {
            var those = pasted.missing().stream()
                    .filter(it -> it.reason() == reason)
                    .toList();
            if (!those.isEmpty()) {
                var key = "knowledge.paste.missing." + reason.name().toLowerCase(Locale.ROOT);
                said.add(Texts.in(locale, key, those.size(), names(those)));
            }
        }
        return said;
    }

    private String names(List<Pasted.Missing> missing) {
        var names = missing.stream()
                .limit(MOST_NAMED)
                .map(it -> it.name().isEmpty()
                        ? Texts.in(locale, "knowledge.paste.number", it.number())
                        : Texts.in(locale, "knowledge.paste.named", it.number(), it.name()))
                .toList();
        var list = String.join(Texts.in(locale, "knowledge.paste.and"), names);
        return missing.size() <= MOST_NAMED ? list : list + "…";
    }

    private JsonObject sentence(Refusal no) {
        return Json.createObjectBuilder().add("sentence", no.sentence(locale)).build();
    }

    private static void send(VaadinResponse response, int status, JsonObject body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=UTF-8");
        response.setNoCacheHeaders();
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
