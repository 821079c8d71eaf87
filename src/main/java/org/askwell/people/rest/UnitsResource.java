package org.askwell.people.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.askwell.people.Department;
import org.askwell.people.Group;
import org.askwell.people.PeopleService;
import org.askwell.people.Unit;

/** The departments and groups of the company. Putting a name at a new address makes one. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UnitsResource {

    @Inject
    PeopleService people;

    @GET
    @Path("departments")
    public List<UnitBody> departments() {
        return people.departments().stream().map(UnitBody::of).toList();
    }

    @PUT
    @Path("departments/{department}")
    public void department(@PathParam("department") String slug, @Valid @NotNull UnitNames names) {
        if (people.departments().stream().anyMatch(it -> it.slug().equals(slug))) {
            people.renameDepartment(slug, names.nameZh(), names.nameEn());
        } else {
            people.addDepartment(new Department(slug, names.nameZh(), names.nameEn(), null));
        }
    }

    @GET
    @Path("groups")
    public List<UnitBody> groups() {
        return people.groups().stream().map(UnitBody::of).toList();
    }

    @PUT
    @Path("groups/{group}")
    public void group(@PathParam("group") String slug, @Valid @NotNull UnitNames names) {
        if (people.groups().stream().anyMatch(it -> it.slug().equals(slug))) {
            people.renameGroup(slug, names.nameZh(), names.nameEn());
        } else {
            people.addGroup(new Group(slug, names.nameZh(), names.nameEn()));
        }
    }

    public record UnitBody(String slug, String nameZh, String nameEn) {
        static UnitBody of(Unit unit) {
            return new UnitBody(unit.slug(), unit.nameZh(), unit.nameEn());
        }
    }

    public record UnitNames(
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn) {}
}
