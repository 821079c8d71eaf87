package org.askwell.ask.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.askwell.ask.PinService;
import org.askwell.ask.rest.RecommendedResource.RecommendedQuestions;
import org.askwell.desk.DeskService;
import org.jspecify.annotations.Nullable;

/** What is worth asking at one desk. */
@Path("desks/{desk}/questions")
@Produces(MediaType.APPLICATION_JSON)
public class DeskQuestionsResource {

    @Inject
    PinService service;

    @Inject
    DeskService desks;

    /** In your language: what the desk has pinned in its order, then what its articles answer most of late. */
    @GET
    public RecommendedQuestions questions(
            @PathParam("desk") String desk, @QueryParam("limit") @Nullable Integer limit) {
        var most = RecommendedResource.most(limit);
        return RecommendedQuestions.of(service.recommended(desks.desk(desk).slug(), most, most));
    }
}
