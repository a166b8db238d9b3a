package org.safeconduct.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipInputStream;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.HashTile;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.TileId;

/** Says of a file of entries that cannot be unpacked where it goes wrong, from what does come out and the hashes beside it. */
final class DamagedEntries {

    private DamagedEntries() {}

    /**
     * The index of the first entry that is not what its hash says.
     *
     * @param place which file of the ZIP it is, from 0
     * @param others the files before it, which are whole
     * @return empty if it is no file of entries, its hashes are not here, or every entry is what its hash says
     */
    static OptionalLong first(byte[] zip, int place, String name, Map<String, Bytes> others) {
        try {
            TileId id = TileId.ofPath(name);
            Bytes hashes = others.get(new TileId(0, id.index(), id.width()).path());
            if (id.level() != TileId.ENTRIES || hashes == null) {
                return OptionalLong.empty();
            }
            return first(Bytes.of(unpack(zip, place)), id, HashTile.read(hashes.toArray(), id.width()));
        } catch (Malformed _) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong first(Bytes content, TileId id, HashTile hashes) {
        int at = 0;
        for (int i = 0; i < id.width(); i++) {
            int start = at + 2;
            int length = start <= content.length() ? (content.at(at) & 0xFF) << 8 | (content.at(at + 1) & 0xFF) : 0;
            at = start + length;
            boolean isWithheld = length == 0 && start <= content.length();
            boolean isWhole = at <= content.length();
            if (!isWithheld
                    && (!isWhole
                            || !Merkle.leafHash(content.slice(start, at))
                                    .equals(hashes.hashes().get(i)))) {
                return OptionalLong.of(id.index() * TileId.WIDTH + i);
            }
        }
        return OptionalLong.empty();
    }

    /** Byte by byte, so that nothing is lost of what comes out before it goes wrong. */
    private static byte[] unpack(byte[] zip, int place) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (int i = 0; i <= place; i++) {
                in.getNextEntry();
            }
            for (int next = in.read(); next >= 0; next = in.read()) {
                content.write(next);
            }
        } catch (IOException | IllegalArgumentException _) {
            return content.toByteArray(); // as far as it came
        }
        return content.toByteArray();
    }
}
