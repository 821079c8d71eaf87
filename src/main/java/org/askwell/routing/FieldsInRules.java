package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Stream;
import org.askwell.desk.FieldUse;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/** A field that a rule of its desk names is in use. */
@ApplicationScoped
class FieldsInRules implements FieldUse {

    @Inject
    RoutingRepository rules;

    @Inject
    Clock clock;

    @Override
    public boolean isUsed(String desk, OwnField field) {
        return Stream.concat(rules.latest(desk).stream(), rules.inForce(desk, clock.instant()).stream())
                .flatMap(it -> it.rules().stream())
                .anyMatch(it -> names(it.condition(), field.key())
                        || it.advanced() != null && it.advanced().contains(Vocabulary.variable(field.key()))
                        || it.then().filledIn().containsKey(field.key()));
    }

    private static boolean names(@Nullable Condition condition, String key) {
        return condition != null
                && (key.equals(condition.own()) || condition.parts().stream().anyMatch(it -> names(it, key)));
    }
}
