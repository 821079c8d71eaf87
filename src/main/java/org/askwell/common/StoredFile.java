package org.askwell.common;

import java.io.Serializable;
import java.util.Set;

/**
 * A file whose bytes are in the {@link FileStore}.
 *
 * @param name as its owner called it, without folders
 * @param mediaType what the content really is
 * @param hash SHA-256 of the content, in hexadecimal digits
 */
public record StoredFile(String name, String mediaType, long size, String hash) implements Serializable {

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** A picture that a browser may show within a page. */
    public boolean isImage() {
        return IMAGES.contains(mediaType);
    }
}
