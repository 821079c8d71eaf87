package org.askwell.common.paste;

import java.util.List;

/**
 * What has become of a clipboard.
 *
 * @param pictures how many pictures came along
 * @param missing those that did not, in the order of the text
 */
public record Pasted(String markdown, int pictures, List<Missing> missing) {

    public Pasted {
        missing = List.copyOf(missing);
    }

    /** Why a picture did not come along. */
    public enum Reason {
        /** It lies on another site, and nothing is fetched from there. */
        ELSEWHERE,
        /** The program named a file of its own computer and did not put the picture on the clipboard. */
        LEFT_BEHIND,
        /** Its form is one that browsers do not show. */
        UNREADABLE
    }

    /**
     * @param number of the picture in what was pasted, counted from 1
     * @param name what the text or the file says it is, or empty
     */
    public record Missing(int number, String name, Reason reason) {}
}
