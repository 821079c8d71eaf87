package org.askwell.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What has to be taken out of one text and put in to get another: by lines, and within changed lines by words.
 *
 * <p>The pieces that are not {@code ADDED} make the old text again, those that are not {@code REMOVED} the new one.
 */
public final class TextDiff {

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Piece(Kind kind, String text) {}

    /** Past so many steps a shortest way is no longer worth its time: the rest counts as replaced. */
    private static final int MOST_STEPS = 2_000;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    /** A Latin word, a run of spaces, or any single character: Chinese changes by the character. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|[ \\t]+|\\X", Pattern.UNICODE_CHARACTER_CLASS);

    private TextDiff() {}

    public static List<Piece> lines(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var removed = new StringBuilder();
        for (var piece : between(cut(LINE, before), cut(LINE, after))) {
            switch (piece.kind()) {
                case REMOVED -> removed.append(piece.text());
                case ADDED -> {
                    if (removed.isEmpty()) {
                        pieces.add(piece);
                    } else {
                        pieces.addAll(between(cut(WORD, removed.toString()), cut(WORD, piece.text())));
                        removed.setLength(0);
                    }
                }
                case SAME -> {
                    flush(removed, pieces);
                    pieces.add(piece);
                }
            }
        }
        flush(removed, pieces);
        return pieces;
    }

    private static void flush(StringBuilder removed, List<Piece> pieces) {
        if (!removed.isEmpty()) {
            pieces.add(new Piece(Kind.REMOVED, removed.toString()));
            removed.setLength(0);
        }
    }

    private static List<String> cut(Pattern unit, String text) {
        return unit.matcher(text).results().map(it -> it.group()).toList();
    }

    /** Removed pieces stand before added ones; neighbours of one kind are joined. */
    private static List<Piece> between(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var steps = new Steps();
        before.subList(0, head).forEach(it -> steps.add(Kind.SAME, it));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), steps);
        before.subList(before.size() - tail, before.size()).forEach(it -> steps.add(Kind.SAME, it));
        return steps.finish();
    }

    /** Myers' greedy way through the edit graph, with the frontier of each step kept for walking back. */
    private static void middle(List<String> before, List<String> after, Steps steps) {
        int most = Math.min(before.size() + after.size(), MOST_STEPS);
        int offset = most + 1;
        var frontier = new int[2 * most + 3];
        var trace = new ArrayList<int[]>();
        for (int step = 0; step <= most; step++) {
            trace.add(Arrays.copyOfRange(frontier, offset - step - 1, offset + step + 2));
            for (int diagonal = -step; diagonal <= step; diagonal += 2) {
                boolean down = diagonal == -step
                        || diagonal != step && frontier[offset + diagonal - 1] < frontier[offset + diagonal + 1];
                int x = down ? frontier[offset + diagonal + 1] : frontier[offset + diagonal - 1] + 1;
                int y = x - diagonal;
                while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
                    x++;
                    y++;
                }
                frontier[offset + diagonal] = x;
                if (x >= before.size() && y >= after.size()) {
                    walkBack(before, after, trace, step, steps);
                    return;
                }
            }
        }
        before.forEach(it -> steps.add(Kind.REMOVED, it));
        after.forEach(it -> steps.add(Kind.ADDED, it));
    }

    private static void walkBack(List<String> before, List<String> after, List<int[]> trace, int last, Steps steps) {
        var backwards = new ArrayList<Piece>();
        int x = before.size();
        int y = after.size();
        for (int step = last; step >= 0; step--) {
            var frontier = trace.get(step);
            int offset = step + 1;
            int diagonal = x - y;
            boolean down = diagonal == -step
                    || diagonal != step && frontier[offset + diagonal - 1] < frontier[offset + diagonal + 1];
            int previous = down ? diagonal + 1 : diagonal - 1;
            int fromX = step == 0 ? 0 : frontier[offset + previous];
            int fromY = step == 0 ? 0 : fromX - previous;
            while (x > fromX && y > fromY) {
                backwards.add(new Piece(Kind.SAME, before.get(--x)));
                y--;
            }
            if (step > 0) {
                if (down) {
                    backwards.add(new Piece(Kind.ADDED, after.get(--y)));
                } else {
                    backwards.add(new Piece(Kind.REMOVED, before.get(--x)));
                }
            }
        }
        for (var piece : backwards.reversed()) {
            steps.add(piece.kind(), piece.text());
        }
    }

    private static final class Steps {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void add(Kind kind, String text) {
            if (kind == Kind.SAME) {
                flushChange();
                same.append(text);
            } else {
                flushSame();
                (kind == Kind.ADDED ? added : removed).append(text);
            }
        }

        List<Piece> finish() {
            flushSame();
            flushChange();
            return pieces;
        }

        private void flushSame() {
            put(Kind.SAME, same);
        }

        private void flushChange() {
            put(Kind.REMOVED, removed);
            put(Kind.ADDED, added);
        }

        private void put(Kind kind, StringBuilder text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(kind, text.toString()));
                text.setLength(0);
            }
        }
    }
}
