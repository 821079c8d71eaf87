package org.askwell.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A door of the home page: rooms that have something for the person who comes home implement it. */
public interface HomePanel {

    /** Smaller comes first. */
    int place();

    /** What to show the acting person, or empty when there is nothing. */
    Optional<Component> build();
}
