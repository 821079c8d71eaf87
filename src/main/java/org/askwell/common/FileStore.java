package org.askwell.common;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps the bytes of files by what is in them: the same content is kept once, and what is kept never changes.
 *
 * <p>Storing happens outside transactions and before anything refers to it; bytes that nobody came to refer to do no
 * harm. Rights are the business of the room that knows what a file belongs to.
 */
public interface FileStore {

    long LARGEST = 25L * 1024 * 1024;

    /**
     * Takes a file in; the name and the content must agree about what it is.
     *
     * @throws Refusal when it is empty, larger than {@link #LARGEST}, a program, not what its name says, or when the disk is full
     */
    StoredFile keep(String name, InputStream content);

    /** The bytes; throws when the store has none such. */
    InputStream open(String hash) throws IOException;
}
