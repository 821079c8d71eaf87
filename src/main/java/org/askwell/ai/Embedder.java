package org.askwell.ai;

import java.util.List;

/**
 * Turns text into vectors whose cosine says how near two meanings are.
 *
 * <p>There is one model per language, and vectors of different languages cannot be compared. Vectors have length one.
 * Implementations may be called by many threads at once.
 */
public interface Embedder {

    /** The embedder of a portal that runs without models: search works by words alone. */
    Embedder NONE = new Embedder() {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public String name() {
            return "none";
        }

        @Override
        public int dimensions(String language) {
            return 0;
        }

        @Override
        public float[] embedQuery(String language, String text) {
            throw new IllegalStateException("Embeddings are switched off");
        }

        @Override
        public List<float[]> embedPassages(String language, List<String> texts) {
            throw new IllegalStateException("Embeddings are switched off");
        }
    };

    /** Whether vectors can be had at all; when not, the other methods refuse. */
    boolean available();

    /** Names the models, so that stored vectors of other models are recognised as stale. */
    String name();

    /** Length of the vectors of a language ({@code zh} or {@code en}). */
    int dimensions(String language);

    /** The vector of a question, in the language's own model; takes a few milliseconds. */
    float[] embedQuery(String language, String text);

    /** The vectors of texts that may hold an answer, in their order; takes some 20 ms for each long text. */
    List<float[]> embedPassages(String language, List<String> texts);

    /**
     * How near the nearest piece of a text is to each piece of a question. What a question asks for and a text does not
     * speak of has no echo there, however alike the two are as a whole. Two runs of the model.
     */
    default List<Echo> echoes(String language, String question, String text) {
        return List.of();
    }

    /**
     * A piece of a question, as long as the model reads at once, and its nearest counterpart.
     *
     * @param start UTF-16 index into the question
     * @param end UTF-16 index behind its last character
     * @param nearness cosine: 1 when the same word stands there in the same sense
     */
    record Echo(int start, int end, double nearness) {}
}
