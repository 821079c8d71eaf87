package org.askwell.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.people.Role;
import org.askwell.people.RoleScopes;

/** Agents and owners hold their roles at a desk. */
@ApplicationScoped
class DeskScopes implements RoleScopes {

    @Inject
    DeskService desks;

    @Override
    public boolean governs(Role role) {
        return role == Role.AGENT || role == Role.DESK_OWNER;
    }

    @Override
    public List<Scope> scopes() {
        return desks.desks().stream()
                .map(it -> new Scope(it.slug(), it.nameZh(), it.nameEn()))
                .toList();
    }
}
