package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.askwell.common.paste.Clipboard;
import org.askwell.common.paste.Pasted;
import org.askwell.common.rest.LargestBody;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.Pasting;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Rich text on its way into an article. */
@Path("articles/{id}/conversions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversionsResource {

    private static final long LARGEST = 20L * 1024 * 1024;

    @Inject
    Pasting pasting;

    /**
     * Makes Markdown of HTML as Word, Excel, WPS or a web page put it on the clipboard, and keeps its pictures for the
     * article; the text of the article stays as it is. The RTF is where Word keeps the bytes of its pictures.
     */
    @POST
    @LargestBody(LARGEST)
    @APIResponseSchema(value = Converted.class, responseCode = "200")
    public Converted convert(@PathParam("id") ArticleId id, @Valid @NotNull RichBody body) throws IOException {
        var rtf = (body.rtf() == null ? "" : body.rtf()).getBytes(StandardCharsets.ISO_8859_1);
        return Converted.of(pasting.paste(
                id, () -> new Clipboard(body.html(), Clipboard.picturesOf(new ByteArrayInputStream(rtf)), List.of())));
    }

    public record RichBody(@NotNull String html, @Nullable String rtf) {}

    public record Converted(String markdown, int pictures, List<LeftOut> missing) {
        static Converted of(Pasted pasted) {
            return new Converted(
                    pasted.markdown(),
                    pasted.pictures(),
                    pasted.missing().stream().map(LeftOut::of).toList());
        }
    }

    /** @param reason ELSEWHERE, LEFT_BEHIND or UNREADABLE */
    public record LeftOut(int number, String name, String reason) {
        static LeftOut of(Pasted.Missing missing) {
            return new LeftOut(
                    missing.number(), missing.name(), missing.reason().name());
        }
    }
}
