package org.askwell.common.db;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.askwell.common.Settings;
import org.flywaydb.core.Flyway;

/**
 * The portal's database: H2 in a file by default, PostgreSQL by three settings, one schema for both.
 *
 * <p>Before anything else happens the settings are checked and the schema is brought up to date. If either fails, the
 * process ends with one sentence and status 78: a server that answers 404 to everything is worse than none.
 */
@DataSourceDefinition(
        name = Database.JNDI_NAME,
        className = "org.askwell.common.db.PortalDataSource",
        url =
                "${MPCONFIG=ASKWELL_DB_URL:jdbc:h2:mem:askwell;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1}",
        user = "${MPCONFIG=ASKWELL_DB_USER:sa}",
        password = "${MPCONFIG=ASKWELL_DB_PASSWORD:}",
        minPoolSize = 0,
        maxPoolSize = 24,
        initialPoolSize = 0,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=4000"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {

    public static final String JNDI_NAME = "java:app/jdbc/askwell";

    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Resource(lookup = JNDI_NAME)
    DataSource dataSource;

    @PostConstruct
    void open() {
        try {
            Settings.check();
            var schema = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load();
            Settings.text("ASKWELL_RESTORE")
                    .map(Path::of)
                    .ifPresent(file -> new Restore(dataSource, schema, Settings.dataFolder()).from(file));
            var migrated = schema.migrate();
            LOG.log(Level.INFO, "Database schema is at version {0}", migrated.targetSchemaVersion);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "The database cannot be used", failure);
            System.err.println("Askwell did not start: " + Settings.oneSentence(failure));
            System.err.flush();
            Runtime.getRuntime().halt(Settings.EXIT_STATUS);
        }
    }
}
