package org.askwell.ask;

import org.askwell.common.markdown.MarkdownText;
import org.askwell.search.Hit;

/** A passage that was found, with the whole text it stands in, read from the revision that may be shown. */
public record Found(Hit hit, MarkdownText text) {}
