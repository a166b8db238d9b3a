package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, and what they are told. */
class BadInputTest {
    private static final Draft GOOD = Draft.THREE_TOWNS;

    @TempDir
    Path folder;

    @Test
    void theDraftItselfIsGood() {
        assertThat(GOOD.problems(folder)).isEmpty();
    }

    // ---- time -------------------------------------------------------------------------------------------------

    @Test
    void aWindowThatEndsBeforeItStartsIsToldWithBothTimes() {
        Draft draft = GOOD.scenario("09:00, to: 2022-03-05 16:00", "16:00, to: 2022-03-05 09:00");
        assertThat(draft.problems(folder))
                .containsExactly("scenario.yaml:20: versions[0].silence[0].to = \"2022-03-05 09:00\": ends before it"
                        + " starts: from is 2022-03-05 16:00 Europe/Kyiv, to is 2022-03-05 09:00 Europe/Kyiv."
                        + " Write a later time; check date and zone.");
    }

    @Test
    void aLocalTimeThatTheChangeOfClocksSkipsIsNotGuessed() {
        Draft draft = onTheDayClocksChange("2022-03-27 03:30", "2022-03-27 16:00");
        assertThat(draft.problems(folder))
                .containsExactly("scenario.yaml:20: versions[0].silence[0].from = \"2022-03-27 03:30\": does not exist"
                        + " in Europe/Kyiv: clocks go from 03:00 to 04:00 that day."
                        + " Write 2022-03-27T03:30+02:00 or 2022-03-27T03:30+03:00, whichever is meant.");
    }

    @Test
    void windowsInTwoTimeZonesOnTheDayClocksChangeKeepTheirInstants() throws InputProblems {
        Draft draft = onTheDayClocksChange("2022-03-27 02:30 Europe/Kyiv", "2022-03-27 04:30 Europe/Moscow");
        assertThat(draft.read(folder).versions().getFirst().silence().get("alder-birch"))
                .singleElement()
                .satisfies(window -> assertThat(window.length()).hasMinutes(60));
    }

    @Test
    void aWindowWrittenInTwoTimeZonesCanEndBeforeItStartsThoughItDoesNotLookSo() {
        Draft draft = GOOD.scenario("from: 2022-03-05 09:00,", "from: 2022-03-05 09:30 Europe/Kyiv,")
                .scenario("to: 2022-03-05 16:00}", "to: 2022-03-05 10:00 Europe/Moscow}");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("silence[0].to", "ends before it starts");
    }

    @Test
    void anHourThatComesTwiceInAutumnNeedsAnOffset() {
        Draft draft = GOOD.scenario("2022-03-05", "2022-10-30")
                .scenario("09:00", "03:30")
                .scenario("07:00", "01:00");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("comes twice in Europe/Kyiv: clocks go back from 04:00 to 03:00 that day.")
                .contains("Write 2022-10-30T03:30+03:00 for the first or 2022-10-30T03:30+02:00 for the second.");
    }

    @Test
    void silenceOutsideTheHorizonIsNeverCut() {
        Draft draft = GOOD.scenario("to: 2022-03-05 16:00", "to: 2022-03-06 16:00");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("silence[0].to", "is after the horizon, 2022-03-05 07:00 Europe/Kyiv to 2022-03-05 20:00");
    }

    @Test
    void aDateInAnotherMonthIsOutsideTheHorizon() {
        Draft draft = GOOD.scenario("people: 2000", "people: 2000\n    from: 2022-05-03 09:00");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("assemblies[0].from", "outside the horizon");
    }

    @Test
    void aStepTooFineOrTooCoarseOrUnevenIsRefused() {
        assertThat(withStep("1 s").problems(folder)).isEmpty();
        assertThat(withStep("0 s").problems(folder)).singleElement().asString().contains("is zero");
        assertThat(withStep("7 h").problems(folder)).first().asString().contains("makes 1 steps");
        assertThat(withStep("7 min").problems(folder))
                .singleElement()
                .asString()
                .contains("does not divide");
        assertThat(withStep("39 min").problems(folder))
                .singleElement()
                .asString()
                .contains("is longer than it takes to drive segment alder-birch, 30 min.");
        Draft month = withStep("5 s").scenario("to: 2022-03-05 20:00", "to: 2022-04-05 20:00");
        assertThat(month.problems(folder)).singleElement().asString().contains("Write a step of 28 s or longer");
    }

    // ---- numbers ----------------------------------------------------------------------------------------------

    @Test
    void zeroCapacityIsRefusedWithWhatToWriteForARoadThatIsShut() {
        Draft draft = GOOD.segments("30,30,600", "30,30,0");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("segments.csv:2: vehicles_per_hour = \"0\": is zero; the least here is 1.")
                .contains("use closures for a road that is shut");
    }

