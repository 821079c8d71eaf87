package org.askwell.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed.What;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.askwell.common.Texts;

/** Lets people in for the first time: an administrator makes a link, and whoever has it sets the password, once. */
@ApplicationScoped
public class Welcome {

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 100;
    private static final int TOGETHER = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    WelcomeLedger ledger;

    @Inject
    SignIn signIn;

    @Inject
    Passwords passwords;

    /**
     * A link as it is shown, once; nobody can read it again.
     *
     * @param login what is typed at the door from then on
     * @param until when it ends unused
     */
    public record Issued(PersonId login, String name, String url, Instant until) {}

    /** Whom a link lets in. */
    public record Guest(PersonId login, String name, Locale locale) {}

    /** Makes a link for somebody; an earlier one ends. Administrators only. */
    public Issued issue(PersonId person) {
        return ledger.issue(person);
    }

    /** Makes a link for each of those whom an import has brought and who have no password yet. Administrators only. */
    public List<Issued> issueFor(PeopleImportId id) {
        var issued = new ArrayList<Issued>();
        var some = ledger.issueFor(id, 0, TOGETHER);
        while (!some.isEmpty()) {
            issued.addAll(some);
            some = ledger.issueFor(id, issued.size(), TOGETHER);
        }
        return issued;
    }

    /** Whom this link lets in; empty when it was never made, was used or has ended. Looking does not use it. */
    public Optional<Guest> guest(String secret) {
        return isSecret(secret) ? ledger.guest(secret) : Optional.empty();
    }

    /**
     * Sets the password and uses the link up. The hash is computed outside of any transaction.
     *
     * @return who can sign in with it now
     */
    public PersonId enter(String secret, String password) {
        signIn.requireGoodPassword(password);
        if (guest(secret).isEmpty()) {
            throw Refusal.notFound("welcome-over");
        }
        return ledger.use(secret, passwords.hash(password));
    }

    private static boolean isSecret(String secret) {
        return !secret.isBlank() && secret.length() <= LONGEST_SECRET;
    }

    /** The part of it that the database remembers. */
    @ApplicationService
    static class WelcomeLedger {

        @Inject
        PeopleRepository people;

        @Inject
        PeopleImportRepository imports;

        @Inject
        CurrentPerson current;

        @Inject
        Clock clock;

        @Inject
        Event<PeopleEvent> events;

        @Inject
        PersonDeeds deeds;

        public Issued issue(PersonId person) {
            current.get().requireAdmin();
            return make(people.require(person));
        }

        public List<Issued> issueFor(PeopleImportId id, int after, int limit) {
            current.get().requireAdmin();
            imports.require(id);
            var newcomers = imports.withoutPassword(id, after, limit);
            return newcomers.isEmpty()
                    ? List.of()
                    : imports.people(newcomers).stream()
                            .sorted(java.util.Comparator.comparing(Person::login))
                            .map(this::make)
                            .toList();
        }

        private Issued make(Person person) {
            if (!person.isActive()) {
                throw Refusal.conflict("account-closed", person.login());
            }
            var bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            var now = clock.instant();
            var link = people.welcomeOf(person.login());
            if (link.isPresent()) {
                link.get().renew(secret, current.id(), now);
            } else {
                people.add(new WelcomeLink(person.login(), secret, current.id(), now));
            }
            deeds.tell(What.LINK_MADE, person.login());
            return new Issued(
                    person.login(),
                    person.name(),
                    Settings.baseUrl() + "/welcome/" + secret,
                    now.plus(WelcomeLink.LIFE));
        }

        public Optional<Guest> guest(String secret) {
            return people.welcomeByHash(ApiToken.hash(secret), LockModeType.NONE)
                    .filter(it -> it.isValid(clock.instant()))
                    .flatMap(it -> people.find(it.person()))
                    .filter(Person::isActive)
                    .map(it -> new Guest(it.login(), it.name(), Texts.forLanguage(it.language())));
        }

        /** Of two who come with the same link at the same time the second finds it gone. */
        public PersonId use(String secret, String passwordHash) {
            var link = people.welcomeByHash(ApiToken.hash(secret), LockModeType.PESSIMISTIC_WRITE)
                    .filter(it -> it.isValid(clock.instant()))
                    .orElseThrow(() -> Refusal.notFound("welcome-over"));
            var person = people.require(link.person());
            events.fire(person.useHash(passwordHash));
            people.remove(link);
            CurrentPerson.as(person.login(), () -> deeds.tell(What.LINK_USED, person.login()));
            return person.login();
        }
    }
}
