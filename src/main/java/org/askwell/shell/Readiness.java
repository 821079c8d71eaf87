package org.askwell.shell;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.askwell.common.db.Database;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means: the database answers, and nobody is still moving in. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    @Resource(lookup = Database.JNDI_NAME)
    DataSource dataSource;

    @Inject
    MovingIn movingIn;

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
            return response.status(result.next()).build();
        } catch (SQLException away) {
            return response.down().withData("database", "away").build();
        }
    }
}
