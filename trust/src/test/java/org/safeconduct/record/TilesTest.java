package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {

    private static final int SIZE = 70_000; // over two levels of tiles

    private static HashTree tree(int size) {
        HashTree tree = new HashTree();
        for (int i = 0; i < size; i++) {
            tree.append(Merkle.leafHash(Bytes.ofText("leaf " + i)));
        }
        return tree;
    }

    private static HashTile read(HashTree tree, TileId id) {
        try {
            return HashTile.read(tree.tile(id), id.width());
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pathsAreInGroupsOfThreeDigits() throws Malformed {
        assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileId(TileId.ENTRIES, 0, 7).path()).isEqualTo("tile/entries/000.p/7");
        for (TileId id : TileId.listTiles(SIZE)) {
            assertThat(TileId.ofPath(id.path())).isEqualTo(id);
        }
    }

    @Test
    void pathsWrittenInAnotherWayNameNothing() {
        for (String path : List.of(
                "tile/00/000",
                "tile/0/0",
                "tile/0/x000/001",
                "tile/0/000.p/256",
                "tile/0/000.p/0",
                "tile/0/000.p/07",
                "tile/64/000",
                "tile/entries/000/",
                "tile/0/../000",
                "/tile/0/000")) {
            assertThatThrownBy(() -> TileId.ofPath(path)).hasMessageContaining("names no tile");
        }
    }

    @Test
    void aTreeHasTheTilesThatItsSizeSays() {
        List<TileId> tiles = TileId.listTiles(SIZE);
        assertThat(tiles).filteredOn(TileId::isFull).hasSize(273 + 1);
        assertThat(tiles)
                .filteredOn(id -> !id.isFull())
                .extracting(TileId::path)
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(TileId.listTiles(256)).extracting(TileId::path).containsExactly("tile/0/000", "tile/1/000.p/1");
        assertThat(TileId.listTiles(0)).isEmpty();
        assertThat(TileId.of(9, SIZE)).isEmpty();
    }

    @Test
    void everyTileIsTheHashesOfTheTreesBelowIt() {
        HashTree tree = tree(SIZE);
        for (TileId id : TileId.of(1, SIZE)) {
            HashTile tile = read(tree, id);
            for (int i = 0; i < id.width(); i++) {
                long below = 2 * (id.index() * 256 + i);
                assertThat(tile.hashes().get(i))
                        .isEqualTo(Merkle.nodeHash(tree.node(7, below), tree.node(7, below + 1)));
            }
        }
    }

    @Test
    void aBundleIsReadBackWithWhatIsWithheldInItsPlace() throws Malformed {
        List<Bytes> leaves = List.of(Bytes.ofText("one"), EntryBundle.withheld(), Bytes.ofText("three"));
        byte[] bundle = EntryBundle.write(leaves);
        assertThat(EntryBundle.read(bundle, 3)).isEqualTo(leaves);
        assertThat(EntryBundle.isWithheld(EntryBundle.read(bundle, 3).get(1))).isTrue();
    }

    @Test
    void aBundleThatIsCutOrGoesOnIsTold() {
        byte[] bundle = EntryBundle.write(List.of(Bytes.ofText("one"), Bytes.ofText("two")));
        assertThatThrownBy(() -> EntryBundle.read(bundle, 3)).hasMessageContaining("leaf 2 of 3 is missing");
        assertThatThrownBy(() -> EntryBundle.read(bundle, 1)).hasMessageContaining("something after leaf 0");
        assertThatThrownBy(() -> EntryBundle.read(java.util.Arrays.copyOf(bundle, 9), 2))
                .hasMessageContaining("leaf 1 ends after the file");
    }
}
