package org.askwell.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.askwell.common.Refusal;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/** Looks through rules for what is worth a look. */
final class RuleWarnings {

    /**
     * What there is.
     *
     * @param queues of the desk whose rules they are
     * @param members sign-in names of those who work there
     * @param isHere whether somebody of that sign-in name is still here
     */
    record Present(
            Set<String> desks, Set<String> queues, Set<String> members, Predicate<String> isHere, DeskSchema schema) {}

    private final Present present;
    private final Locale reader;
    private final List<RuleWarning> warnings = new ArrayList<>();

    private RuleWarnings(Present present, Locale reader) {
        this.present = present;
        this.reader = reader;
    }

    /** @param reader in whose language is told why a rule cannot be asked */
    static List<RuleWarning> of(List<RoutingRule> rules, Present present, Locale reader) {
        var looking = new RuleWarnings(present, reader);
        looking.lookAt(rules);
        return List.copyOf(looking.warnings);
    }

    private void lookAt(List<RoutingRule> rules) {
        var words = Vocabulary.of(present.schema());
        for (int at = 0; at < rules.size(); at++) {
            var rule = rules.get(at);
            broken(rule, words);
            gone(rule);
            if (rule.enabled()) {
                reached(rules, at);
            }
        }
    }

    private void reached(List<RoutingRule> rules, int at) {
        var rule = rules.get(at);
        var above = rules.subList(0, at).stream()
                .filter(it -> it.enabled() && !it.goOn() && RuleLogic.implies(rule, it))
                .findFirst();
        if (above.isPresent()) {
            warn(RuleWarning.Kind.UNREACHABLE, rule, above.get().name());
        } else if (!rule.goOn()
                && RuleLogic.isAlwaysTrue(rule)
                && rules.subList(at + 1, rules.size()).stream().anyMatch(RoutingRule::enabled)) {
            warn(RuleWarning.Kind.TAKES_ALL, rule, null);
        }
    }

    private void broken(RoutingRule rule, Vocabulary words) {
        try {
            var unused = rule.compile(words);
        } catch (Refusal no) {
            warn(RuleWarning.Kind.BROKEN, rule, no.sentence(reader));
        }
    }

    private void gone(RoutingRule rule) {
        var then = rule.then();
        missing(RuleWarning.Kind.DESK_GONE, rule, then.desk(), present.desks()::contains);
        missing(RuleWarning.Kind.QUEUE_GONE, rule, then.queue(), present.queues()::contains);
        missing(RuleWarning.Kind.CATEGORY_GONE, rule, then.category(), this::isOffered);
        missing(RuleWarning.Kind.ASSIGNEE_GONE, rule, then.assignee(), present.members()::contains);
        missing(RuleWarning.Kind.OWNER_GONE, rule, rule.owner(), present.isHere());
        then.filledIn().keySet().forEach(it -> missing(RuleWarning.Kind.FIELD_GONE, rule, it, this::isAsked));
        if (rule.condition() != null) {
            gone(rule, rule.condition());
        }
    }

    private void gone(RoutingRule rule, Condition condition) {
        condition.parts().forEach(it -> gone(rule, it));
        // A field that was never there is a mistake, and told as one.
        if (present.schema().field(condition.own()).filter(OwnField::retired).isPresent()) {
            warn(RuleWarning.Kind.FIELD_GONE, rule, condition.own());
        }
        if (condition.field() == Field.CATEGORY) {
            condition.given().forEach(it -> missing(RuleWarning.Kind.CATEGORY_GONE, rule, it, this::isOffered));
        }
        if (condition.field() == Field.DESK) {
            condition.given().forEach(it -> missing(RuleWarning.Kind.DESK_GONE, rule, it, present.desks()::contains));
        }
    }

    private boolean isOffered(String category) {
        return present.schema().offered().stream().map(Category::slug).anyMatch(category::equals);
    }

    private boolean isAsked(String field) {
        return present.schema().asked().stream().map(OwnField::key).anyMatch(field::equals);
    }

    private void missing(RuleWarning.Kind kind, RoutingRule rule, @Nullable String name, Predicate<String> isThere) {
        if (name != null && !isThere.test(name)) {
            warn(kind, rule, name);
        }
    }

    private void warn(RuleWarning.Kind kind, RoutingRule rule, @Nullable String about) {
        if (warnings.stream()
                .noneMatch(it ->
                        it.kind() == kind && it.rule().equals(rule.name()) && Objects.equals(it.about(), about))) {
            warnings.add(new RuleWarning(kind, rule.name(), about));
        }
    }
}
