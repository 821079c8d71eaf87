package org.askwell.common.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.askwell.common.Refusal;

/**
 * Refuses bodies that are larger than the method wants ({@link LargestBody}): at once when the request says how long it
 * is, else at the byte that is too much, so that nobody fills the memory or the disk.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final long MEGABYTE = 1024 * 1024;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var wanted = method == null ? null : method.getAnnotation(LargestBody.class);
        long most = wanted == null ? LargestBody.USUAL : wanted.value();
        if (announced(request) > most) {
            throw tooLarge(most);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), most));
    }

    private static long announced(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.trim());
        } catch (NumberFormatException nonsense) {
            throw Refusal.malformed("malformed");
        }
    }

    private static Refusal tooLarge(long most) {
        return Refusal.tooLarge("body-over-limit", most / MEGABYTE);
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private long read;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int several = super.read(into, offset, length);
            count(Math.max(0, several));
            return several;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw tooLarge(most);
            }
        }
    }
}
