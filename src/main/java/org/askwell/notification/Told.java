package org.askwell.notification;

import java.io.Serializable;

/**
 * What a notice says to one reader, in the reader's language.
 *
 * @param sentence plain text: who did what
 * @param title what it is about, plain text; the subject of a mail
 * @param excerpt Markdown that goes with it, or empty
 * @param place where it leads, without a leading slash
 * @param why plain text: why this person is told
 */
public record Told(String sentence, String title, String excerpt, String place, String why) implements Serializable {}
