package org.askwell.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.EmploymentType;

/**
 * Who may read a space, as tokens; whoever holds one of them may.
 *
 * <p>The tokens are {@code everyone}, {@code department:hr}, {@code group:managers} and {@code type:INTERN}. An empty
 * list opens the space to its curators only.
 */
public record Visibility(List<String> tokens) {

    public static final Visibility EVERYONE = new Visibility(List.of(Caller.EVERYONE));

    private static final Pattern NAMED = Pattern.compile("(department|group):[a-z0-9][a-z0-9-]{0,59}");
    private static final int MOST = 50;

    /** Refuses tokens that nobody could hold. */
    public static Visibility of(Collection<String> tokens) {
        var known = tokens.stream().map(String::strip).distinct().sorted().toList();
        for (var token : known) {
            if (!isKnown(token)) {
                throw Refusal.invalid("visibility-unknown", token);
            }
        }
        if (known.size() > MOST) {
            throw Refusal.invalid("visibility-too-long", MOST);
        }
        return new Visibility(known.contains(Caller.EVERYONE) ? List.of(Caller.EVERYONE) : known);
    }

    private static boolean isKnown(String token) {
        if (token.startsWith("type:")) {
            var type = token.substring("type:".length());
            return List.of(EmploymentType.values()).stream()
                    .anyMatch(it -> it.name().equals(type));
        }
        return token.equals(Caller.EVERYONE) || NAMED.matcher(token).matches();
    }
}
