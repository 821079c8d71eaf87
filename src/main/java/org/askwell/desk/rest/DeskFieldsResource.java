package org.askwell.desk.rest;

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
import java.util.Objects;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.OwnField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The own fields of a desk, at most ten at a time. Fields are retired, never deleted. */
@Path("desks/{desk}/fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeskFieldsResource {

    @Inject
    DeskSchemas schemas;

    @Inject
    DeskService desks;

    @GET
    public DeskFields list(@PathParam("desk") String desk) {
        return new DeskFields(schemas.of(desks.desk(desk).slug()).fields().stream()
                .map(DeskFieldBody::of)
                .toList());
    }

    @PUT
    public DeskFields arrange(@PathParam("desk") String desk, @Valid @NotNull FieldOrder body) {
        schemas.orderFields(desk, body.order());
        return list(desk);
    }

    /** Makes the field, or changes it. The type of a field that is in use stays. */
    @PUT
    @Path("{key}")
    public void put(@PathParam("desk") String desk, @PathParam("key") String key, @Valid @NotNull FieldSettings body) {
        schemas.put(desk, body.field(key));
    }

    /** @param order keys; fields that are not named follow */
    public record FieldOrder(@NotNull @Size(max = 300) List<@NotBlank String> order) {}

    /**
     * @param choices for a CHOICE only
     * @param setBy EMPLOYEE: asked for when a ticket is filed; AGENT, when left out: filled in by those who answer
     */
    public record FieldSettings(
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn,
            @NotNull OwnField.FieldType type,
            @Nullable @Size(max = OwnField.MOST_CHOICES) List<@Valid @NotNull ChoiceBody> choices,
            OwnField.@Nullable FilledBy setBy,
            @Nullable Boolean requiredToFile,
            @Nullable Boolean requiredToResolve,
            @Nullable @Size(max = 300) String helpZh,
            @Nullable @Size(max = 300) String helpEn,
            @Nullable Boolean retired) {

        OwnField field(String key) {
            return new OwnField(
                    key,
                    nameZh,
                    nameEn,
                    type,
                    Objects.requireNonNullElse(choices, List.<ChoiceBody>of()).stream()
                            .map(ChoiceBody::choice)
                            .toList(),
                    Objects.requireNonNullElse(setBy, OwnField.FilledBy.AGENT),
                    Boolean.TRUE.equals(requiredToFile),
                    Boolean.TRUE.equals(requiredToResolve),
                    Objects.requireNonNullElse(helpZh, ""),
                    Objects.requireNonNullElse(helpEn, ""),
                    Boolean.TRUE.equals(retired));
        }
    }

    /** @param nameZh the value itself, when left out; likewise {@code nameEn} */
    @Schema(name = "FieldChoice")
    public record ChoiceBody(
            @NotBlank @Size(max = 60) String value,
            @Nullable @Size(max = 60) String nameZh,
            @Nullable @Size(max = 60) String nameEn) {

        OwnField.Choice choice() {
            var zh = Objects.requireNonNullElse(nameZh, value);
            return new OwnField.Choice(value, zh, Objects.requireNonNullElse(nameEn, zh));
        }
    }

    public record DeskFields(List<DeskFieldBody> items) {}

    public record DeskFieldBody(
            String key,
            String nameZh,
            String nameEn,
            OwnField.FieldType type,
            List<ChoiceBody> choices,
            OwnField.FilledBy setBy,
            boolean requiredToFile,
            boolean requiredToResolve,
            String helpZh,
            String helpEn,
            boolean retired) {

        static DeskFieldBody of(OwnField it) {
            return new DeskFieldBody(
                    it.key(),
                    it.nameZh(),
                    it.nameEn(),
                    it.kind(),
                    it.choices().stream()
                            .map(choice -> new ChoiceBody(choice.value(), choice.nameZh(), choice.nameEn()))
                            .toList(),
                    it.filledBy(),
                    it.toFile(),
                    it.toResolve(),
                    it.helpZh(),
                    it.helpEn(),
                    it.retired());
        }
    }
}
