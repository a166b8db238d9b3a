package org.safeconduct.road;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The two tables of a network: {@code x_nodes.csv.gz} and {@code x_edges.csv.gz}.
 *
 * @param nodes the table of nodes
 * @param edges the table of edges
 */
record CsvPair(Path nodes, Path edges) {

    /**
     * The pair to which a file belongs.
     *
     * @throws RoadProblems if the file's name does not tell, or the other one does not lie beside it
     */
    static CsvPair of(Path file) throws RoadProblems {
        String name = String.valueOf(file.getFileName());
        boolean isNodes = name.contains("nodes");
        String other = isNodes ? name.replace("nodes", "edges") : name.replace("edges", "nodes");
        if (other.equals(name)) {
            throw new RoadProblems(new RoadProblem(
                    name,
                    "",
                    "",
                    "is one table, and a network needs two.",
                    "Call them …_nodes.csv and …_edges.csv, and put them into one folder."));
        }
        Path partner = file.resolveSibling(other);
        if (!Files.isRegularFile(partner)) {
            throw new RoadProblems(new RoadProblem(
                    name, "", "", "needs " + other + ", which does not lie beside it.", "Put both into one folder."));
        }
        return isNodes ? new CsvPair(file, partner) : new CsvPair(partner, file);
    }

    /** Nodes, then edges. */
    List<Path> files() {
        return List.of(nodes, edges);
    }
}
