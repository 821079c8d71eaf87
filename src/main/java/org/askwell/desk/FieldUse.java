package org.askwell.desk;

/** A door: rooms that keep values of desks' own fields, or name them, say so; what is in use keeps its type. */
public interface FieldUse {

    boolean isUsed(String desk, OwnField field);
}
