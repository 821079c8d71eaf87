package org.askwell.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Repaints open pages when something they show was changed elsewhere.
 *
 * <p>A page joins for a topic (a ticket, a queue, a question) and leaves when it is closed. Changes of the same topic
 * within 200 ms become one repaint, and at most one waits for a page that is still busy. The repaint runs in the page's own session, so it reads with the rights of the
 * person who looks, not of the one who acted.
 */
@ApplicationScoped
public class LiveScreens {

    private static final long COALESCE_MILLIS = 200;

    /** @param waits whether a repaint waits for the page already: where much happens, they must not pile up before it */
    private record Screen(UI ui, Runnable repaint, AtomicBoolean waits) {

        void repaintSoon() {
            if (ui.isAttached() && waits.compareAndSet(false, true)) {
                ui.access(() -> {
                    waits.set(false);
                    repaint.run();
                });
            }
        }
    }

    private final ConcurrentHashMap<String, Set<Screen>> byTopic = new ConcurrentHashMap<>();
    private final Set<String> due = ConcurrentHashMap.newKeySet();

    @Resource
    ManagedScheduledExecutorService executor;

    /** Call once when the view is built; joins on attach and leaves on detach. */
    public void follow(Component view, String topic, Runnable repaint) {
        view.addAttachListener(attached -> {
            var leave = join(attached.getUI(), topic, repaint);
            view.addDetachListener(detached -> {
                leave.remove();
                detached.unregisterListener();
            });
        });
    }

    /** Joins at once; the caller leaves by removing the registration. */
    public Registration join(UI ui, String topic, Runnable repaint) {
        var screen = new Screen(ui, repaint, new AtomicBoolean());
        byTopic.computeIfAbsent(topic, ignored -> ConcurrentHashMap.newKeySet()).add(screen);
        return () -> byTopic.computeIfPresent(topic, (name, screens) -> {
            screens.remove(screen);
            return screens.isEmpty() ? null : screens;
        });
    }

    /** Says that what the topic stands for has changed. Call after the commit; returns at once. */
    public void changed(String topic) {
        if (byTopic.containsKey(topic) && due.add(topic)) {
            executor.schedule(() -> repaint(topic), COALESCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Says that it will have changed by then without anybody saying so: something will have grown old. */
    public void changed(String topic, Duration later) {
        if (byTopic.containsKey(topic)) {
            executor.schedule(() -> changed(topic), later.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void repaint(String topic) {
        due.remove(topic);
        byTopic.getOrDefault(topic, Set.of()).forEach(Screen::repaintSoon);
    }
}
