package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.askwell.common.Job;

/** Looks every few minutes whose articles are to be looked at again; each in a transaction of its own. */
@ApplicationScoped
class ArticleChecksJob implements Job {

    private static final int HANDFUL = 200;

    @Inject
    ArticleChecks checks;

    @Override
    public String name() {
        return "article-checks";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(5));
    }

    @Override
    public void run(String about) {
        for (var due = checks.toRemind(HANDFUL); !due.isEmpty(); due = checks.toRemind(HANDFUL)) {
            due.forEach(checks::remind);
        }
    }
}
