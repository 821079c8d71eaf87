package org.askwell.knowledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportOutcome;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportProgressTest {

    static final ImportId ID = new ImportId("I-7");

    final List<ImportId> cancelled = new ArrayList<>();
    final ImportProgress progress = new ImportProgress(cancelled::add, id -> new Span("lines of " + id));

    @Test
    void the_button_that_stops_an_import_stays_while_the_numbers_run() {
        progress.show(report(ID, ImportState.WAITING, 0, 0));
        var button = button().orElseThrow();
        assertThat(bar().getAttribute("value")).isNull();

        progress.show(report(ID, ImportState.RUNNING, 1, 9));
        progress.show(report(ID, ImportState.RUNNING, 2, 9));

        assertThat(button()).containsSame(button);
        assertThat(bar().getAttribute("value")).isEqualTo("2");
        assertThat(bar().getAttribute("max")).isEqualTo("9");
        assertThat(text()).contains("2 of 9 files").contains("2 new").doesNotContain("1 of 9");
        press(button);
        assertThat(cancelled).containsExactly(ID);
    }

    @Test
    void an_import_that_has_ended_shows_its_lines_and_cannot_be_stopped() {
        progress.show(report(ID, ImportState.RUNNING, 8, 9));
        progress.show(report(ID, ImportState.DONE, 9, 9));

        assertThat(button()).isEmpty();
        assertThat(text()).contains("9 files were looked at").contains("lines of I-7");
        assertThat(elements().map(Element::getTag)).doesNotContain("progress");
    }

    @Test
    void each_import_has_a_button_of_its_own() {
        progress.show(report(ID, ImportState.RUNNING, 8, 9));
        var next = new ImportId("I-8");
        progress.show(report(next, ImportState.RUNNING, 0, 3));
        press(button().orElseThrow());

        assertThat(cancelled).containsExactly(next);
    }

    @Test
    void nothing_is_left_of_an_import_that_cannot_be_seen_any_more() {
        progress.show(report(ID, ImportState.RUNNING, 8, 9));
        progress.clear();
        assertThat(text()).isEmpty();

        progress.show(report(ID, ImportState.RUNNING, 8, 9));
        assertThat(text()).contains("8 of 9 files");
    }

    private static void press(NativeButton button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static ImportReport report(ImportId id, ImportState state, int done, int total) {
        return new ImportReport(
                id,
                "it",
                "many.zip",
                state,
                done,
                total,
                null,
                Instant.parse("2026-11-02T09:00:00Z"),
                Map.of(ImportOutcome.TAKEN, done, ImportOutcome.WAITING, total - done),
                List.of());
    }

    private Element bar() {
        return elements()
                .filter(it -> it.getTag().equals("progress"))
                .findFirst()
                .orElseThrow();
    }

    private Optional<NativeButton> button() {
        return components(progress)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .findFirst();
    }

    private String text() {
        return progress.getElement().getTextRecursively();
    }

    private Stream<Element> elements() {
        return below(progress.getElement()).filter(it -> !it.isTextNode());
    }

    private static Stream<Element> below(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(ImportProgressTest::below));
    }

    private static Stream<Component> components(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImportProgressTest::components));
    }
}
