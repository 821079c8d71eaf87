package org.askwell.common.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses JSON that is not UTF-8. The parser would put a replacement for each character it cannot read, and the text
 * would be lost although the caller was told that it is kept.
 */
@Provider
public class WellEncoded implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        if (type != null && isJson(type)) {
            // BodyLimit keeps this short.
            var bytes = context.getInputStream().readAllBytes();
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException foreign) {
                throw Refusal.malformed("json-unreadable");
            }
            context.setInputStream(new ByteArrayInputStream(bytes));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
