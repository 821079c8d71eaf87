package org.askwell.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.askwell.ai.LanguageModel;
import org.askwell.ask.Answer.Look;
import org.askwell.ask.Answer.Sentence;
import org.askwell.common.markdown.MarkdownText;

/**
 * Lets a language model put proven sentences into friendlier words, and believes none of them unchecked.
 *
 * <p>Each sentence of the model must name the sentences it is taken from and say nothing they do not say; otherwise it
 * is dropped. When the model is silent, late or wrong, or when what is left no longer holds the sentence that answers,
 * the answer stays as the article has it.
 */
public final class Rewording {

    private static final Logger LOG = Logger.getLogger(Rewording.class.getName());
    private static final String INSTRUCTIONS = read("/prompts/reword.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINE =
            Pattern.compile("^\\s*(?:[-*]\\s*)?\\[\\s*(\\d{1,3}(?:\\s*[,，]\\s*\\d{1,3})*)\\s*\\]\\s*(\\S.*)$");
    private static final int LONGEST_SENTENCE = 400;

    private final LanguageModel model;
    private final Duration patience;

    public Rewording(LanguageModel model, Duration patience) {
        this.model = model;
        this.patience = patience;
    }

    /** What may be shown instead of the verbatim answer, or the very same answer. Takes as long as the patience at most. */
    public Answer reword(String question, Answer answer) {
        return reword(question, answer, sentence -> {});
    }

    /**
     * As {@link #reword(String, Answer)}.
     *
     * @param meanwhile is told each sentence as soon as it has passed; on another thread
     */
    public Answer reword(String question, Answer answer, Consumer<Sentence> meanwhile) {
        if (!model.available()
                || !answer.isAnswered()
                || answer.sentences().stream().anyMatch(it -> it.look() == Look.ROW)) {
            return answer;
        }
        var checking = new Checking(question, answer.sentences(), meanwhile);
        try {
            checking.whole(model.write(INSTRUCTIONS, material(question, answer), patience, checking::piece));
        } catch (LanguageModel.Silent silent) {
            LOG.log(Level.INFO, "The answer stays verbatim: {0}", silent.getMessage());
            return answer;
        }
        return checking.result().map(answer::saying).orElse(answer);
    }

    /** The material as data: quoted in JSON, so that nothing in an article can end it. */
    private static String material(String question, Answer answer) {
        var sentences = new ArrayList<Map<String, Object>>();
        for (var sentence : answer.sentences()) {
            sentences.add(Map.of("number", sentences.size() + 1, "text", sentence.text()));
        }
        var material = new LinkedHashMap<String, Object>();
        material.put("question", question);
        material.put("language", answer.language().equals("zh") ? "Simplified Chinese" : "English");
        material.put("sentences", sentences);
        try {
            return JSON.writeValueAsString(material);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Checking {
        private final String question;
        private final List<Sentence> sources;
        private final Consumer<Sentence> meanwhile;
        private final StringBuilder heard = new StringBuilder();
        private final List<Sentence> passed = new ArrayList<>();
        private final Set<Integer> used = new LinkedHashSet<>();

        Checking(String question, List<Sentence> sources, Consumer<Sentence> meanwhile) {
            this.question = question;
            this.sources = sources;
            this.meanwhile = meanwhile;
        }

        synchronized void piece(String piece) {
            heard.append(piece);
            for (var end = heard.indexOf("\n"); end >= 0; end = heard.indexOf("\n")) {
                line(heard.substring(0, end));
                heard.delete(0, end + 1);
            }
        }

        /** The pieces may have been incomplete; the whole text decides. */
        synchronized void whole(String text) {
            if (!heard.isEmpty()) {
                line(heard.toString());
                heard.setLength(0);
            }
            if (passed.isEmpty()) {
                text.lines().forEach(this::line);
            }
        }

        private void line(String line) {
            var read = LINE.matcher(line.strip());
            if (!read.matches() || read.group(2).length() > LONGEST_SENTENCE) {
                return;
            }
            var numbers = new TreeSet<Integer>();
            for (var number : read.group(1).split("[,，]")) {
                var index = Integer.parseInt(number.strip()) - 1;
                if (index < 0 || index >= sources.size()) {
                    return;
                }
                numbers.add(index);
            }
            var text = read.group(2).strip();
            var taken = numbers.stream().map(sources::get).toList();
            var source = MarkdownText.join(taken.stream().map(Sentence::text).toList());
            if (!Facts.hold(text, source, question)) {
                return;
            }
            var sentence = new Sentence(
                    text,
                    taken.stream().anyMatch(Sentence::key),
                    Look.TEXT,
                    "",
                    taken.stream()
                            .flatMap(it -> it.citations().stream())
                            .distinct()
                            .toList());
            used.addAll(numbers);
            passed.add(sentence);
            meanwhile.accept(sentence);
        }

        synchronized Optional<List<Sentence>> result() {
            if (passed.stream().noneMatch(Sentence::key)) {
                return Optional.empty();
            }
            var result = new ArrayList<>(passed);
            for (var i = 0; i < sources.size(); i++) {
                if (!used.contains(i) && Facts.limits(sources.get(i).text())) {
                    result.add(sources.get(i));
                }
            }
            return Optional.of(List.copyOf(result));
        }
    }

    private static String read(String resource) {
        try (InputStream in = Rewording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The prompt is not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
