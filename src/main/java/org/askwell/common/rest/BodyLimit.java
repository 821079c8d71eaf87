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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Refusal;

/**
 * Refuses bodies that are larger than the method wants ({@link LargestBody}): at once when the request says how long it
 * is, else at the byte that is too much, so that nobody fills the memory or the disk.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final Logger LOG = Logger.getLogger(BodyLimit.class.getName());
    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_DRAINED = 32 * MEGABYTE;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var wanted = method == null ? null : method.getAnnotation(LargestBody.class);
        long most = wanted == null ? LargestBody.USUAL : wanted.value();
        if (announced(request) > most) {
            drain(request.getEntityStream());
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

    /** Whoever is still sending reads no reply: a body that is only somewhat too large is let in and thrown away. */
    private static void drain(InputStream rest) {
        try {
            rest.skipNBytes(MOST_DRAINED);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The sender has gone", gone);
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
                drain(in);
                throw tooLarge(most);
            }
        }
    }
}
