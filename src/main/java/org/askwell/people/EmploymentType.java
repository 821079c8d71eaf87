package org.askwell.people;

public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    FIXED_TERM,
    INTERN,
    EXTERNAL
}
