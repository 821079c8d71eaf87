package org.askwell.people;

import org.jspecify.annotations.Nullable;

/**
 * That one thing said of a person becomes another.
 *
 * @param field as it is called in REST: {@code staffNumber}, {@code manager}...
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
