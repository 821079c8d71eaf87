package org.askwell.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.askwell.ask.ArticleScore;
import org.askwell.knowledge.ArticleId;
import org.askwell.learning.ArticleScores;

/** How well an article did as an answer in the last 90 days; for its owner and curators. */
@Path("articles/{id}/score")
@Produces(MediaType.APPLICATION_JSON)
public class ArticleScoreResource {

    @Inject
    ArticleScores scores;

    @GET
    public ArticleScore score(@PathParam("id") ArticleId id) {
        return scores.score(id);
    }
}
