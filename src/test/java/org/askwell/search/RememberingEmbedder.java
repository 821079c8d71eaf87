package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.askwell.ai.Embedder;

/** An embedder that keeps what it made in a file under {@code target/bench}, so that a second bench is quick. */
public final class RememberingEmbedder implements Embedder {

    private final Embedder made;
    private final Path file;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    public RememberingEmbedder(Embedder made) {
        this.made = made;
        this.file = Path.of("target", "bench", "vectors-" + made.name() + ".bin");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                var in = ByteBuffer.wrap(Files.readAllBytes(file));
                while (in.remaining() > 36) {
                    var key = new byte[32];
                    in.get(key);
                    var vector = new float[in.getInt()];
                    if (in.remaining() < vector.length * 4) {
                        break;
                    }
                    for (int at = 0; at < vector.length; at++) {
                        vector[at] = in.getFloat();
                    }
                    known.put(HexFormat.of().formatHex(key), vector);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean available() {
        return made.available();
    }

    @Override
    public String name() {
        return made.name();
    }

    @Override
    public int dimensions(String language) {
        return made.dimensions(language);
    }

    @Override
    public float[] embedQuery(String language, String text) {
        return remember("q" + language + text, () -> made.embedQuery(language, text));
    }

    @Override
    public List<float[]> embedPassages(String language, List<String> texts) {
        var vectors = new ArrayList<float[]>();
        for (var text : texts) {
            vectors.add(remember(
                    "p" + language + text,
                    () -> made.embedPassages(language, List.of(text)).getFirst()));
        }
        return vectors;
    }

    @Override
    public List<Echo> echoes(String language, String question, String text) {
        var flat = remember("e" + language + question + "\n" + text, () -> {
            var echoes = made.echoes(language, question, text);
            var numbers = new float[echoes.size() * 3];
            for (int at = 0; at < echoes.size(); at++) {
                numbers[3 * at] = echoes.get(at).start();
                numbers[3 * at + 1] = echoes.get(at).end();
                numbers[3 * at + 2] = (float) echoes.get(at).nearness();
            }
            return numbers;
        });
        var echoes = new ArrayList<Echo>();
        for (int at = 0; at < flat.length; at += 3) {
            echoes.add(new Echo((int) flat[at], (int) flat[at + 1], flat[at + 2]));
        }
        return echoes;
    }

    private float[] remember(String text, Supplier<float[]> make) {
        var key = hash(text);
        var vector = known.get(HexFormat.of().formatHex(key));
        if (vector == null) {
            vector = make.get();
            known.put(HexFormat.of().formatHex(key), vector);
            append(key, vector);
        }
        return vector;
    }

    private synchronized void append(byte[] key, float[] vector) {
        var out = ByteBuffer.allocate(36 + vector.length * 4).put(key).putInt(vector.length);
        for (float part : vector) {
            out.putFloat(part);
        }
        try {
            Files.write(file, out.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
