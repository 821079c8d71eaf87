package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.jspecify.annotations.Nullable;

/** Proves that somebody is who they say they are: by password in the pages, by token in REST. */
@ApplicationScoped
public class SignIn {

    public static final int SHORTEST_PASSWORD = 8;

    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz2346789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    /** What came of an attempt. */
    public sealed interface Outcome {
        record Welcome(PersonId person) implements Outcome {}

        /** Name or password is wrong; which of them is not said. */
        record Wrong() implements Outcome {}

        record LockedOut(Instant until) implements Outcome {}
    }

    private final ConcurrentHashMap<String, Instant> lastNoted = new ConcurrentHashMap<>();

    @Inject
    SignInLedger ledger;

    @Inject
    Callers callers;

    @Inject
    Passwords passwords;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /** Checks a password. The hash is computed outside of any transaction; failures are counted in the database. */
    public Outcome withPassword(@Nullable String login, @Nullable String password) {
        var id = PersonId.parse(login == null ? null : login.trim().toLowerCase(java.util.Locale.ROOT));
        if (id.isEmpty() || password == null || password.length() > 500) {
            passwords.pretend("nobody");
            return new Outcome.Wrong();
        }
        var account = ledger.account(id.get());
        if (account.isEmpty()) {
            passwords.pretend(password);
            return new Outcome.Wrong();
        }
        var lockedUntil = account.get().lockedUntil();
        if (lockedUntil.isPresent() && clock.instant().isBefore(lockedUntil.get())) {
            return new Outcome.LockedOut(lockedUntil.get());
        }
        boolean right = passwords.matches(password, account.get().hash());
        var locked = ledger.note(id.get(), right);
        return right
                ? new Outcome.Welcome(id.get())
                : locked.<Outcome>map(Outcome.LockedOut::new).orElseGet(Outcome.Wrong::new);
    }

    /** Whose token this is; empty when it is unknown or revoked. Costs one SHA-256, and an indexed read now and then. */
    public Optional<PersonId> withToken(String secret) {
        if (secret.isBlank() || secret.length() > 200) {
            return Optional.empty();
        }
        var hash = ApiToken.hash(secret);
        var person = callers.tokenOwner(hash);
        if (person.isPresent()) {
            var now = clock.instant();
            var noted = lastNoted.get(hash);
            if (noted == null || Duration.between(noted, now).compareTo(NOTE_USE_EVERY) >= 0) {
                lastNoted.put(hash, now);
                ledger.noteUse(hash, now);
            }
        }
        return person;
    }

    /** Gives somebody a password in place of any they had, and ends a lock-out. Administrators only. */
    public void givePassword(PersonId person, String password) {
        current.get().requireAdmin();
        requireGoodPassword(password);
        ledger.useHash(person, passwords.hash(password), What.PASSWORD_GIVEN);
    }

    /** Makes up a password for somebody and tells it, once; nobody can read it again. Administrators only. */
    public String issuePassword(PersonId person) {
        var password = readablePassword();
        givePassword(person, password);
        return password;
    }

    /** Changes one's own password. A wrong present one counts like one at the door. */
    public void changePassword(String present, String wanted) {
        requireGoodPassword(wanted);
        var me = current.id();
        switch (withPassword(me.value(), present)) {
            case Outcome.Welcome welcome -> ledger.useHash(me, passwords.hash(wanted), What.PASSWORD_CHANGED);
            case Outcome.LockedOut locked -> throw Refusal.tooMany("password-locked");
            case Outcome.Wrong wrong -> throw Refusal.invalid("password-wrong");
        }
    }

    /** Refuses passwords that are too short or longer than anybody types. */
    public void requireGoodPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > 500) {
            throw Refusal.invalid("password-too-short", SHORTEST_PASSWORD);
        }
    }

    public List<ApiToken.Summary> tokens() {
        return ledger.tokens();
    }

    /** Ends one of one's own tokens at once. */
    public void revokeToken(String start) {
        ledger.revoke(start);
    }

    /** Makes a new token for oneself and tells its secret, which nobody can read again. */
    public String issueToken(String label) {
        var secret = "awt_" + randomText();
        ledger.addToken(secret, label);
        return secret;
    }

    /** The demo company's well-known passwords and tokens; they exist only where demo accounts do. */
    public void openDemoAccount(PersonId person, String password, String token) {
        if (Settings.mode() != Settings.Mode.DEMO) {
            throw new IllegalStateException("Demo accounts exist only in the demo company");
        }
        ledger.useHash(person, passwords.hash(password), What.PASSWORD_GIVEN);
        CurrentPerson.as(person, () -> ledger.addToken(token, "demo"));
    }

    /** Sixteen characters that nobody mistakes for others when they are read aloud; 77 bits. */
    private static String readablePassword() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    private static String randomText() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Account(String hash, Optional<Instant> lockedUntil) {}

    /** The part of signing in that the database remembers. */
    @ApplicationService
    static class SignInLedger {

        @Inject
        PeopleRepository people;

        @Inject
        CurrentPerson current;

        @Inject
        Clock clock;

        @Inject
        Event<PeopleEvent> events;

        @Inject
        PersonDeeds deeds;

        /** A password ends the link that was to set one. */
        public void useHash(PersonId id, String hash, What what) {
            events.fire(people.require(id).useHash(hash));
            deeds.tell(what, id);
            people.endWelcome(id);
        }

        public void addToken(String secret, String label) {
            if (label.isBlank() || label.length() > 120) {
                throw Refusal.invalid("token-label");
            }
            people.add(new ApiToken(current.id(), label.trim(), secret, clock.instant()));
            deeds.tell(What.TOKEN_MADE, current.id());
        }

        public List<ApiToken.Summary> tokens() {
            return people.tokensOf(current.id()).stream().map(ApiToken::summary).toList();
        }

        public void revoke(String start) {
            var mine = people.tokensOf(current.id()).stream()
                    .filter(it -> it.summary().start().equals(start) && !it.isRevoked())
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("token-unknown"));
            events.fire(mine.revoke(clock.instant()));
            deeds.tell(What.TOKEN_ENDED, current.id());
        }

        public Optional<Account> account(PersonId id) {
            return people.find(id)
                    .filter(Person::isActive)
                    .flatMap(person -> person.passwordHash().map(hash -> new Account(hash, person.lockedUntil())));
        }

        /** Counts a failure or forgets them; tells until when the account is locked now, if it is. */
        public Optional<Instant> note(PersonId id, boolean right) {
            var person = people.require(id);
            if (right) {
                person.signIn();
                return Optional.empty();
            }
            person.failToSignIn(clock.instant());
            return person.lockedUntil();
        }

        public void noteUse(String hash, Instant at) {
            people.noteUse(hash, at);
        }
    }
}
