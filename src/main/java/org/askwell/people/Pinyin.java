package org.askwell.people;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Chinese names in Latin letters without tones: 王小明 becomes {@code wang xiao ming}. */
public final class Pinyin {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");

    private Pinyin() {}

    public static String of(String name) {
        String latin;
        synchronized (TO_LATIN) {
            latin = TO_LATIN.transliterate(name);
        }
        return latin.toLowerCase(Locale.ROOT).trim();
    }
}
