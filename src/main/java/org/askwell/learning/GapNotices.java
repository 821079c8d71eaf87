package org.askwell.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionId;
import org.askwell.ask.QuestionView;
import org.askwell.ask.ShownSentence;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.PublishedText;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.notification.News;
import org.askwell.notification.NoticeId;
import org.askwell.notification.NoticeKind;
import org.askwell.notification.NoticeRow;
import org.askwell.notification.NoticeSource;
import org.askwell.notification.Notices;
import org.askwell.notification.Told;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;

/** Tells owners what is asked of their articles, and askers that their question is answered now. */
@ApplicationScoped
class GapNotices implements NoticeSource {

    static final NoticeKind ASKED = NoticeKind.task("gap-asked");
    static final NoticeKind ANSWERED = NoticeKind.personal("gap-answered");

    @Inject
    GapLedger ledger;

    @Inject
    GapAccess access;

    @Inject
    AskService asking;

    @Inject
    ReadableArticles articles;

    @Inject
    Notices notices;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASKED, ANSWERED);
    }

    void tell(@Observes GapEvent event) {
        switch (event) {
            case GapEvent.OwnerAsked it ->
                notices.post(new News(ASKED, it.gap().value(), 0, it.by()), List.of(it.owner()));
            case GapEvent.Closed it -> notices.done(it.gap().value(), List.of(ASKED));
            case GapEvent.Dismissed it -> notices.done(it.gap().value(), List.of(ASKED));
            case GapEvent.Counted it -> {}
            case GapEvent.WritingBegun it -> {}
            case GapEvent.Reopened it -> {}
            case GapEvent.LeftOpen it -> {}
        }
    }

    @Override
    public Map<NoticeId, Told> tell(Collection<NoticeRow> rows) {
        var caller = current.get();
        var gaps = ledger.named(parsed(rows, GapId::parse));
        var questions = asking.own(parsed(rows, QuestionId::parse));
        var wanted = parsed(rows, ArticleId::parse);
        gaps.values().forEach(it -> it.askedAbout().ifPresent(wanted::add));
        var texts = articles.published(wanted);
        var names = people.named(rows.stream().map(NoticeRow::by).collect(Collectors.toSet()));
        var view = gaps.isEmpty() ? null : access.view(caller);
        var told = new HashMap<NoticeId, Told>();
        for (var row : rows) {
            if (row.kind().equals(ASKED.name())) {
                GapId.parse(row.about())
                        .map(gaps::get)
                        .filter(it ->
                                it.askedOwner().filter(caller.id()::equals).isPresent()
                                        || view != null && view.shows(it))
                        .ifPresent(it -> told.put(
                                row.id(),
                                asked(it, texts, names.get(row.by()), view != null && view.shows(it), caller)));
            } else {
                answered(row, questions, texts, caller.locale()).ifPresent(it -> told.put(row.id(), it));
            }
        }
        return told;
    }

    private static Told asked(
            Gap gap,
            Map<ArticleId, PublishedText> texts,
            @org.jspecify.annotations.Nullable PersonRow by,
            boolean maySee,
            Caller caller) {
        var about = gap.askedAbout().orElseThrow();
        var article = texts.get(about);
        return new Told(
                Texts.in(
                        caller.locale(),
                        "notice.gap-asked",
                        by == null ? Texts.in(caller.locale(), "ticket.portal") : by.name(),
                        article == null ? about : article.title()),
                gap.id() + " " + gap.wording(),
                "",
                maySee ? Places.gap(gap.id().value()) : Places.article(about.value()),
                Texts.in(caller.locale(), "notice.why.owner", about));
    }

    private static Optional<Told> answered(
            NoticeRow row,
            Map<QuestionId, QuestionView> questions,
            Map<ArticleId, PublishedText> texts,
            Locale locale) {
        var question = QuestionId.parse(row.about()).map(questions::get);
        if (question.isPresent()) {
            return question.filter(it -> !it.sentences().isEmpty())
                    .map(it -> new Told(
                            Texts.in(locale, "notice.gap-answered", it.text()),
                            it.text(),
                            proof(it),
                            Places.question(it.name().value()),
                            Texts.in(locale, "notice.why.asked")));
        }
        return ArticleId.parse(row.about())
                .map(texts::get)
                .map(it -> new Told(
                        Texts.in(locale, "notice.gap-answered.search", it.title()),
                        it.title(),
                        "",
                        Places.article(it.id().value()),
                        Texts.in(locale, "notice.why.searched")));
    }

    /** The sentences that answer, each once however many places prove it. */
    private static String proof(QuestionView question) {
        var sentences = question.sentences().stream()
                .collect(Collectors.toMap(
                        ShownSentence.Part::position,
                        ShownSentence.Part::text,
                        (one, same) -> one,
                        java.util.TreeMap::new));
        return MarkdownText.join(List.copyOf(sentences.values()));
    }

    private static <T> List<T> parsed(
            Collection<NoticeRow> rows, java.util.function.Function<String, Optional<T>> shape) {
        return rows.stream()
                .map(NoticeRow::about)
                .map(it -> shape.apply(it).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }
}