    @Test
    void aBillionPeopleAreRefused() {
        Draft draft = GOOD.scenario("people: 2000", "people: 1000000000");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:26: assemblies[0].people = \"1000000000\": is above 100,000,000.");
    }

    @Test
    void aBillionPeopleInManyAssembliesAreRefused() {
        String second = "  - {id: yard, name: Yard, place: birch, people: 60000000, own_cars: 1}\nfleets:";
        Draft draft = GOOD.scenario("people: 2000", "people: 60000000").scenario("fleets:", second);
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("assemblies: add up to 120,000,000 people.");
    }

    @Test
    void negativeSeatsAreRefused() {
        Draft draft = GOOD.scenario("seats: 50", "seats: -50");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:30: fleets[0].seats = \"-50\": is below 0.");
    }

    @Test
    void halfAPersonAndANumberThatIsNoneAreRefused() {
        assertThat(GOOD.scenario("2000", "2000.5").problems(folder))
                .singleElement()
                .asString()
                .contains("is not a whole");
        assertThat(GOOD.scenario("2000", "2k").problems(folder))
                .singleElement()
                .asString()
                .contains("is text, not a number");
        assertThat(GOOD.scenario("2000", "\"2000\"").problems(folder))
                .singleElement()
                .asString()
                .contains("without quotes");
        assertThat(GOOD.segments("30,30", "30,1e3000").problems(folder))
                .singleElement()
                .asString()
                .contains("is not a number");
    }

    @Test
    void aRangeIsWrittenFromLowToHighAndSaysWhoseItIs() {
        Draft swapped = GOOD.scenario("people: 2000", "people: {low: 9, high: 8, by: a guess}");
        assertThat(swapped.problems(folder))
                .singleElement()
                .asString()
                .contains("people.low = \"9\": is above high, which is 8.");
        Draft nobodys = GOOD.scenario("people: 2000", "people: {low: 8, high: 9}");
        assertThat(nobodys.problems(folder)).singleElement().asString().contains("people.by: is missing.");
        Draft neither = GOOD.scenario("people: 2000", "people: {value: 7, high: 9, by: a guess}");
        assertThat(neither.problems(folder)).singleElement().asString().contains("is not a figure.");
    }

    @Test
    void sharesAddUpToOne() {
        Draft draft = GOOD.scenario("{cedar: 1}", "{cedar: 0.9}");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("assemblies[0].destinations: has shares that add up to 0.9, not to 1.");
    }

    @Test
    void peopleWhoNeedMoreAreCountedWithinThePeople() {
        Draft draft = GOOD.scenario("people: 2000", "people: 10\n    needs: {stretcher: 6, wheelchair: 5}");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("counts 11 people; the assembly has 10.");
    }

    // ---- words and ids ----------------------------------------------------------------------------------------

    @Test
    void anUnknownKeySuggestsTheNearOne() {
        Draft draft = GOOD.scenario("own_cars", "own_car");
        assertThat(draft.problems(folder))
                .containsExactly("scenario.yaml:27: assemblies[0].own_car: is not a key of assembly. Did you mean"
                        + " \"own_cars\"?");
    }

    @Test
    void anUnknownColumnSuggestsTheNearOne() {
        Draft draft = GOOD.segments("both_ways", "both ways");
        assertThat(draft.problems(folder))
                .containsExactly("segments.csv:1: header = \"both ways\": is not a column of this file. Did you mean"
                        + " \"both_ways\"?");
    }

    @Test
    void anUnknownPlaceSuggestsTheNearOne() {
        Draft draft = GOOD.scenario("route: [alder, birch", "route: [alder, brich");
        assertThat(draft.problems(folder))
                .first()
                .asString()
                .isEqualTo("scenario.yaml:18: versions[0].route[1] = \"brich\": is not the id of any place."
                        + " Did you mean \"birch\"?");
    }

    @Test
    void aDuplicateNameIsRefusedBecausePeopleWillGoThere() {
        String second = "  - {id: yard, name: \"Alder, market square\", place: birch, people: 5, own_cars: 1}\nfleets:";
        assertThat(GOOD.scenario("fleets:", second).problems(folder))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:29: assemblies[1].name = \"Alder, market square\": is the name of another"
                        + " assembly already, in line 24.");
    }

    @Test
    void aDuplicateIdNamesTheOtherLine() {
        Draft draft = GOOD.segments("birch-cedar,birch", "alder-birch,birch");
        assertThat(draft.problems(folder))
                .first()
                .asString()
                .isEqualTo("segments.csv:3: id = \"alder-birch\": is the id of another segment already, in line 2."
                        + " Give each its own id.");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        Draft draft = GOOD.scenario("people: 2000", "people: 2000\n    people: 3000");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("scenario.yaml:27: assemblies[0].people: is written twice; first in line 26.");
    }

    @Test
    void everythingIsToldAtOnceInFileAndLineOrder() {
        List<String> problems = GOOD.scenario("exercise: true", "exercize: true")
                .scenario("seats: 50", "seats: -1")
                .places("47.20", "147.20")
                .segments("600", "0")
                .problems(folder);
        assertThat(problems).hasSize(6);
        assertThat(problems.get(0)).startsWith("scenario.yaml:1: exercise: is missing.");
        assertThat(problems.get(1)).startsWith("scenario.yaml:4: exercize: is not a key of scenario.");
        assertThat(problems.get(2)).startsWith("scenario.yaml:30: fleets[0].seats");
        assertThat(problems.get(3))
                .startsWith("places.csv:3: lat = \"147.20\": is above 90.")
                .contains("swapped?");
        assertThat(problems.get(5)).startsWith("segments.csv:3: vehicles_per_hour");
    }
    // ---- helpers ----------------------------------------------------------------------------------------------

    private static Draft withStep(String step) {
        return GOOD.scenario("exercise: true", "exercise: true\nstep: " + step);
    }

    private static Draft onTheDayClocksChange(String from, String to) {
        return GOOD.scenario("2022-03-05", "2022-03-27")
                .scenario("07:00", "01:00")
                .scenario("{from: 2022-03-27 09:00, to: 2022-03-27 16:00}", "{from: " + from + ", to: " + to + "}");
    }
}
