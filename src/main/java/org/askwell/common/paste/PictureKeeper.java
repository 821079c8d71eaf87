package org.askwell.common.paste;

import java.util.Optional;

/** Takes the pictures of what is pasted to where readers will see them. */
@FunctionalInterface
public interface PictureKeeper {

    /**
     * Keeps a picture.
     *
     * @return the place that the text will point to, or empty when this is no picture that every browser shows
     */
    Optional<String> keep(byte[] content);
}
