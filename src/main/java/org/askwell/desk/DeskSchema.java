package org.askwell.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a desk wants to know of its tickets: a category, and its own fields.
 *
 * @param categories in their order, each followed by those that belong to it; retired ones among them
 * @param fields in their order; retired ones among them
 * @param categoryNeeded a ticket cannot be resolved without a category
 */
public record DeskSchema(String desk, List<Category> categories, List<OwnField> fields, boolean categoryNeeded)
        implements Serializable {

    public static final int MOST_FIELDS = 10;
    public static final int MOST_CATEGORIES = 200;

    public DeskSchema {
        categories = List.copyOf(categories);
        fields = List.copyOf(fields);
    }

    /** A desk that wants to know nothing. */
    public static DeskSchema none(String desk) {
        return new DeskSchema(desk, List.of(), List.of(), false);
    }

    public Optional<Category> category(@Nullable String slug) {
        return categories.stream().filter(it -> it.slug().equals(slug)).findFirst();
    }

    public Optional<OwnField> field(@Nullable String key) {
        return fields.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** What one can choose now. */
    public List<Category> offered() {
        return categories.stream()
                .filter(it -> !it.retired())
                .filter(it -> it.parent() == null
                        || category(it.parent())
                                .map(parent -> !parent.retired())
                                .orElse(false))
                .toList();
    }

    /** What is asked for now. */
    public List<OwnField> asked() {
        return fields.stream().filter(it -> !it.retired()).toList();
    }

    public List<OwnField> askedOfEmployees() {
        return asked().stream()
                .filter(it -> it.filledBy() == OwnField.FilledBy.EMPLOYEE)
                .toList();
    }

    public boolean isEmpty() {
        return categories.isEmpty() && fields.isEmpty();
    }

    /** A category with all that belong to it. */
    public Set<String> within(String slug) {
        return categories.stream()
                .filter(it -> slug.equals(it.slug()) || slug.equals(it.parent()))
                .map(Category::slug)
                .collect(Collectors.toSet());
    }

    /** The category that this one belongs to; empty for one of the first level. */
    public String groupOf(@Nullable String slug) {
        return category(slug).map(Category::parent).orElse("");
    }

    /** {@code Hardware › Laptop}; a category that is not known is called as it is kept. */
    public String label(String slug, Locale locale) {
        return category(slug)
                .map(it -> category(it.parent())
                        .map(parent -> parent.name(locale) + " › " + it.name(locale))
                        .orElseGet(() -> it.name(locale)))
                .orElse(slug);
    }
}
