package org.askwell.search;

import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.askwell.ai.Embedder;

/** An embedder for tests that needs no model: texts with the same characters are near to each other. */
class LetterEmbedder implements Embedder {

    private static final int DIMENSIONS = 64;

    int made;

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public int dimensions(String language) {
        return DIMENSIONS;
    }

    @Override
    public float[] embedQuery(String language, String text) {
        return vector(text);
    }

    @Override
    public List<float[]> embedPassages(String language, List<String> texts) {
        made += texts.size();
        return texts.stream().map(LetterEmbedder::vector).toList();
    }

    private static float[] vector(String text) {
        var vector = new float[DIMENSIONS];
        vector[0] = 0.1f;
        text.chars().forEach(letter -> vector[letter % DIMENSIONS]++);
        return VectorUtil.l2normalize(vector);
    }
}
