package org.askwell.common.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** Everything a page does, for programs. What stands here is common to all of it in the description at {@code /openapi}. */
@ApplicationPath("api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Askwell",
                        version = "of the build",
                        description = "Questions, tickets, articles, desks and rules of an internal helpdesk.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This portal"),
        security = @SecurityRequirement(name = ApiDescription.TOKEN),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = ApiDescription.TOKEN,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        description = "A personal token; POST /api/me/tokens makes one."),
                        parameters =
                                @Parameter(
                                        name = ApiDescription.IDEMPOTENCY_KEY,
                                        in = ParameterIn.HEADER,
                                        description =
                                                "The same key with the same body gives the first reply again; with another"
                                                        + " body it is refused with 422.",
                                        schema = @Schema(implementation = String.class, maxLength = 200)),
                        responses =
                                @APIResponse(
                                        name = ApiDescription.PROBLEM,
                                        description = "A refusal, told the RFC 9457 way",
                                        content =
                                                @Content(
                                                        mediaType = "application/problem+json",
                                                        schema = @Schema(implementation = Problem.class)))))
public class RestApplication extends Application {}
