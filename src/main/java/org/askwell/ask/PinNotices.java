package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.notification.News;
import org.askwell.notification.NoticeId;
import org.askwell.notification.NoticeKind;
import org.askwell.notification.NoticeRow;
import org.askwell.notification.NoticeSource;
import org.askwell.notification.Notices;
import org.askwell.notification.Told;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;

/** Tells the owners of a desk that a question they have pinned has lost its passage. */
@ApplicationScoped
class PinNotices implements NoticeSource {

    static final NoticeKind PAUSED = NoticeKind.task("pin-paused");

    @Inject
    PinKeeping pins;

    @Inject
    DeskService desks;

    @Inject
    ReadableArticles articles;

    @Inject
    Notices notices;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(PAUSED);
    }

    void tell(@Observes PinEvent event) {
        switch (event) {
            case PinEvent.Paused it ->
                notices.post(
                        new News(PAUSED, it.pin().value(), 0, PersonId.PORTAL),
                        desks.owners(it.desk()).stream()
                                .filter(PersonRow::active)
                                .map(PersonRow::id)
                                .toList());
            case PinEvent.Resumed it -> notices.done(it.pin().value(), List.of(PAUSED));
            case PinEvent.Removed it -> notices.done(it.pin().value(), List.of(PAUSED));
            case PinEvent.Changed it -> {}
        }
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var named =
                pins
                        .named(rows.stream()
                                .map(it -> PinId.parse(it.about()))
                                .flatMap(Optional::stream)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Pin::id, Function.identity()));
        var open =
                articles.inOpenSpaces(named.values().stream().map(Pin::article).toList());
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            var pin = PinId.parse(row.about()).map(named::get).orElse(null);
            if (pin != null && open.contains(pin.article()) && DeskAccess.mayChange(caller, pin.desk())) {
                var question = pin.anyQuestion(caller.language());
                told.put(
                        row.id(),
                        new Told(
                                Texts.in(caller.locale(), "notice.pin-paused", question),
                                question,
                                "",
                                Places.deskPins(pin.desk()),
                                Texts.in(caller.locale(), "notice.why.desk-owner")));
            }
        }
        return told;
    }
}
