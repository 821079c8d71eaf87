package org.askwell.ai;

import java.lang.Character.UnicodeScript;

/** Tells Chinese from English by the script a text is written in; everything else counts as English. */
public final class WrittenLanguage {

    public static final String CHINESE = "zh";
    public static final String ENGLISH = "en";

    private WrittenLanguage() {}

    /**
     * {@code zh} when the text has at least as many Chinese characters as words in another script: "如何安装 VPN client"
     * is a Chinese sentence with foreign names in it. A text without any letters counts as English.
     */
    public static String of(String text) {
        int han = 0;
        int words = 0;
        boolean inWord = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (letter < 0x80) {
                boolean alphabetic = Character.isLetter(letter);
                if (alphabetic && !inWord) {
                    words++;
                }
                inWord = alphabetic;
            } else if (UnicodeScript.of(letter) == UnicodeScript.HAN) {
                han++;
                inWord = false;
            } else {
                boolean alphabetic = Character.isLetter(letter);
                if (alphabetic && !inWord) {
                    words++;
                }
                inWord = alphabetic;
            }
        }
        return han > 0 && han >= words ? CHINESE : ENGLISH;
    }
}
