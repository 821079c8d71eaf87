package org.askwell.knowledge;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Jobs;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.people.CurrentPerson;
import org.askwell.search.ChangeLog;
import org.askwell.search.PageRef;

/**
 * The files that go with articles. Whoever may read an article may have its files; those that were added since it was
 * published last are seen only by those who may write it.
 */
@ApplicationService
public class ArticleAttachments {

    public static final int MOST = 50;

    @Inject
    AttachmentRepository attachments;

    @Inject
    KnowledgeRepository library;

    @Inject
    ArticleAccess access;

    @Inject
    CurrentPerson current;

    @Inject
    ArticleDeeds deeds;

    @Inject
    ChangeLog changes;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** The files of an article that the acting person may have, oldest first. */
    public List<AttachmentRow> of(ArticleId article) {
        var caller = current.get();
        var housed = library.require(article);
        access.requireMaySee(caller, housed);
        boolean writes = access.mayWrite(caller, housed.space());
        return attachments.of(article).stream()
                .filter(it -> writes || it.isShown())
                .toList();
    }

    /** One of them; refused like one that never was when the acting person may not have it. */
    public AttachmentRow one(ArticleId article, int number) {
        return of(article).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("attachment-unknown", article, Integer.toString(number)));
    }

    /** One of them that is about to be handed out; what not everybody may read is noted in the audit. */
    public AttachmentRow take(ArticleId article, int number) {
        var taken = one(article, number);
        deeds.fetched(library.require(article).space(), article + "/" + taken.name());
        return taken;
    }

    /** Refuses those who may not change the article. */
    void requireMayAttach(ArticleId article) {
        access.requireMayWrite(current.get(), library.require(article));
        if (attachments.of(article).size() >= MOST) {
            throw Refusal.invalid("attachments-many", MOST);
        }
    }

    /** Adds a file whose bytes are in the store; readers see it with the next publication. */
    public AttachmentRow attach(ArticleId id, StoredFile file) {
        var caller = current.get();
        var article = access.requireMayWrite(caller, library.require(id));
        int number = attachments.nextNumber(article);
        requireMayAttach(id);
        var attachment = new ArticleAttachment(id, number, file, caller.id(), clock.instant());
        attachments.add(attachment);
        jobs.schedule(AttachmentJob.NAME, attachment.ref().toString());
        return attachment.row();
    }

    /** Takes a file away from everybody, at once. */
    public void remove(ArticleId id, int number) {
        var attachment = writable(id, number);
        if (!attachment.isThere()) {
            throw Refusal.notFound("attachment-unknown", id, Integer.toString(number));
        }
        attachment.remove(clock.instant());
        record(attachment.ref());
    }

    /** As if it had never been removed. */
    public void putBack(ArticleId id, int number) {
        var attachment = writable(id, number);
        attachment.putBack();
        record(attachment.ref());
    }

    /** Of files that were found, those that readers of their articles may have, if the acting person is one. */
    public Map<AttachmentRef, AttachmentRow> among(Collection<AttachmentRef> refs) {
        var caller = current.get();
        var open = library.spaces().stream()
                .filter(it -> access.mayRead(caller, it))
                .map(Space::slug)
                .collect(Collectors.toSet());
        var articles =
                library.publishedAmong(refs.stream().map(AttachmentRef::article).collect(Collectors.toSet()), open);
        var wanted = Set.copyOf(refs);
        var found = new HashMap<AttachmentRef, AttachmentRow>();
        attachments.shown(articles).stream()
                .filter(it -> wanted.contains(it.ref()))
                .forEach(it -> found.put(it.ref(), it));
        return found;
    }

    /** What was added since the last publication is now for readers, too. */
    void show(ArticleId article) {
        attachments.waiting(article).forEach(it -> it.show(clock.instant()));
        attachments.shownNumbers(article).forEach(number -> record(new AttachmentRef(article, number)));
    }

    void follow(@Observes KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.Published it -> show(it.article());
            case KnowledgeEvent.Withdrawn it -> recordAll(it.article());
            case KnowledgeEvent.Moved it -> recordAll(it.article());
            case KnowledgeEvent.SpaceChanged it ->
                attachments.shownIn(it.space()).forEach(this::record);
            default -> {}
        }
    }

    private ArticleAttachment writable(ArticleId id, int number) {
        access.requireMayWrite(current.get(), library.require(id));
        return attachments.require(new AttachmentRef(id, number));
    }

    private void recordAll(ArticleId article) {
        attachments.shownNumbers(article).forEach(number -> record(new AttachmentRef(article, number)));
    }

    private void record(AttachmentRef ref) {
        changes.record(new PageRef(AttachmentPages.SOURCE, ref.toString()));
    }
}
