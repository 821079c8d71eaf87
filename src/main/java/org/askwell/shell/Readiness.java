package org.askwell.shell;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.askwell.common.db.Database;
import org.askwell.search.SearchService;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready means: the database answers, the index has something to find, and nobody is still moving in.
 *
 * <p>Migrations need no check of their own: a schema that cannot be brought up to date ends the process. An index that
 * was lost is filled again while the portal serves; it holds readiness back only until its first pages are in, because
 * until then every question would be answered with "not found". Pages that merely wait for their vectors, or an index
 * that has fallen behind, are told but do not take the portal from its people.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    @Resource(lookup = Database.JNDI_NAME)
    DataSource dataSource;

    @Inject
    MovingIn movingIn;

    @Inject
    SearchService search;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("portal");
        var progress = movingIn.progress();
        if (progress != null) {
            return response.down()
                    .withData("step", progress.step())
                    .withData("done", progress.done())
                    .withData("total", progress.total())
                    .build();
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select 1")) {
            result.next();
        } catch (SQLException away) {
            return response.down().withData("database", "away").build();
        }
        var index = search.progress();
        var failure = index.failure();
        response.withData("indexPages", index.pages())
                .withData("indexPagesWithoutVectors", index.withoutVectors())
                .withData("indexRebuilding", index.rebuilding());
        if (failure != null) {
            response.withData("indexFailure", failure);
        }
        return response.status(!index.rebuilding() || index.pages() > 0).build();
    }
}
