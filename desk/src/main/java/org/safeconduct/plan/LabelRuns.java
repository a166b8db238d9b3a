package org.safeconduct.plan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.safeconduct.flow.CutFamily.LabelRun;

/**
 * Label runs of cuts in little space: a city has millions, and most follow from the one before.
 *
 * <pre>
 *   run       node 7, steps 12–19, label 31, rise 0      after a run of node 7, steps 8–11, label 30
 *   numbers   0 (same node)   0 (next step)   14 (2 · (19 − 12) + rise)   2 (zigzag of +1)
 *   text      base64 of deflate of the numbers, seven bits to a byte, the low ones first
 * </pre>
 *
 * {@code spec/plan.md} says the same for those who read it without this class.
 */
final class LabelRuns {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int MOST_SHIFT = 63;

    private LabelRuns() {}

    static String pack(List<LabelRun> runs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BufferedOutputStream(new DeflaterOutputStream(bytes))) {
            LabelRun before = new LabelRun(0, 0, -1, 0, 0);
            for (LabelRun run : runs) {
                boolean same = run.node() == before.node();
                write(out, zigzag((long) run.node() - before.node()));
                write(out, zigzag((long) run.from() - (same ? before.to() + 1L : 0)));
                write(out, 2L * (run.to() - run.from()) + run.rise());
                write(out, zigzag((long) run.label() - (same ? before.label() : 0)));
                before = run;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * The runs packed in a text.
     *
     * @param most how many there can be
     * @throws IllegalArgumentException if the text does not hold runs, or holds more
     */
    static List<LabelRun> unpack(String text, long most) {
        List<LabelRun> runs = new ArrayList<>();
        byte[] bytes = Base64.getDecoder().decode(text);
        try (InputStream in = new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            LabelRun before = new LabelRun(0, 0, -1, 0, 0);
            for (int first = in.read(); first >= 0; first = in.read()) {
                if (runs.size() >= most) {
                    throw new IllegalArgumentException("more label runs than the " + most + " there can be");
                }
                before = read(in, first, before);
                runs.add(before);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("label runs cannot be unpacked: " + e.getMessage(), e);
        }
        return runs;
    }

    private static LabelRun read(InputStream in, int first, LabelRun before) throws IOException {
        long node = before.node() + signed(number(in, first));
        boolean same = node == before.node();
        long from = signed(number(in, in.read())) + (same ? before.to() + 1L : 0);
        long length = number(in, in.read());
        long label = signed(number(in, in.read())) + (same ? before.label() : 0);
        return new LabelRun(
                Math.toIntExact(node),
                Math.toIntExact(from),
                Math.toIntExact(Math.addExact(from, length >>> 1)),
                Math.toIntExact(label),
                (int) (length & 1));
    }

    private static void write(OutputStream out, long number) throws IOException {
        long rest = number;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & SEVEN_BITS) | MORE));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long number(InputStream in, int first) throws IOException {
        long number = 0;
        int next = first;
        for (int shift = 0; shift < MOST_SHIFT; shift += 7) {
            if (next < 0) {
                throw new EOFException("they end within a run");
            }
            number |= (long) (next & SEVEN_BITS) << shift;
            if (next < MORE) {
                return number;
            }
            next = in.read();
        }
        throw new IOException("a number has more than nine bytes");
    }

    private static long zigzag(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
