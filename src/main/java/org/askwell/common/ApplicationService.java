package org.askwell.common;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What a room can be asked. Shared by everyone; each public method is one transaction.
 *
 * <p>A lost race arrives as one clear refusal, and a transaction that was quietly doomed is told instead of lost.
 */
@Stereotype
@ApplicationScoped
@Transactional
@TellsOfLostRaces
@TellsOfLostWrites
@Target(TYPE)
@Retention(RUNTIME)
public @interface ApplicationService {}
