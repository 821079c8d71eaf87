package org.askwell.desk;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.List;
import org.askwell.common.db.StringsConverter;

/**
 * A service desk: the people one turns to for one kind of thing.
 *
 * <p>A desk is opened by an administrator together with its first queue. Its owners change its names, hours and queues;
 * its slug and the prefix of its ticket numbers stay, because addresses and mails bear them. It is never deleted.
 */
@Entity
public class Desk {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "desk_seq")
    @SequenceGenerator(name = "desk_seq", sequenceName = "desk_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(nullable = false, unique = true, updatable = false)
    private String prefix;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "welcome_zh")
    private String welcomeZh;

    @Column(name = "welcome_en")
    private String welcomeEn;

    @Column(name = "default_queue")
    private String defaultQueue;

    @Convert(converter = StringsConverter.class)
    private List<String> spaces;

    private String zone;

    @Convert(converter = StringsConverter.class)
    @Column(name = "opening_hours")
    private List<String> openingHours;

    @Column(name = "close_after")
    private int closeAfter;

    @Column(name = "category_needed")
    private boolean categoryNeeded;

    protected Desk() {} // JPA

    public Desk(DeskProfile profile) {
        slug = profile.slug();
        prefix = profile.prefix();
        take(profile);
    }

    /** Takes over everything that may change; slug and prefix of the profile are not looked at. */
    public final DeskEvent.DeskChanged take(DeskProfile profile) {
        nameZh = profile.nameZh();
        nameEn = profile.nameEn();
        welcomeZh = profile.welcomeZh();
        welcomeEn = profile.welcomeEn();
        defaultQueue = profile.defaultQueue();
        spaces = profile.spaces();
        zone = profile.hours().zone().getId();
        openingHours = profile.hours().texts();
        closeAfter = profile.closeAfter();
        return new DeskEvent.DeskChanged(slug);
    }

    /** Whether a ticket can be resolved only once it has a category. */
    void needCategory(boolean needed) {
        categoryNeeded = needed;
    }

    public DeskProfile profile() {
        return new DeskProfile(
                slug,
                prefix,
                nameZh,
                nameEn,
                welcomeZh,
                welcomeEn,
                defaultQueue,
                spaces,
                BusinessHours.parse(zone, openingHours),
                closeAfter);
    }
}
