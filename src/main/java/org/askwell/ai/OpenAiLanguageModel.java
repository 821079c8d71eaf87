package org.askwell.ai;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Any server that speaks the chat protocol of OpenAI: a model in the firm's own cellar or one that is rented. */
public final class OpenAiLanguageModel implements LanguageModel {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 600;

    /** A text longer than this is not what was asked for. */
    private static final int MOST_CHARACTERS = 20_000;

    private final String name;
    private final StreamingChatModel model;

    /**
     * @param baseUrl up to and with {@code /v1}
     * @param key may be blank where the server wants none
     */
    public OpenAiLanguageModel(String baseUrl, String modelName, String key) {
        this.name = modelName;
        this.model = OpenAiStreamingChatModel.builder()
                // Given explicitly: on a server with several clients on its path the choice is otherwise left to
                // chance.
                .httpClientBuilder(new JdkHttpClientBuilder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                        .connectTimeout(TO_CONNECT)
                        .readTimeout(AT_MOST))
                .baseUrl(baseUrl)
                .apiKey(key.isBlank() ? "none" : key)
                .modelName(modelName)
                .temperature(0.0)
                .maxTokens(LONGEST_ANSWER)
                .timeout(AT_MOST)
                .build();
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String write(String instructions, String material, Duration patience, Consumer<String> meanwhile) {
        var request = ChatRequest.builder()
                .messages(SystemMessage.from(instructions), UserMessage.from(material))
                .build();
        var listening = new Listening(meanwhile);
        try {
            model.chat(request, listening);
            return listening.whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Silent("The language model took longer than " + patience.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw new Silent("The language model failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Silent("The language model was no longer waited for", stopped);
        } catch (RuntimeException broken) {
            throw new Silent("The language model could not be asked", broken);
        } finally {
            listening.stop();
        }
    }

    private static final class Listening implements StreamingChatResponseHandler {
        private final Consumer<String> meanwhile;
        private final CompletableFuture<String> whole = new CompletableFuture<>();
        private final AtomicReference<StreamingHandle> stream = new AtomicReference<>();
        private int heard;

        Listening(Consumer<String> meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            stream.set(context.streamingHandle());
            heard += piece.text().length();
            if (heard > MOST_CHARACTERS) {
                whole.completeExceptionally(new IllegalStateException("The language model does not stop"));
            }
            if (whole.isDone()) {
                context.streamingHandle().cancel();
            } else {
                meanwhile.accept(piece.text());
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            var text = response.aiMessage().text();
            if (text == null || text.isBlank()) {
                whole.completeExceptionally(new IllegalStateException("The language model said nothing"));
            } else {
                whole.complete(text);
            }
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }

        void stop() {
            whole.cancel(false);
            var handle = stream.get();
            if (handle != null && !handle.isCancelled()) {
                handle.cancel();
            }
        }
    }
}
