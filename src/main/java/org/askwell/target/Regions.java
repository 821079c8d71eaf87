package org.askwell.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.askwell.sla.SpecialDay;

/** The special days of each region: the years that ship, and in their place those that somebody has imported. */
@ApplicationScoped
class Regions {

    static final String CHINA = "CN";
    private static final List<Integer> CHINA_DECREED = List.of(2025, 2026);

    private static final List<Region.Year> SHIPPED = CHINA_DECREED.stream()
            .map(year -> {
                var file = DayFile.shipped(CHINA, year);
                return new Region.Year(year, file.source(), true, file.days());
            })
            .toList();

    @Inject
    TargetRepository repository;

    List<Region> all() {
        var years = new TreeMap<String, Map<Integer, Region.Year>>();
        SHIPPED.forEach(
                it -> years.computeIfAbsent(CHINA, name -> new TreeMap<>()).put(it.year(), it));
        repository.days().stream()
                .collect(Collectors.groupingBy(
                        BusinessDay::region,
                        Collectors.groupingBy(it -> it.special().date().getYear())))
                .forEach((region, byYear) -> byYear.forEach((year, days) -> years.computeIfAbsent(
                                region, name -> new TreeMap<>())
                        .put(
                                year,
                                new Region.Year(
                                        year,
                                        days.getFirst().source(),
                                        false,
                                        days.stream().map(BusinessDay::special).toList()))));
        var all = new ArrayList<Region>();
        years.forEach((name, byYear) -> all.add(new Region(name, List.copyOf(byYear.values()))));
        return all;
    }

    Optional<Region> find(String name) {
        return all().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    List<SpecialDay> days(String name) {
        return find(name).stream().flatMap(Region::days).toList();
    }
}
