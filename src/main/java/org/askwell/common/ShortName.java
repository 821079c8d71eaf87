package org.askwell.common;

import java.util.regex.Pattern;

/** The form of names that stand in addresses: lower case letters, digits and single hyphens. */
public final class ShortName {

    private static final int LONGEST = 40;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](-?[a-z0-9])*");

    private ShortName() {}

    /** The name itself; a Refusal when it cannot stand in an address. */
    public static String require(String name) {
        if (name.length() > LONGEST || !SHAPE.matcher(name).matches()) {
            throw Refusal.invalid("slug-shape", name);
        }
        return name;
    }
}
