package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeconduct.road.NodeRules.Passage;

/** Each rule for barriers a sentence. */
class NodeRulesTest {

    private static Passage judge(String tags, boolean privateWays) {
        OsmTags known = new OsmTags();
        OsmFixture.tags(tags).forEach((key, value) -> {
            OsmKey one = OsmKey.named(key);
            if (one != null) {
                known.put(one, value);
            }
        });
        return new NodeRules(privateWays).judge(known);
    }

    @Test
    void aGateCanBeOpened() {
        assertThat(judge("barrier=gate", false)).isEqualTo(Passage.GATE);
        assertThat(judge("barrier=lift_gate|access=yes", false)).isEqualTo(Passage.GATE);
    }

    @Test
    void aPrivateGateIsShutUnlessPrivateWaysAreAskedFor() {
        assertThat(judge("barrier=gate|access=private", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=gate|access=no", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=gate|access=private", true)).isEqualTo(Passage.GATE);
    }

    @Test
    void bollardsAndBlocksLetNobodyPass() {
        assertThat(judge("barrier=bollard", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=block", true)).isEqualTo(Passage.BLOCKED);
    }

    @Test
    void aBollardThatCanBeTakenOutIsAGateForThoseWhoMay() {
        assertThat(judge("barrier=bollard|bollard=removable", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=bollard|bollard=removable", true)).isEqualTo(Passage.GATE);
    }

    @Test
    void aBollardThatCarsMayPassIsNone() {
        assertThat(judge("barrier=bollard|motor_vehicle=yes", false)).isEqualTo(Passage.FREE);
    }

    @Test
    void borderPostsAndTollBoothsAreGates() {
        assertThat(judge("barrier=border_control", false)).isEqualTo(Passage.GATE);
        assertThat(judge("barrier=toll_booth", false)).isEqualTo(Passage.GATE);
    }

    @Test
    void aChicaneThatIsClosedToCarsByATagOfItsOwnLetsNonePass() {
        assertThat(judge("barrier=chicane", false)).isEqualTo(Passage.FREE);
        assertThat(judge("barrier=chicane|motorcar=no", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=chicane|motorcar=no", true)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=cattle_grid|access=private", false)).isEqualTo(Passage.BLOCKED);
        assertThat(judge("barrier=cattle_grid|access=private", true)).isEqualTo(Passage.GATE);
    }

    @Test
    void tagsOfAccessWithoutABarrierStopNobody() {
        assertThat(judge("ford=yes|access=no", false)).isEqualTo(Passage.FREE);
    }

    @Test
    void cattleGridsAndWhatWeDoNotKnowLetPass() {
        assertThat(judge("barrier=cattle_grid", false)).isEqualTo(Passage.FREE);
        assertThat(judge("barrier=something_new", false)).isEqualTo(Passage.FREE);
    }
}
