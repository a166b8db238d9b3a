package org.safeconduct.record;

import java.util.function.Function;

/**
 * The nodes of a tree of one size, looked up in its tiles.
 *
 * @param size number of leaves
 * @param tiles gives any tile of that tree; keeps what it wants to keep
 */
public record TiledNodes(long size, Function<TileId, HashTile> tiles) implements Nodes {

    @Override
    public Hash node(int level, long index) {
        int row = level % TileId.HEIGHT;
        int tileLevel = level / TileId.HEIGHT;
        long tile = index >> (TileId.HEIGHT - row);
        long hashes = (size >> (TileId.HEIGHT * tileLevel)) - tile * TileId.WIDTH;
        TileId id = new TileId(tileLevel, tile, (int) Math.min(hashes, TileId.WIDTH));
        return tiles.apply(id).node(row, (int) (index - (tile << (TileId.HEIGHT - row))));
    }
}
