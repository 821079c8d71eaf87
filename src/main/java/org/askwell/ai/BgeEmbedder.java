package org.askwell.ai;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Two small quantised BGE models inside this process, one for English and one for Chinese.
 *
 * <p>A model is loaded when it is first needed (about a second and 100 MB) and stays until the process ends. A text is
 * one thread's work, since more threads on so small a model mostly wait for each other; several texts are made side by
 * side. The vectors of the latest questions are remembered: one question needs its own more than once.
 */
public final class BgeEmbedder implements Embedder {

    private static final int LATEST_QUESTIONS = 1_000;
    private static final int LATEST_LAYERS = 64;

    /** What is longer is hardly a question, and its layer takes much memory. */
    private static final int PIECES_OF_A_QUESTION = 64;

    private final Lazy english =
            new Lazy("bge-small-en-v1.5-q", 384, "Represent this sentence for searching relevant passages: ");
    private final Lazy chinese = new Lazy("bge-small-zh-v1.5-q", 512, "为这个句子生成表示以用于检索相关文章：");

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public String name() {
        return english.name + "+" + chinese.name;
    }

    @Override
    public int dimensions(String language) {
        return lazy(language).dimensions;
    }

    @Override
    public float[] embedQuery(String language, String text) {
        var lazy = lazy(language);
        var known = lazy.questions.get(text);
        if (known == null) {
            known = lazy.model().vector(lazy.queryPrefix + text);
            lazy.questions.put(text, known);
        }
        return known.clone();
    }

    @Override
    public List<float[]> embedPassages(String language, List<String> texts) {
        var model = lazy(language).model();
        return texts.size() == 1
                ? List.of(model.vectorOfQuestion(texts.getFirst()))
                : texts.parallelStream().map(model::vector).toList();
    }

    @Override
    public List<Echo> echoes(String language, String question, String text) {
        return lazy(language).model().echoes(question, text);
    }

    private Lazy lazy(String language) {
        return WrittenLanguage.CHINESE.equals(language) ? chinese : english;
    }

