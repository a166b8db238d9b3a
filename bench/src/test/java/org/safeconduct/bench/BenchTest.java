package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

class BenchTest {
    private static final String INSTANCE = """
        p 3 4 9 60.0
        a 0 1 2 3
        a 1 1 1 7
        a 1 2 1 2 w 2 0 4 6 10
        a 2 0 1 9
        s 0 10 0
        t 2 -1
        """;

    private static FlowProblem instance() {
        try {
            return InstanceFile.read(new StringReader(INSTANCE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLoopIsRoomAndWindowsAreAProfile() {
        FlowProblem problem = instance();
        assertThat(problem.horizon()).isEqualTo(9);
        assertThat(problem.nodes().get(1).room()).isEqualTo(7);
        assertThat(problem.arcs()).hasSize(3);
        assertThat(problem.arcs().get(1).capacity())
                .isEqualTo(Profile.always(2)
                        .from(4, Rate.NONE)
                        .from(6, Rate.perStep(2))
                        .from(10, Rate.NONE));
        assertThat(problem.supply()).isEqualTo(10);
    }

    @Test
    void thePeerFindsTheOptimumOfASmallInstance() {
        Loader.loadNativeLibraries();
        // Two each pass in steps 2, 3, 6, 7 and 8.
        assertThat(new PeerNetwork(instance()).maxFlow()).isEqualTo(10);
    }

    @Test
    void smallInstancesBesideTheProjectHaveTheirKnownOptimumWithProof() throws IOException {
        Path folder = Bench.instanceFolder();
        assumeTrue(Files.isDirectory(folder), "no instances beside the project: nothing compared");
        for (Instance instance : Instance.named("sf,ana,anah")) {
            FlowProblem problem = InstanceFile.read(folder.resolve(instance.name() + ".inst.gz"));
            Solution solution = EarliestArrival.solve(problem);
            List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
            assertThat(solution.delivered()).as(instance.name()).isEqualTo(instance.optimum());
            assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                    .isEmpty();
        }
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Instance.named("sf,atlantis"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atlantis");
    }

    @Test
    void aWrongOptimumIsShownAsWrong() {
        Measured ours = Measured.parse("delivered=1.0\nfindings=0.0\ncold=1.0\n");
        String table = Table.print(List.of(new Row(Instance.ALL.getFirst(), ours, new Measured())));
        assertThat(table).contains("WRONG");
    }
}
