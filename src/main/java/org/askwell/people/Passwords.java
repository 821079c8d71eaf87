package org.askwell.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Turns passwords into Argon2id hashes and checks them; about a quarter of a second each, on purpose.
 *
 * <p>Each takes 19 MiB, so only a few run at a time: a storm of sign-ins waits instead of eating the memory.
 */
@ApplicationScoped
class Passwords {

    // The minimum that OWASP's password storage cheat sheet recommends for Argon2id: 19 MiB, two passes, one lane.
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$7m1lJ9sEJ8hCj0nXqgkY8mYV4rP3H1w1gq4rQxVQ0b8";

    private final Semaphore slots = new Semaphore(4);

    String hash(String password) {
        return guarded(
                () -> Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult());
    }

    boolean matches(String password, String hash) {
        return guarded(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Costs as much as a real check, so that an unknown name cannot be told from a wrong password by the time taken. */
    void pretend(String password) {
        var ignored = matches(password, NOBODYS);
    }

    private <T> T guarded(java.util.function.Supplier<T> work) {
        slots.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
