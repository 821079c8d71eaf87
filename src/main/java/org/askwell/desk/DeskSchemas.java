package org.askwell.desk;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * What desks want to know of their tickets: everybody may read it, a desk's owners and administrators change it. One
 * public method is one transaction.
 */
@ApplicationService
public class DeskSchemas {

    @Inject
    DeskRepository desks;

    @Inject
    SchemaShelf shelf;

    @Inject
    CurrentPerson current;

    @Inject
    @Any
    Instance<FieldUse> uses;

    @Inject
    Event<DeskEvent> events;

    /** Of a desk that is not known: nothing. Costs no statement as a rule. */
    public DeskSchema of(@Nullable String desk) {
        return desk == null ? DeskSchema.none("") : shelf.of(desk);
    }

    public Collection<DeskSchema> all() {
        return shelf.all().values();
    }

    /** Makes a category, or changes the one of that slug. */
    public void put(String desk, Category category) {
        requireMayChange(desk);
        var all = desks.categories(desk);
        requireTwoLevels(all, category);
        var known = all.stream().filter(it -> it.slug().equals(category.slug())).findFirst();
        if (known.isPresent()) {
            known.get().take(category);
        } else if (all.size() >= DeskSchema.MOST_CATEGORIES) {
            throw Refusal.invalid("categories-too-many", DeskSchema.MOST_CATEGORIES);
        } else {
            desks.add(new DeskCategory(desk, category, all.size()));
        }
        events.fire(new DeskEvent.SchemaChanged(desk));
    }

    /** Makes a field, or changes the one of that key. */
    public void put(String desk, OwnField field) {
        requireMayChange(desk);
        var all = desks.fields(desk);
        var known = all.stream().filter(it -> it.key().equals(field.key())).findFirst();
        long others = all.stream()
                .filter(it -> !it.key().equals(field.key()) && !it.field().retired())
                .count();
        if (!field.retired() && others >= DeskSchema.MOST_FIELDS) {
            throw Refusal.invalid("fields-too-many", DeskSchema.MOST_FIELDS);
        }
        if (known.isPresent()) {
            requireSameKind(desk, known.get().field(), field);
            known.get().take(field);
        } else if (all.stream().anyMatch(it -> it.key().equalsIgnoreCase(field.key()))) {
            throw Refusal.conflict("field-exists", field.key());
        } else {
            desks.add(new DeskField(desk, field, all.size()));
        }
        events.fire(new DeskEvent.SchemaChanged(desk));
    }

    /** Puts the categories into this order; those that are not named follow. */
    public void orderCategories(String desk, List<String> slugs) {
        requireMayChange(desk);
        desks.categories(desk).forEach(it -> it.moveTo(placeIn(slugs, it.slug())));
        events.fire(new DeskEvent.SchemaChanged(desk));
    }

    /** Puts the fields into this order; those that are not named follow. */
    public void orderFields(String desk, List<String> keys) {
        requireMayChange(desk);
        desks.fields(desk).forEach(it -> it.moveTo(placeIn(keys, it.key())));
        events.fire(new DeskEvent.SchemaChanged(desk));
    }

    /** Whether a ticket can be resolved only once it has a category. */
    public void needCategory(String desk, boolean needed) {
        requireMayChange(desk);
        desks.require(desk).needCategory(needed);
        events.fire(new DeskEvent.SchemaChanged(desk));
    }

    private void requireMayChange(String desk) {
        DeskAccess.requireMayChange(current.get(), desk);
        desks.require(desk);
    }

    private void requireSameKind(String desk, OwnField before, OwnField after) {
        if (before.kind() != after.kind() && uses.stream().anyMatch(it -> it.isUsed(desk, before))) {
            throw Refusal.conflict("field-in-use", before.name(current.get().locale()));
        }
    }

    private static void requireTwoLevels(List<DeskCategory> all, Category category) {
        var parent = category.parent();
        if (parent == null) {
            return;
        }
        boolean parentIsFirst = all.stream()
                .map(DeskCategory::category)
                .anyMatch(it -> it.slug().equals(parent) && it.parent() == null);
        boolean hasChildren = all.stream()
                .map(DeskCategory::category)
                .anyMatch(it -> category.slug().equals(it.parent()));
        if (!parentIsFirst || hasChildren) {
            throw Refusal.invalid("category-parent", parent);
        }
    }

    private static int placeIn(List<String> order, String name) {
        int at = order.indexOf(name);
        return at < 0 ? order.size() : at;
    }
}
