package org.askwell.desk;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.askwell.common.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * Where tickets of one desk wait for somebody.
 *
 * <p>Queues are made and renamed by the owners of their desk and stay for good: the history of tickets names them.
 */
@Entity
@Table(name = "desk_queue")
public class Queue {

    /** The one queue of no desk: for tickets that nobody has claimed. Every installation has it. */
    public static final String UNROUTED = "unrouted";

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "desk_queue_seq")
    @SequenceGenerator(name = "desk_queue_seq", sequenceName = "desk_queue_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(updatable = false)
    private @Nullable String desk;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    protected Queue() {} // JPA

    public Queue(String slug, String desk, String nameZh, String nameEn) {
        this.slug = ShortName.require(slug);
        this.desk = desk;
        rename(nameZh, nameEn);
    }

    public final DeskEvent.QueueChanged rename(String newNameZh, String newNameEn) {
        nameZh = DeskProfile.requireName(newNameZh);
        nameEn = DeskProfile.requireName(newNameEn);
        return new DeskEvent.QueueChanged(slug);
    }

    public QueueRow row() {
        return new QueueRow(slug, desk, nameZh, nameEn);
    }
}
