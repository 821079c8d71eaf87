package org.askwell.notification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Settings;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;

/** The steps of a mail on its way out, each a transaction of its own, so that a crash leaves it at one of them. */
@ApplicationService
public class Outgoing {

    @Inject
    MailRepository mails;

    @Inject
    NoticeRepository notices;

    @Inject
    NoticeKinds kinds;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /** Mails that were being handed over when the portal died: nobody knows whether they have arrived. */
    public int doubtAfterCrash() {
        var left = mails.sending();
        left.forEach(it -> it.doubtful("The portal stopped before the mail server had answered."));
        return left.size();
    }

    public List<Long> due(int limit) {
        return mails.due(clock.instant(), limit);
    }

    /** What is to be handed over; empty when it need not leave any more, which is then written down. */
    public Optional<Letter> letter(long id) {
        var now = clock.instant();
        var mail = mails.find(id).filter(it -> it.isDue(now)).orElse(null);
        if (mail == null) {
            return Optional.empty();
        }
        var notice = notices.find(NoticeId.numbered(mail.notice())).orElse(null);
        var person = mail.person();
        if (notice == null || CurrentPerson.as(person, current::find).isEmpty()) {
            mail.drop("The account is closed.");
            return Optional.empty();
        }
        var row = notice.row();
        var told = CurrentPerson.as(person, () -> kinds.tell(List.of(row)).get(row.id()));
        if (told == null) {
            mail.drop("The person may not read it any more.");
            return Optional.empty();
        }
        var profile = people.profile(person);
        if (profile.mail() == null) {
            mail.failed("The person has no mail address.", now);
            return Optional.empty();
        }
        return Optional.of(
                Letters.write(mail.number(), row, told, profile, MailSettings.domain(), Settings.baseUrl(), now));
    }

    public void leaves(long id, String address) {
        mails.find(id).ifPresent(it -> it.leave(address, clock.instant()));
    }

    public void arrived(long id) {
        mails.find(id).ifPresent(Mail::arrived);
    }

    public void notTaken(long id, String why, boolean forGood) {
        mails.find(id).ifPresent(it -> {
            if (forGood) {
                it.failed(why, clock.instant());
            } else {
                it.later(why, clock.instant());
            }
        });
    }

    /** The mail server went away while it had the letter; before that nothing has happened to it. */
    public void broken(long id, String why) {
        mails.find(id).filter(it -> it.state() == MailState.SENDING).ifPresent(it -> it.doubtful(why));
    }
}