    private static final class Lazy {
        private final String name;
        private final int dimensions;
        private final String queryPrefix;
        private volatile @Nullable Model model;
        private final Map<String, float[]> questions =
                Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                        return size() > LATEST_QUESTIONS;
                    }
                });

        Lazy(String name, int dimensions, String queryPrefix) {
            this.name = name;
            this.dimensions = dimensions;
            this.queryPrefix = queryPrefix;
        }

        Model model() {
            var loaded = model;
            if (loaded == null) {
                synchronized (this) {
                    loaded = model;
                    if (loaded == null) {
                        loaded = new Model(name);
                        model = loaded;
                    }
                }
            }
            return loaded;
        }
    }

    /** LangChain4j's encoder with a session of our own, since the ready-made one takes every core of the machine. */
    private static final class Model extends AbstractInProcessEmbeddingModel {

        /** What BERT reads at most, less its two marks at the ends. */
        private static final int MAX_TOKENS = 510;

        /** A token is at least one character, so shorter texts need not be counted. */
        private static final int SURELY_SHORT = 500;

        /** No text needs more than this to fill the model; bounds the tokenizer's work on hostile input. */
        private static final int MAX_CHARACTERS = 8_000;

        private final OnnxBertBiEncoder encoder;
        private final HuggingFaceTokenizer tokenizer;
        private final OrtEnvironment environment;
        private final OrtSession session;
        private final Map<String, Read> lately = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
                return size() > LATEST_LAYERS;
            }
        });

        Model(String name) {
            super(Runnable::run);
            environment = OrtEnvironment.getEnvironment();
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                session = environment.createSession(bytes("/" + name + ".onnx"), options);
                encoder = new OnnxBertBiEncoder(
                        environment, session, resource("/" + name + "-tokenizer.json"), PoolingMode.CLS);
                tokenizer = HuggingFaceTokenizer.newInstance(
                        resource("/" + name + "-tokenizer.json"),
                        Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
            } catch (OrtException | IOException unusable) {
                throw new IllegalStateException("Cannot load the embedding model " + name, unusable);
            }
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        /** A text as the model reads it: its pieces, and what the last layer makes of them. */
        private record Read(Encoding pieces, float[][] directions) {}

        /** Reads a text, or remembers it: a question is compared as a whole first, and piece by piece a little later. */
        private Read read(String text) throws OrtException {
            var known = lately.get(text);
            if (known == null) {
                var pieces = tokenizer.encode(text, true, false);
                known = new Read(pieces, directions(pieces));
                if (known.directions().length <= PIECES_OF_A_QUESTION) {
                    lately.put(text, known);
                }
            }
            return known;
        }

        /** The vector of a question that its pieces will be asked for, too. */
        float[] vectorOfQuestion(String text) {
            try {
                return text.isBlank() || text.length() > SURELY_SHORT
                        ? vector(text)
                        : read(text).directions()[0].clone();
            } catch (OrtException failure) {
                throw new IllegalStateException("The embedding model failed", failure);
            }
        }

        float[] vector(String text) {
            var readable = text.trim().isEmpty() ? "." : cut(text);
            return embedAll(List.of(TextSegment.from(readable)))
                    .content()
                    .getFirst()
                    .vector();
        }

        List<Echo> echoes(String question, String text) {
            try {
                var asked = cut(question);
                var read = read(asked);
                var questions = read.directions();
                var answers = directions(tokenizer.encode(cut(text), true, false));
                var spans = read.pieces().getCharTokenSpans();
                var echoes = new ArrayList<Echo>();
                for (int at = 1; at + 1 < questions.length; at++) {
                    if (spans[at] != null) {
                        double nearest = -1;
                        for (int other = 1; other + 1 < answers.length; other++) {
                            nearest = Math.max(nearest, dot(questions[at], answers[other]));
                        }
                        // The tokenizer counts code points.
                        echoes.add(new Echo(
                                asked.offsetByCodePoints(0, spans[at].getStart()),
                                asked.offsetByCodePoints(0, spans[at].getEnd()),
                                nearest));
                    }
                }
                return echoes;
            } catch (OrtException failure) {
                throw new IllegalStateException("The embedding model failed", failure);
            }
        }

        /** The model's last layer: one direction for each piece of the text, its two marks at the ends among them. */
        private float[][] directions(Encoding pieces) throws OrtException {
            try (var ids = OnnxTensor.createTensor(environment, new long[][] {pieces.getIds()});
                    var mask = OnnxTensor.createTensor(environment, new long[][] {pieces.getAttentionMask()});
                    var types = OnnxTensor.createTensor(environment, new long[][] {pieces.getTypeIds()});
                    var result =
                            session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
                var layer = ((float[][][]) result.get(0).getValue())[0];
                for (var direction : layer) {
                    float length = (float) Math.sqrt(dot(direction, direction));
                    for (int at = 0; at < direction.length; at++) {
                        direction[at] /= length;
                    }
                }
                return layer;
            }
        }

        private static double dot(float[] one, float[] other) {
            return VectorUtil.dotProduct(one, other);
        }

        private String cut(String text) {
            if (text.length() <= SURELY_SHORT) {
                return text;
            }
            var bounded = text.length() <= MAX_CHARACTERS
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_CHARACTERS)));
            var spans = new ArrayList<CharSpan>();
            for (var span : tokenizer.encode(bounded, false, false).getCharTokenSpans()) {
                if (span != null) {
                    spans.add(span);
                }
            }
            if (spans.size() <= MAX_TOKENS) {
                return bounded;
            }
            // The tokenizer counts code points.
            int codePoints = spans.get(MAX_TOKENS - 1).getEnd();
            int end = bounded.codePointCount(0, bounded.length()) <= codePoints
                    ? bounded.length()
                    : bounded.offsetByCodePoints(0, codePoints);
            return bounded.substring(0, end);
        }

        private static byte[] bytes(String name) {
            try (var in = resource(name)) {
                return in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static InputStream resource(String name) {
            var in = Model.class.getResourceAsStream(name);
            if (in == null) {
                throw new IllegalStateException("The embedding model is not on the class path: " + name);
            }
            return in;
        }
    }
}
