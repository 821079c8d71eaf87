package org.askwell.desk.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.askwell.desk.DeskProfile;

/** A door of the desk's page: rooms that have something to offer there implement it. */
public interface DeskPanel {

    /** Smaller comes first. */
    int place();

    /** What to show the acting person on that desk's page, or empty when there is nothing. */
    Optional<Component> build(DeskProfile desk);
}
