package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile of hashes or a bundle of entries, as c2sp.org/tlog-tiles does: 8 levels of the tree to a tile.
 *
 * @param level 0 for hashes of leaves, 1 for hashes over 256 of them, and so on; {@link #ENTRIES} for entries
 * @param index which of its level, from 0
 * @param width 1 to 256 hashes or entries; less than 256 only at the right edge of the tree
 */
public record TileId(int level, long index, int width) {

    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The level of bundles of entries. */
    public static final int ENTRIES = -1;

    private static final int LAST_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)((?:/x[0-9]{3}){0,5}/[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileId {
        if (level < ENTRIES || level > LAST_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("tile " + level + ", " + index + ", " + width + " wide; none is so");
        }
    }

    /** All tiles of one level of a tree, from the left. */
    public static List<TileId> of(int level, long size) {
        List<TileId> tiles = new ArrayList<>();
        for (long index = 0, rest = hashes(level, size); rest > 0; index++, rest -= WIDTH) {
            tiles.add(new TileId(level, index, (int) Math.min(rest, WIDTH)));
        }
        return tiles;
    }

    private static long hashes(int level, long size) {
        return size >> Math.min(HEIGHT * Math.max(level, 0), Long.SIZE - 1);
    }

    /** Whether a tree of this size has this tile, and no wider one in its place. */
    public boolean isIn(long size) {
        long rest = hashes(level, size) - index * WIDTH;
        return width == Math.min(rest, WIDTH);
    }

    /** All tiles of hashes of a tree, the leaves' first. */
    public static List<TileId> listTiles(long size) {
        List<TileId> tiles = new ArrayList<>();
        for (int level = 0; size >> (HEIGHT * level) > 0; level++) {
            tiles.addAll(of(level, size));
        }
        return tiles;
    }

    /** All bundles of entries of a tree. */
    public static List<TileId> listBundles(long size) {
        return of(ENTRIES, size);
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** Where it is served and stored, such as {@code tile/0/x001/x234/067.p/12}. */
    public String path() {
        StringBuilder path = new StringBuilder("/%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "/x%03d".formatted(rest % 1000));
        }
        String name = level == ENTRIES ? "entries" : String.valueOf(level);
        return "tile/" + name + path + (isFull() ? "" : ".p/" + width);
    }

    /**
     * The tile that a path names.
     *
     * @throws Malformed unless it is what {@link #path} gives for some tile
     */
    public static TileId ofPath(String path) throws Malformed {
        Matcher parts = PATH.matcher(path);
        if (parts.matches()) {
            int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
            long index = Long.parseLong(parts.group(2).replaceAll("[/x]", ""));
            int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
            if (level <= LAST_LEVEL && width <= WIDTH) {
                TileId id = new TileId(level, index, width);
                if (id.path().equals(path)) {
                    return id;
                }
            }
        }
        throw new Malformed("\"" + path + "\" names no tile; write it like tile/0/x001/234.p/12");
    }
}
