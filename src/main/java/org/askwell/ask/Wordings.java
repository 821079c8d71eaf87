package org.askwell.ask;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.askwell.search.Folding;

/** When two questions are worded the same: whatever their case, width, punctuation, spaces and kind of Chinese letters. */
final class Wordings {

    /** Nothing longer is the wording of a pinned question. */
    static final int LONGEST_FOLDED = 400;

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /** Not signs that tell things apart, as in C++ and C#. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\p{P}&&[^#%&@*/]]+");

    private Wordings() {}

    static String folded(String text) {
        return BETWEEN.matcher(Folding.fold(FOLDED.normalize(text))).replaceAll("");
    }
}
