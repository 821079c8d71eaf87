package org.askwell.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.people.Role;
import org.askwell.people.RoleScopes;

/** Curators hold their role in a space. */
@ApplicationScoped
class SpaceScopes implements RoleScopes {

    @Inject
    SpaceService spaces;

    @Override
    public boolean governs(Role role) {
        return role == Role.CURATOR;
    }

    @Override
    public List<Scope> scopes() {
        return spaces.all().stream()
                .map(it -> new Scope(
                        it.slug(), it.settings().nameZh(), it.settings().nameEn()))
                .toList();
    }
}
