package org.askwell.people;

/** Something about people has changed: who they are, what they belong to, what they may do and with what. */
public sealed interface PeopleEvent {

    record PersonChanged(PersonId person) implements PeopleEvent {}

    record RolesChanged(PersonId person) implements PeopleEvent {}

    record TokenRevoked(PersonId person) implements PeopleEvent {}

    record GroupChanged(String group) implements PeopleEvent {}

    /** An import of people has come further. */
    record ImportMoved(PeopleImportId job) implements PeopleEvent {}

    record DepartmentChanged(String department) implements PeopleEvent {}
}
