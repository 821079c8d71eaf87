package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting now, on whatever thread and in whatever channel; refuses when nobody is.
 *
 * <p>Identity is set explicitly ({@link #as}) by REST and by jobs, and comes from the page's own session in the pages.
 * It never comes from the container's security context: that would follow the thread that triggered a screen update,
 * and one person's event would repaint another person's screen with the wrong rights.
 */
@ApplicationScoped
public class CurrentPerson {

    private static final ThreadLocal<@Nullable PersonId> EXPLICIT = new ThreadLocal<>();

    @Inject
    @Any
    Instance<CallerSource> channels;

    @Inject
    Callers callers;

    /** Runs something as that person; nests, and restores who acted before. */
    public static <T> T as(PersonId person, Supplier<T> something) {
        var before = EXPLICIT.get();
        EXPLICIT.set(person);
        try {
            return something.get();
        } finally {
            if (before == null) {
                EXPLICIT.remove();
            } else {
                EXPLICIT.set(before);
            }
        }
    }

    public static void as(PersonId person, Runnable something) {
        as(person, () -> {
            something.run();
            return Boolean.TRUE;
        });
    }

    public Optional<PersonId> findId() {
        var explicit = EXPLICIT.get();
        if (explicit != null) {
            return Optional.of(explicit);
        }
        for (var channel : channels) {
            var id = channel.callerId();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    public Optional<Caller> find() {
        return findId().flatMap(callers::find);
    }

    /** The acting person; a Refusal (UNAUTHENTICATED) when nobody acts or the account has been closed. */
    public Caller get() {
        return find().orElseThrow(() -> Refusal.unauthenticated("sign-in-needed"));
    }

    public PersonId id() {
        return get().id();
    }
}
