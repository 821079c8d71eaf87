package org.askwell;

import org.askwell.house.Inside;
import org.askwell.house.TestDatabase;
import org.askwell.search.Changes;
import org.askwell.views.Views;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class InsideH2IT extends PortalInside implements Views {

    @Deployment
    static WebArchive portal() {
        return Inside.portal(TestDatabase.H2, InsideH2IT.class, PortalInside.class, Changes.class);
    }
}
