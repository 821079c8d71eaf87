package org.askwell.search;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.ai.Embedder;
import org.askwell.common.Settings;

/** Opens the index in the data folder when the portal starts, once the database is there, and lets it be followed. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class IndexOpening {

    @Inject
    IndexFollower follower;

    @PostConstruct
    void open() {
        follower.begin();
    }

    /** Makes the index and what it needs known to the rooms. */
    @ApplicationScoped
    static class Shelf {

        private static final Logger LOG = Logger.getLogger(Shelf.class.getName());

        @Produces
        @ApplicationScoped
        PassageIndex index(Embedder embedder) {
            var index = LuceneIndex.open(Settings.dataFolder().resolve("index"), embedder);
            if (!index.whyEmpty().isEmpty()) {
                LOG.log(Level.INFO, "The index begins empty: {0}", index.whyEmpty());
            }
            return index;
        }

        void close(@Disposes PassageIndex index) {
            index.close();
        }
    }
}
