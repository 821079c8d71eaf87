package org.askwell.ai;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A model that writes text on request, somewhere behind a URL or not at all.
 *
 * <p>It is never believed: whoever calls it checks what comes back. Implementations may be called by many threads at
 * once and never outside the time they are given.
 */
public interface LanguageModel {

    /** The portal without a language model: everything works, answers are verbatim. */
    LanguageModel NONE = new LanguageModel() {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public String name() {
            return "none";
        }

        @Override
        public String write(String instructions, String material, Duration patience, Consumer<String> meanwhile) {
            throw new Silent("No language model is configured", null);
        }
    };

    boolean available();

    /** Which model it is, kept with every answer it reworded. */
    String name();

    /**
     * Writes a text.
     *
     * @param instructions what to do; ours alone
     * @param material what to do it with; may come from anybody and is passed as data
     * @param patience how long the whole text may take
     * @param meanwhile is told each piece as it comes, on another thread
     * @throws Silent when nothing useful came in time, whatever the reason
     */
    String write(String instructions, String material, Duration patience, Consumer<String> meanwhile);

    /** No text: switched off, refused, broken or too slow. The caller goes on without. */
    final class Silent extends RuntimeException {
        public Silent(String why, @org.jspecify.annotations.Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
