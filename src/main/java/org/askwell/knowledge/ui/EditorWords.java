package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;

/** What the buttons of the editor are called, in the language of the page. */
final class EditorWords {

    private static final List<String> NAMES = List.of(
            "tools",
            "heading",
            "bold",
            "boldText",
            "bullets",
            "numbers",
            "table",
            "column",
            "image",
            "link",
            "linkText",
            "linkAddress",
            "note",
            "noteText",
            "file",
            "undo",
            "redo",
            "insert",
            "cancel",
            "close",
            "pasting",
            "tooLarge",
            "notConverted",
            "plainText",
            "noFiles");

    private EditorWords() {}

    static JsonObject json() {
        var words = Json.createObject();
        NAMES.forEach(name -> words.put(name, word("knowledge.editor." + name)));
        return words;
    }
}
