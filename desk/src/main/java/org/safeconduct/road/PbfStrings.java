package org.safeconduct.road;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The texts of a block, made when they are first asked for: most are never. */
final class PbfStrings {
    private byte[] bytes = new byte[0];
    private int[] start = new int[256];
    private int[] length = new int[256];
    private @Nullable String[] texts = new String[256];
    private @Nullable OsmKey[] keys = new OsmKey[256];
    private boolean[] keyKnown = new boolean[256];
    private int size;

    /** Takes the table of strings that lies in some bytes. */
    void index(byte[] block, int from, int count) throws IOException {
        bytes = block;
        size = 0;
        CodedInputStream in = CodedInputStream.newInstance(block, from, count);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == 10) {
                int textLength = in.readRawVarint32();
                add(from + in.getTotalBytesRead(), textLength);
                in.skipRawBytes(textLength);
            } else {
                in.skipField(tag);
            }
        }
    }

    private void add(int from, int count) {
        if (size == start.length) {
            int grown = IntList.grown(size);
            start = Arrays.copyOf(start, grown);
            length = Arrays.copyOf(length, grown);
            texts = Arrays.copyOf(texts, grown);
            keys = Arrays.copyOf(keys, grown);
            keyKnown = Arrays.copyOf(keyKnown, grown);
        }
        start[size] = from;
        length[size] = count;
        texts[size] = null;
        keyKnown[size] = false;
        size++;
    }

    /** The key that a text is; null if it is none that is read, or if there is no such text. */
    @Nullable
    OsmKey key(int text) {
        if (text < 0 || text >= size) {
            return null;
        }
        if (!keyKnown[text]) {
            keys[text] = OsmKey.named(get(text));
            keyKnown[text] = true;
        }
        return keys[text];
    }

    /** A text; empty if there is no such text. */
    String get(int text) {
        if (text < 0 || text >= size) {
            return "";
        }
        String known = texts[text];
        if (known == null) {
            known = new String(bytes, start[text], length[text], StandardCharsets.UTF_8);
            texts[text] = known;
        }
        return known;
    }
}
