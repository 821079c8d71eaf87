package org.askwell.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.cdi.CdiInstantiator;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import elemental.json.JsonObject;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.askwell.common.Texts;
import org.askwell.people.PersonId;
import org.askwell.people.Session;
import org.askwell.shell.ui.NothingHere;
import org.awaitility.Awaitility;

/**
 * The portal's pages in front of one person, without a browser: made by the portal's own beans, on its own database.
 *
 * <p>One screen at a time on a thread, and to be closed. Only what a person could see can be read, pressed and filled
 * in; while a dialog is open, only the dialog. Words are given by their keys and looked up in the person's language.
 */
public final class Screen implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Pattern CITED = Pattern.compile("<(\\w+)[^>]*class=\"cited\"[^>]*>(.*?)</\\1>");

    private int status = 200;

    private Screen() {}

    /** Signs a person in; the home page is open. */
    public static Screen of(PersonId person) {
        MockVaadin.setup(MockedUI::new, new Pages(person));
        return new Screen();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
    }

    /** As when the address is typed into the browser. */
    public Screen open(String address) {
        var ui = UI.getCurrent();
        status = ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** What the address that was opened last was answered with: 200, or 404. */
    public int status() {
        return status;
    }

    /** Where the person is, without a leading slash. */
    public String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** What the tab is called. */
    public String title() {
        return UI.getCurrent().getInternals().getTitle();
    }

    /** Everything that can be read now, each piece on a line of its own. */
    public String text() {
        var text = new StringBuilder();
        UI.getCurrent().getChildren().forEach(it -> read(it.getElement(), text));
        return text.toString();
    }

    /** The parts of the page with that class themselves, to see whether they stay. */
    public List<Component> parts(String className) {
        return LocatorJ._find(Component.class, spec -> spec.withClasses(className));
    }

    /** What the parts of the page with that class say. */
    public List<String> texts(String className) {
        return LocatorJ._find(Component.class, spec -> spec.withClasses(className)).stream()
                .map(Screen::textOf)
                .toList();
    }

    /** The passage of an article that stands out. */
    public String marked() {
        return LocatorJ._find(Component.class).stream()
                .map(it -> it.getElement().getProperty("innerHTML", ""))
                .flatMap(html -> CITED.matcher(html).results())
                .map(it -> it.group(2))
                .collect(Collectors.joining());
    }

    /** The sentences that say no. */
    public List<String> refusals() {
        return LocatorJ._find(inFront(), Paragraph.class, spec -> spec.withClasses("notice")).stream()
                .map(Screen::textOf)
                .toList();
    }

    public String word(String key, Object... arguments) {
        return Texts.in(UI.getCurrent().getLocale(), key, arguments);
    }

    /** Where the links of that class lead. */
    public List<String> linksIn(String className) {
        return LocatorJ._find(Component.class, spec -> spec.withClasses(className)).stream()
                .flatMap(it -> LocatorJ._find(it, Anchor.class).stream())
                .map(Anchor::getHref)
                .toList();
    }

    /** Where a link leads. */
    public String link(String text) {
        return LocatorJ._get(Anchor.class, spec -> spec.withText(text)).getHref();
    }

    public boolean offers(String key, Object... arguments) {
        return !buttons(word(key, arguments)).isEmpty();
    }

    public Screen press(String key, Object... arguments) {
        click(button(key, arguments), 1);
        return this;
    }

    /** As an impatient hand does: the second press arrives wherever the button still is. */
    public Screen pressTwice(String key, Object... arguments) {
        var button = button(key, arguments);
        click(button, 1);
        if (button.isAttached() && button.isVisible() && button.isEnabled()) {
            click(button, 2);
        }
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Whether a button is still the same one afterwards, so that a press that was on its way arrives. */
    public boolean stays(String key, Runnable meanwhile) {
        var button = button(key);
        meanwhile.run();
        MockVaadin.clientRoundtrip();
        return button.isAttached() && button.isVisible();
    }

    public Screen type(String label, String text) {
        LocatorJ._setValue(field(label), text);
        MockVaadin.clientRoundtrip();
        return this;
    }

    public String typed(String label) {
        return field(label).getValue();
    }

    /** What a list of choices shows as chosen. */
    public String chosen(String label) {
        return chosen(select(label));
    }

    private <T> String chosen(Select<T> select) {
        return select.getItemLabelGenerator().apply(select.getValue());
    }

    public Screen choose(String label, String choice) {
        choose(select(label), choice);
        MockVaadin.clientRoundtrip();
        return this;
    }

    private <T> void choose(Select<T> select, String choice) {
        var item = select.getListDataView()
                .getItems()
                .filter(it -> select.getItemLabelGenerator().apply(it).equals(choice))
                .findFirst();
        LocatorJ._setValue(select, item.orElseThrow(() -> new AssertionError("There is no choice " + choice)));
    }

    /** The same in a field that narrows its choices by what is typed. */
    public Screen pick(String label, String choice) {
        pick(labelled(ComboBox.class, caption(label)), choice);
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Types the first word of the choice. */
    private <T> void pick(ComboBox<T> box, String choice) {
        ComboBoxKt.setUserInput(box, choice.split(" ", 2)[0]);
        var item = ComboBoxKt.getSuggestionItems(box).stream()
                .filter(it -> box.getItemLabelGenerator().apply(it).equals(choice))
                .findFirst();
        LocatorJ._setValue(box, item.orElseThrow(() -> new AssertionError("There is no choice " + choice)));
    }

    public boolean asks() {
        return !openDialogs().isEmpty();
    }

    /** What the browser tells of a part of the page by itself. */
    public Screen hears(String className, String event, JsonObject data) {
        var part = parts(className).getFirst().getElement();
        part.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(part, event, data));
        return this;
    }

    /** Lets what happened elsewhere arrive until it can be seen. */
    public Screen awaits(String what, BooleanSupplier seen) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> {
                    MockVaadin.clientRoundtrip();
                    return seen.getAsBoolean();
                });
        return this;
    }

    private NativeButton button(String key, Object... arguments) {
        var caption = word(key, arguments);
        var buttons = buttons(caption);
        assertThat(buttons).as("buttons called %s in\n%s", caption, text()).hasSize(1);
        assertThat(buttons.getFirst().isEnabled())
                .as(caption + " can be pressed")
                .isTrue();
        return buttons.getFirst();
    }

    private List<NativeButton> buttons(String caption) {
        return LocatorJ._find(inFront(), NativeButton.class, spec -> spec.withText(caption));
    }

    private static void click(NativeButton button, int count) {
        ComponentUtil.fireEvent(
                button, new ClickEvent<>(button, true, 0, 0, 0, 0, count, 0, false, false, false, false));
    }

    @SuppressWarnings("unchecked")
    private TextFieldBase<?, String> field(String label) {
        return (TextFieldBase<?, String>) labelled(TextFieldBase.class, caption(label));
    }

    /** What a desk has named itself is given as it reads. */
    private String caption(String label) {
        return Texts.has(label) ? word(label) : label;
    }

    private Select<?> select(String label) {
        return labelled(Select.class, caption(label));
    }

    private static <T extends Component & HasValue<?, ?>> T labelled(Class<T> type, String label) {
        var fields = LocatorJ._find(inFront(), type, spec -> spec.withPredicate(it -> isCalled(it, label)));
        assertThat(fields).as("fields called %s", label).hasSize(1);
        return fields.getFirst();
    }

    private static boolean isCalled(Component field, String label) {
        return field instanceof HasLabel labelled && label.equals(labelled.getLabel())
                || field instanceof HasAriaLabel spoken
                        && spoken.getAriaLabel().filter(label::equals).isPresent();
    }

    private static Component inFront() {
        var dialogs = openDialogs();
        return dialogs.isEmpty() ? UI.getCurrent() : dialogs.getLast();
    }

    private static List<Dialog> openDialogs() {
        return LocatorJ._find(Dialog.class).stream().filter(Dialog::isOpened).toList();
    }

    private static String textOf(Component component) {
        var text = new StringBuilder();
        read(component.getElement(), text);
        return text.toString().strip();
    }

    private static void read(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText());
            return;
        }
        var component = element.getComponent().orElse(null);
        if (!element.isVisible() || component instanceof Dialog dialog && !dialog.isOpened()) {
            return;
        }
        for (var property : List.of("label", "headerTitle", "innerHTML")) {
            var words = element.getProperty(property);
            if (words != null) {
                text.append(words.replaceAll("<[^>]*>", "")).append('\n');
            }
        }
        element.getChildren().forEach(child -> read(child, text));
        text.append('\n');
    }

    /** The portal's routes and beans behind a servlet that no server knows. */
    private static final class Pages extends MockVaadinServlet {

        private final transient PersonId person;

        Pages(PersonId person) {
            super(new Routes(routes(), Set.of(NothingHere.class), true));
            this.person = person;
        }

        @SuppressWarnings("unchecked")
        private static Set<Class<? extends Component>> routes() {
            return CDI.current().getBeanManager().getBeans(Component.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(it -> it.isAnnotationPresent(Route.class) || it.isAnnotationPresent(Layout.class))
                    .map(it -> (Class<? extends Component>) it)
                    .collect(Collectors.toSet());
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new Service(this, configuration, person);
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    /** Asks CDI for everything, as the portal's own does, and knows who has signed in. */
    private static final class Service extends MockService {

        private final transient PersonId person;

        Service(Pages pages, DeploymentConfiguration configuration, PersonId person) {
            super(pages, configuration, MockedUI::new);
            this.person = person;
        }

        @Override
        protected Optional<Instantiator> loadInstantiators() {
            return Optional.of(new CdiInstantiator(CDI.current().getBeanManager(), this));
        }

        @Override
        protected VaadinSession createVaadinSession(VaadinRequest request) {
            request.getWrappedSession().setAttribute(Session.PERSON, person.value());
            return super.createVaadinSession(request);
        }
    }
}
