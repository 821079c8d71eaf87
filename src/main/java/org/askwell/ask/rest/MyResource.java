package org.askwell.ask.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.askwell.ask.MyThing;
import org.askwell.ask.MyThings;
import org.askwell.ask.MyTodo;
import org.askwell.common.Places;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.jspecify.annotations.Nullable;

/** Everything of one's own in one list. */
@Path("my")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MyResource {

    @Inject
    MyThings mine;

    /** The newest first; what waits for oneself stands in {@code todos} of the first page. */
    @GET
    public Mine list(
            @QueryParam("show") MyThings.@Nullable Show show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean first = cursor == null || cursor.isEmpty();
        var slice = mine.list(Objects.requireNonNullElse(show, MyThings.Show.ALL), cursor, Slice.limit(limit));
        return new Mine(
                first ? mine.todos().stream().map(TodoLine::of).toList() : List.of(),
                slice.items().stream().map(MyLine::of).toList(),
                slice.nextCursor());
    }

    public record Mine(
            List<TodoLine> todos,
            List<MyLine> items,
            @Nullable String nextCursor) {}

    /**
     * @param about the public id of the thing
     * @param sentence what is to be done; missing for a solved request that is to be confirmed
     */
    public record TodoLine(String about, @Nullable String sentence, Instant at, String url) {
        static TodoLine of(MyTodo todo) {
            return new TodoLine(todo.about(), todo.sentence(), todo.at(), Settings.baseUrl() + "/" + todo.place());
        }
    }

    /**
     * @param id the number of a ticket, or the id of a question
     * @param state the status of a ticket, or the outcome of a question
     * @param ticket what a question became
     */
    public record MyLine(
            MyThing.Type type,
            String id,
            String text,
            String state,
            @Nullable String desk,
            @Nullable String ticket,
            Instant at,
            String url) {
        static MyLine of(MyThing thing) {
            var place = thing.type() == MyThing.Type.TICKET ? Places.ticket(thing.id()) : Places.question(thing.id());
            return new MyLine(
                    thing.type(),
                    thing.id(),
                    thing.text(),
                    thing.state(),
                    thing.desk(),
                    thing.ticket(),
                    thing.at(),
                    Settings.baseUrl() + "/" + place);
        }
    }
}
