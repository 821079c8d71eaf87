package org.askwell.ticket;

import java.io.Serializable;
import org.askwell.people.EmploymentType;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who needs help, with what decides where the ticket goes, as it was when the ticket was opened. */
public record Requester(
        PersonId id,
        @Nullable String office,
        @Nullable String department,
        EmploymentType employmentType,
        String language)
        implements Serializable {}
