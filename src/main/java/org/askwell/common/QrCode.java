package org.askwell.common;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A short text, such as an address, as a QR code for paper and screens.
 *
 * <p>After ISO/IEC 18004: bytes in UTF-8, error correction level M, so that a seventh of it may be dirty, and versions 1 to
 * 9, which hold 180 bytes. Nothing is drawn; {@link #svg} gives it as an image of any size.
 */
public final class QrCode {

    /** Light modules around it, without which readers do not find it. */
    private static final int QUIET = 4;

    private static final int LARGEST_VERSION = 9;

    /** By version: how many bytes it holds with its check bytes... */
    private static final int[] CODEWORDS = {0, 26, 44, 70, 100, 134, 172, 196, 242, 292};
    /** ...in how many blocks... */
    private static final int[] BLOCKS = {0, 1, 1, 1, 2, 2, 4, 4, 4, 5};
    /** ...each with how many check bytes. */
    private static final int[] CHECKS = {0, 10, 16, 26, 18, 24, 16, 18, 22, 22};

    /** By version: where the middles of the small squares lie, in both directions. */
    private static final int[][] SQUARES = {
        {}, {}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}
    };

    private final int version;
    private final int size;
    private final boolean[][] dark;
    /** What is not data and therefore not masked. */
    private final boolean[][] fixed;

    private QrCode(int version) {
        this.version = version;
        size = 17 + 4 * version;
        dark = new boolean[size][size];
        fixed = new boolean[size][size];
    }

    /** @throws IllegalArgumentException when the text is longer than 180 bytes */
    public static QrCode of(String text) {
        QrCode best = null;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 8; mask++) {
            var code = of(text, mask);
            int penalty = code.penalty();
            if (penalty < least) {
                best = code;
                least = penalty;
            }
        }
        if (best == null) {
            throw new IllegalStateException("No mask is left");
        }
        return best;
    }

    static QrCode of(String text, int mask) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int version = 1;
        while (version <= LARGEST_VERSION && room(version) < bytes.length + 2) {
            version++;
        }
        if (version > LARGEST_VERSION) {
            throw new IllegalArgumentException("Too long for a QR code: " + bytes.length + " bytes");
        }
        var code = new QrCode(version);
        code.drawFixed(mask);
        code.drawData(interleaved(version, data(version, bytes)));
        code.apply(mask);
        return code;
    }

    public int size() {
        return size;
    }

    public boolean isDark(int x, int y) {
        return dark[y][x];
    }

    /** As an image without a size of its own, dark on light also where the page is dark. */
    public String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (dark[y][x]) {
                    int from = x;
                    while (x + 1 < size && dark[y][x + 1]) {
                        x++;
                    }
                    int run = x - from + 1;
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, run, run));
                }
            }
        }
        int whole = size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path d=\"%2$s\" fill=\"#000\"/></svg>"
                .formatted(whole, path);
    }

    private static int room(int version) {
        return CODEWORDS[version] - BLOCKS[version] * CHECKS[version];
    }

    /** Four bits that say "bytes", eight that say how many, the bytes, and filling. */
    private static byte[] data(int version, byte[] bytes) {
        var data = new byte[room(version)];
        data[0] = (byte) (0x40 | bytes.length >> 4);
        data[1] = (byte) (bytes.length << 4);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xFF;
            data[i + 1] |= (byte) (value >> 4);
            data[i + 2] = (byte) (value << 4);
        }
        for (int i = bytes.length + 2; i < data.length; i++) {
            data[i] = (byte) ((i - bytes.length) % 2 == 0 ? 0xEC : 0x11);
        }
        return data;
    }

    /** The first bytes of all blocks, then their second ones; at last the check bytes in the same way. */
    private static byte[] interleaved(int version, byte[] data) {
        int blocks = BLOCKS[version];
        int shorter = data.length / blocks;
        int longer = data.length % blocks;
        var pieces = new byte[blocks][];
        var checks = new byte[blocks][];
        for (int block = 0, at = 0; block < blocks; block++) {
            int length = shorter + (block >= blocks - longer ? 1 : 0);
            pieces[block] = Arrays.copyOfRange(data, at, at + length);
            checks[block] = checks(pieces[block], CHECKS[version]);
            at += length;
        }
        var all = new ByteArrayOutputStream();
        for (int i = 0; i <= shorter; i++) {
            for (var piece : pieces) {
                if (i < piece.length) {
                    all.write(piece[i]);
                }
            }
        }
        for (int i = 0; i < CHECKS[version]; i++) {
            for (var check : checks) {
                all.write(check[i]);
            }
        }
        return all.toByteArray();
    }

    /** Reed-Solomon: the remainder of the data by the polynomial whose roots are the first powers of two. */
    private static byte[] checks(byte[] data, int count) {
        var divisor = new int[count + 1];
        divisor[0] = 1;
        for (int i = 0, root = 1; i < count; i++, root = times(root, 2)) {
            for (int j = i + 1; j > 0; j--) {
                divisor[j] ^= times(divisor[j - 1], root);
            }
        }
        var rest = new int[data.length + count];
        for (int i = 0; i < data.length; i++) {
            rest[i] = data[i] & 0xFF;
        }
        for (int i = 0; i < data.length; i++) {
            int lead = rest[i];
            for (int j = 0; j <= count; j++) {
                rest[i + j] ^= times(divisor[j], lead);
            }
        }
        var checks = new byte[count];
        for (int i = 0; i < count; i++) {
            checks[i] = (byte) rest[data.length + i];
        }
        return checks;
    }

    /** In the field of 256 elements that QR codes count in. */
    private static int times(int a, int b) {
        int product = 0;
        for (int x = a, y = b; y > 0; y >>= 1) {
            if ((y & 1) == 1) {
                product ^= x;
            }
            x = x << 1 ^ (x >= 128 ? 0x11D : 0);
        }
        return product;
    }

    private void drawFixed(int mask) {
        for (int i = 0; i < size; i++) {
            fix(i, 6, i % 2 == 0);
            fix(6, i, i % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        var middles = SQUARES[version];
        for (int i = 0; i < middles.length; i++) {
            for (int j = 0; j < middles.length; j++) {
                boolean inFinder =
                        i == 0 && j == 0 || i == 0 && j == middles.length - 1 || i == middles.length - 1 && j == 0;
                if (!inFinder) {
                    drawSquare(middles[i], middles[j]);
                }
            }
        }
        drawFormat(mask);
        drawVersion();
    }

    private void drawFinder(int middleX, int middleY) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                int x = middleX + dx;
                int y = middleY + dy;
                if (x >= 0 && x < size && y >= 0 && y < size) {
                    int ring = Math.max(Math.abs(dx), Math.abs(dy));
                    fix(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void drawSquare(int middleX, int middleY) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                fix(middleX + dx, middleY + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    /** Which mask was used, twice, with check bits; level M is zero. */
    private void drawFormat(int mask) {
        int bits = (mask << 10 | remainder(mask, 10, 0x537)) ^ 0x5412;
        for (int i = 0; i < 15; i++) {
            boolean on = (bits >> i & 1) == 1;
            if (i < 6) {
                fix(8, i, on);
            } else if (i < 8) {
                fix(8, i + 1, on);
            } else if (i == 8) {
                fix(7, 8, on);
            } else {
                fix(14 - i, 8, on);
            }
            if (i < 8) {
                fix(size - 1 - i, 8, on);
            } else {
                fix(8, size - 15 + i, on);
            }
        }
        fix(8, size - 8, true);
    }

    private void drawVersion() {
        if (version < 7) {
            return;
        }
        int bits = version << 12 | remainder(version, 12, 0x1F25);
        for (int i = 0; i < 18; i++) {
            boolean on = (bits >> i & 1) == 1;
            int near = size - 11 + i % 3;
            fix(near, i / 3, on);
            fix(i / 3, near, on);
        }
    }

    private static int remainder(int value, int bits, int divisor) {
        int rest = value;
        for (int i = 0; i < bits; i++) {
            rest = rest << 1 ^ (rest >> bits - 1) * divisor;
        }
        return rest;
    }

    private void fix(int x, int y, boolean on) {
        dark[y][x] = on;
        fixed[y][x] = true;
    }

    /** Up and down in columns of two, from the right, around everything that is fixed. */
    private void drawData(byte[] data) {
        int at = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= 2) {
            if (right == 6) {
                right--;
            }
            for (int step = 0; step < size; step++) {
                int y = up ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed[y][x] && at < data.length * 8) {
                        dark[y][x] = (data[at / 8] >> 7 - at % 8 & 1) == 1;
                        at++;
                    }
                }
            }
            up = !up;
        }
    }

    private void apply(int mask) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark[y][x] ^= !fixed[y][x] && inverts(mask, x, y);
            }
        }
    }

    private static boolean inverts(int mask, int x, int y) {
        return 0
                == switch (mask) {
                    case 0 -> (x + y) % 2;
                    case 1 -> y % 2;
                    case 2 -> x % 3;
                    case 3 -> (x + y) % 3;
                    case 4 -> (x / 3 + y / 2) % 2;
                    case 5 -> x * y % 2 + x * y % 3;
                    case 6 -> (x * y % 2 + x * y % 3) % 2;
                    case 7 -> ((x + y) % 2 + x * y % 3) % 2;
                    default -> throw new IllegalArgumentException("There is no mask " + mask);
                };
    }

    /** What makes a code hard to read: long runs, blocks, what looks like a corner, too much of one colour. */
    private int penalty() {
        int penalty = 0;
        int darks = 0;
        for (int a = 0; a < size; a++) {
            penalty += linePenalty(a, false) + linePenalty(a, true);
            for (int b = 0; b < size; b++) {
                darks += dark[a][b] ? 1 : 0;
                if (a > 0
                        && b > 0
                        && dark[a][b] == dark[a - 1][b]
                        && dark[a][b] == dark[a][b - 1]
                        && dark[a][b] == dark[a - 1][b - 1]) {
                    penalty += 3;
                }
            }
        }
        return penalty + Math.abs(darks * 20 - size * size * 10) / (size * size) * 10;
    }

    private int linePenalty(int line, boolean downwards) {
        int penalty = 0;
        int run = 0;
        int last = 0;
        for (int i = 0; i < size; i++) {
            boolean on = downwards ? dark[i][line] : dark[line][i];
            boolean same = i > 0 && on == ((last & 1) == 1);
            run = same ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            last = (last << 1 | (on ? 1 : 0)) & 0x7FF;
            if (i >= 10 && (last == 0b10111010000 || last == 0b00001011101)) {
                penalty += 40;
            }
        }
        return penalty;
    }
}
