package org.askwell.knowledge;

/** What a space asks for before readers see a changed text. */
public enum ReviewRule {
    /** Its curators publish what they write. */
    NONE,
    /** Everything goes through a review; whoever curates the space may decide it. */
    REVIEWED,
    /** Everything goes through a review, and whoever wrote the text does not decide it. */
    FOUR_EYES;

    /** Whether nothing is published without a review. */
    public boolean asks() {
        return this != NONE;
    }

    boolean keepsOutAuthor() {
        return this == FOUR_EYES;
    }
}
