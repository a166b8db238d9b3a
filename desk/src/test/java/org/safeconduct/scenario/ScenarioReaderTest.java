package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.Window;

/** What a good scenario is read as. */
class ScenarioReaderTest {
    private static final Draft GOOD = Draft.THREE_TOWNS;
    private static final String HOURS = "      - {from: 2022-03-05 09:00, to: 2022-03-05 16:00}\n";

    @TempDir
    Path folder;

    @Test
    void aLocalTimeIsReadInTheFirstZoneAndKeepsIt() throws InputProblems {
        Window window = silence(GOOD, "alder-birch").getFirst();
        assertThat(window.from()).isEqualTo(Instant.parse("2022-03-05T07:00:00Z"));
        assertThat(window.zone()).isEqualTo(ZoneId.of("Europe/Kyiv"));
    }

    @Test
    void aTimeWithZoneOrOffsetMeansTheSameMoment() throws InputProblems {
        Draft zone = GOOD.scenario("{from: 2022-03-05 09:00", "{from: 2022-03-05 10:00 Europe/Moscow");
        Draft offset = GOOD.scenario("{from: 2022-03-05 09:00", "{from: 2022-03-05T08:00+01:00");
        assertThat(silence(zone, "alder-birch").getFirst().from()).isEqualTo(Instant.parse("2022-03-05T07:00:00Z"));
        assertThat(silence(offset, "alder-birch").getFirst().from()).isEqualTo(Instant.parse("2022-03-05T07:00:00Z"));
    }

    @Test
    void hoursThatNameASegmentAreTheOnlyOnesThere() throws InputProblems {
        String second = HOURS + "      - {from: 2022-03-05 12:00, to: 2022-03-05 13:00, on: [birch-cedar]}\n";
        Draft draft = GOOD.scenario(HOURS, second);
        assertThat(silence(draft, "alder-birch")).extracting(Window::length).containsExactly(Duration.ofHours(7));
        assertThat(silence(draft, "birch-cedar")).extracting(Window::length).containsExactly(Duration.ofHours(1));
    }

    @Test
    void hoursThatAreNotAnnouncedAreTheHorizonAndListedAsUnstated() throws InputProblems {
        Scenario scenario = GOOD.scenario("    silence:\n" + HOURS, "").read(folder);
        assertThat(scenario.versions().getFirst().silence().get("birch-cedar")).containsExactly(scenario.horizon());
        assertThat(scenario.versions().getFirst().unstated()).contains("hours of silence");
        assertThat(scenario.assumed()).contains("version north: silence over the whole horizon, not stated");
    }

    @Test
    void aCheckpointStandsWhereTheCorridorLeavesItsSegment() throws InputProblems {
        Draft backwards = GOOD.segments("alder,birch,30", "birch,alder,30");
        assertThat(GOOD.read(folder).checkpoints().getFirst().at()).isEqualTo("birch");
        assertThat(backwards.read(folder).checkpoints().getFirst().at()).isEqualTo("birch");
    }

    @Test
    void aCheckpointAtAPlaceStandsOnTheSegmentByWhichEachVersionReachesIt() throws InputProblems {
        String other =
                "  - {id: south, name: other, by: north, segments: [dune-birch, birch-cedar], destinations: [cedar]}\n";
        Draft draft = GOOD.scenario("segment: alder-birch", "at: birch")
                .scenario("assemblies:\n", other + "assemblies:\n  - {id: yard, name: Yard, place: dune, people: 9}\n")
                .segments("birch-cedar,", "dune-birch,dune,birch,60,60,600,no\nbirch-cedar,")
                .scenario("base: alder", "base: dune")
                .segments("dune,birch,60,60,600,no", "dune,birch,60,60,600,yes");
        assertThat(draft.read(folder).checkpoints())
                .extracting(Scenario.Checkpoint::id)
                .containsExactly("post@alder-birch", "post@dune-birch");
    }

    @Test
    void aFigureKeepsWhoseItIs() throws InputProblems {
        Draft plain = GOOD;
        Draft sourced = GOOD.scenario("people: 2000", "people: 2000\n    source: s1");
        Draft guessed = GOOD.scenario("people: 2000", "people: {low: 1, high: 2, by: a guess}\n    source: s1");
        assertThat(people(plain)).isEqualTo(new Figure(2000, 2000, "scenario author", ""));
        assertThat(people(sourced)).isEqualTo(new Figure(2000, 2000, "Agency, 5 March 2022", "s1"));
        assertThat(people(guessed)).isEqualTo(new Figure(1, 2, "a guess", ""));
    }

    @Test
    void whatIsNotSaidIsNotMadePublic() throws InputProblems {
        assertThat(GOOD.read(folder).label()).isEqualTo(Label.PARTIES);
    }

    @Test
    void theOneRoadScenarioHoldsTheNumbersThatAreCheckedByHand() throws InputProblems {
        Scenario scenario = ScenarioReader.read(Shipped.SCENARIOS.resolve("01-one-road"));
        assertThat(scenario.assemblies().getFirst().people().low()).isEqualTo(10_867);
        assertThat(scenario.roads().getFirst().fastest()).isEqualTo(Duration.ofSeconds(818));
        assertThat(scenario.roads().getFirst().vehiclesPerHour().low()).isEqualTo(600);
        assertThat(scenario.assumed()).isEmpty();
    }

    private List<Window> silence(Draft draft, String segment) throws InputProblems {
        return draft.read(folder).versions().getFirst().silence().getOrDefault(segment, List.of());
    }

    private Figure people(Draft draft) throws InputProblems {
        return draft.read(folder).assemblies().getFirst().people();
    }
}
