package org.askwell.ticket.ui;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.ui.DeskPanel;

/** On a desk's page, above the form: what many have reported there already. */
@Dependent
class KnownProblemsOnDesk implements DeskPanel {

    @Inject
    KnownProblems problems;

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<Component> build(DeskProfile desk) {
        var banner = problems.banner();
        banner.show(null, Words.locale().getLanguage(), desk.slug());
        return Optional.of(banner);
    }
}
