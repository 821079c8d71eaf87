package org.askwell.ai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.askwell.common.Settings;

/** The models of this installation, as its settings name them; a model that is not wanted is one that says so. */
@ApplicationScoped
class Models {

    @Produces
    @ApplicationScoped
    Embedder embedder() {
        return Settings.embeddingsOn() ? new BgeEmbedder() : Embedder.NONE;
    }

    @Produces
    @ApplicationScoped
    LanguageModel languageModel() {
        return Settings.text("ASKWELL_AI_BASE_URL")
                .<LanguageModel>map(url -> new OpenAiLanguageModel(
                        url,
                        Settings.text("ASKWELL_AI_MODEL").orElseThrow(),
                        Settings.text("ASKWELL_AI_KEY").orElse("none")))
                .orElse(LanguageModel.NONE);
    }
}
