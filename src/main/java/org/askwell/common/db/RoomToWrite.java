package org.askwell.common.db;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import org.askwell.common.DiskRoom;
import org.askwell.common.Settings;

/** Before anything is written to the built-in database: is there room for it? PostgreSQL looks after its own disk. */
public class RoomToWrite {

    private final boolean builtIn = !Settings.text("ASKWELL_DB_URL").orElse("").startsWith("jdbc:postgresql:");
    private final DiskRoom room = DiskRoom.ofThisInstallation();

    @PrePersist
    @PreUpdate
    void check(Object entity) {
        if (builtIn) {
            room.require();
        }
    }
}
