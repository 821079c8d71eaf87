package org.askwell.target;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.askwell.sla.SpecialDay;

/** A day of a region that is not as its weekday says, as somebody has imported it. */
@Entity
@Table(name = "business_day")
class BusinessDay {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "business_day_seq")
    @SequenceGenerator(name = "business_day_seq", sequenceName = "business_day_seq", allocationSize = 1000)
    private Long id;

    private String region;

    @Column(name = "on_day")
    private LocalDate day;

    @Enumerated(STRING)
    private SpecialDay.Kind kind;

    private String name;
    private String hours;
    private String source;

    protected BusinessDay() {} // JPA

    BusinessDay(String region, SpecialDay day, String source) {
        this.region = region;
        this.day = day.date();
        this.kind = day.kind();
        this.name = day.name();
        this.hours = DayFile.hours(day);
        this.source = source;
    }

    String region() {
        return region;
    }

    String source() {
        return source;
    }

    SpecialDay special() {
        return DayFile.day(day, kind, name, hours);
    }
}
