package org.askwell.people;

import java.util.List;
import java.util.Locale;

/** A door for rooms whose things have agents, owners or curators: says where such a role can hold. */
public interface RoleScopes {

    /** Something a role can be granted for: a desk, a space. */
    record Scope(String slug, String nameZh, String nameEn) {

        /** The name in the reader's language. */
        public String name(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
        }
    }

    /** Whether the role holds for things of this room. */
    boolean governs(Role role);

    List<Scope> scopes();
}
