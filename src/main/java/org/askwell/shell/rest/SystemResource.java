package org.askwell.shell.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.askwell.common.db.Backups;
import org.askwell.shell.SystemService;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How the installation is, and its backups; for administrators. */
@Path("system")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SystemResource {

    @Inject
    SystemService system;

    @GET
    public Overview overview() {
        return new Overview(system.version(), system.parts());
    }

    @GET
    @Path("backups")
    public BackupList backups() {
        return new BackupList(system.backups(), system.runningBackup().orElse(null));
    }

    /** Begins one, or tells of the one that is being made. */
    @POST
    @Path("backups")
    @APIResponseSchema(value = Begun.class, responseCode = "202")
    public Response begin() {
        var name = system.backUp();
        return Response.accepted(new Begun(name))
                .location(URI.create("/api/system/backups/" + name))
                .build();
    }

    /** The file itself; NOT_FOUND until it is finished. */
    @GET
    @Path("backups/{name}")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    public Response download(@PathParam("name") String name) {
        return Response.ok(system.readBackup(name), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @DELETE
    @Path("backups/{name}")
    public void delete(@PathParam("name") String name) {
        system.deleteBackup(name);
    }

    /** Stops the one that is being made. */
    @DELETE
    @Path("backups/running")
    public void stop() {
        system.stopBackup();
    }

    public record Overview(String version, List<SystemService.Part> parts) {}

    public record BackupList(List<Backups.File> items, Backups.@Nullable Running running) {}

    public record Begun(String name) {}
}
