package org.askwell.desk.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.askwell.common.Places;
import org.askwell.common.QrCode;
import org.askwell.common.Settings;
import org.askwell.desk.DeskService;

/** The address of a desk's page as a picture to scan. */
@Path("desks/{desk}/qr")
public class DeskQrResource {

    @Inject
    DeskService desks;

    /** SVG, of any size. */
    @GET
    @Produces({"image/svg+xml", MediaType.APPLICATION_JSON})
    public String code(@PathParam("desk") String slug) {
        return QrCode.of(Settings.baseUrl() + "/" + Places.desk(desks.desk(slug).slug()))
                .svg();
    }
}
