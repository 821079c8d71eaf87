package org.askwell.ask;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that others wait for until the reader has done it.
 *
 * @param about the public id of the thing
 * @param sentence what is to be done, in the reader's language; null for a solved request that is to be confirmed
 * @param text what the thing is called, where the sentence does not say
 * @param place path of the page where it is done, without a leading slash
 */
public record MyTodo(String about, @Nullable String sentence, String text, String place, Instant at)
        implements Serializable {}
