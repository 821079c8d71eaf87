package org.askwell.ask;

import java.util.List;
import org.askwell.knowledge.ArticleId;

/** An article cut into what can be pinned. All places are Unicode code points. */
public record PinChoice(ArticleId article, int revision, String title, String language, List<Part> parts) {

    /** What stands under one heading; a passage does not go beyond it. */
    public record Part(String heading, List<Piece> pieces) {}

    /** A paragraph, a list item, a row. */
    public record Piece(int start, int end, String text) {}
}
