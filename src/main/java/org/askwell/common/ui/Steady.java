package org.askwell.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that stays while the page around it is painted again, and is built anew only when what it shows has
 * changed.
 *
 * <p>Whatever one can press, focus or unfold on a page that repaints by itself belongs into one: a button that is
 * replaced between the press and its arrival here loses the press, and the focus with it.
 */
public final class Steady extends Div {

    private @Nullable Object shown;

    /**
     * @param what everything the parts are built from; compared by {@code equals}
     * @param parts builds them; called only if {@code what} is not what is shown already
     */
    public void show(Object what, Supplier<? extends Collection<? extends Component>> parts) {
        if (!what.equals(shown)) {
            removeAll();
            parts.get().forEach(this::add);
            shown = what;
        }
    }

    /** Shows nothing. */
    public void clear() {
        removeAll();
        shown = null;
    }
}
