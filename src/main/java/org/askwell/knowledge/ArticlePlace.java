package org.askwell.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * Where an article stands.
 *
 * @param parent the article above it in the tree of that space; null for the top
 * @param position among its neighbours: small numbers first, equal ones by title
 */
public record ArticlePlace(String space, @Nullable ArticleId parent, int position) {}
