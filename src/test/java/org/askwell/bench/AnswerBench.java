package org.askwell.bench;

import java.nio.file.Path;
import org.askwell.ask.AnswerQuality;

/** Only the chapter on answers of the quality bench, for those who tune it: {@code --eval DIR}. */
public final class AnswerBench {

    private AnswerBench() {}

    public static void main(String[] arguments) throws Exception {
        new AnswerQuality().measure(Path.of(arguments[1]), System.out);
        System.exit(0);
    }
}
