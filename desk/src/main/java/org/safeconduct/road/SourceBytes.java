package org.safeconduct.road;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a source file, unpacked if it is gzip. Whatever swells to more than {@value #MOST_SWELLING} times its size, or beyond
 * {@value #MOST_BYTES} bytes, is not read on. Not thread-safe.
 */
final class SourceBytes extends InputStream {
    /** Road data shrinks to a tenth, XML at times to a thirtieth. */
    static final int MOST_SWELLING = 250;

    static final long MOST_BYTES = 256L << 30;
    private static final long UNSUSPICIOUS_BYTES = 32 << 20;
    private static final int BUFFER = 1 << 16;

    private final Counted packed;
    private final InputStream unpacked;
    private final boolean isPacked;
    private long bytes;

    /** Says that a file was made to fill memory or disk. */
    static final class Swollen extends IOException {
        private static final long serialVersionUID = 1L;

        Swollen(String message) {
            super(message);
        }
    }

    private SourceBytes(Counted packed, InputStream unpacked, boolean isPacked) {
        this.packed = packed;
        this.unpacked = unpacked;
        this.isPacked = isPacked;
    }

    static SourceBytes open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    /** Looks at the first two bytes to know whether they are packed. */
    static SourceBytes open(InputStream in) throws IOException {
        Counted counted = new Counted(in);
        BufferedInputStream buffered = new BufferedInputStream(counted, BUFFER);
        buffered.mark(2);
        boolean isPacked = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return new SourceBytes(counted, isPacked ? new GZIPInputStream(buffered, BUFFER) : buffered, isPacked);
    }

    /** Bytes taken from the file so far. */
    long packedBytes() {
        return packed.count;
    }

    @Override
    public int read() throws IOException {
        int one = unpacked.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = unpacked.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws Swollen {
        bytes += read;
        if (bytes > MOST_BYTES || (isPacked && bytes > UNSUSPICIOUS_BYTES && bytes / MOST_SWELLING > packed.count)) {
            throw new Swollen("unpacks to more than " + (bytes >> 20) + " MiB from " + (packed.count >> 10) + " KiB");
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Counts what passes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one >= 0 ? 1 : 0;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
