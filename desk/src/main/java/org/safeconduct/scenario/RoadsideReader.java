package org.safeconduct.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeconduct.terms.Window;

/** Reads what stands or happens on the road: checkpoints, aid coming in, closures, halts. */
final class RoadsideReader {
    private static final List<String> KINDS = List.of("mine", "crater", "bridge", "fighting", "other");

    private final Reading reading;
    private final Network network;
    private final List<Scenario.Road> roads;
    private final List<VersionReader.Announced> versions;
    private final StreetsReader streets;

    RoadsideReader(Reading reading, Network network, List<VersionReader.Announced> versions, StreetsReader streets) {
        this.reading = reading;
        this.network = network;
        this.roads = network.roads();
        this.versions = versions;
        this.streets = streets;
    }

    /** What stands or happens on the road. */
    record Roadside(
            List<Scenario.Checkpoint> checkpoints,
            List<Scenario.AidConvoy> aid,
            List<Scenario.Closure> closures,
            List<Scenario.Halt> halts) {}

    Roadside read(Section root) {
        return new Roadside(
                root.sections("checkpoints", Shape.CHECKPOINT).stream()
                        .flatMap(section -> checkpoints(section).stream())
                        .toList(),
                root.sections("aid", Shape.AID).stream().map(this::aid).toList(),
                root.sections("closures", Shape.CLOSURE).stream()
                        .flatMap(section -> closure(section).stream())
                        .toList(),
                root.sections("halts", Shape.HALT).stream().map(this::halt).toList());
    }

    // ---- checkpoints ------------------------------------------------------------------------------------------

    /** One checkpoint, or one on each segment that leads to the place it is at. */
    private List<Scenario.Checkpoint> checkpoints(Section section) {
        String id = section.declare(reading.checkpoints).orElse("");
        String name = section.name(reading.checkpoints);
        String party = section.findRef("confirming_party", reading.parties).orElse("");
        List<Scenario.Hours> hours = hours(section);
        Optional<Integer> queue = section.findWhole("queue", Range.ROOM);
        Duration screening = section.findDuration("screening").orElse(Duration.ZERO);
        boolean bothDirections = section.findTruth("both_directions").orElse(true);
        List<Stand> stands = stands(section);
        List<Scenario.Checkpoint> checkpoints = new ArrayList<>();
        for (Stand stand : stands) {
            String each = stands.size() == 1 ? id : id + "@" + stand.segment;
            checkpoints.add(new Scenario.Checkpoint(
                    each, name, stand.segment, stand.at, party, hours, queue, screening, bothDirections));
        }
        return checkpoints;
    }

    private record Stand(String segment, String at) {}

    private List<Stand> stands(Section section) {
        if (Stream.of("segment", "at", "on_street").filter(section::has).count() != 1) {
            section.problem(
                    "segment",
                    "or at or on_street must be given, and only one of them.",
                    "Write segment: with a segment's id, or at: or on_street: with a place's id.");
            return List.of();
        }
        if (section.has("on_street")) {
            needStreets(section, "on_street");
            return section.findRef("on_street", reading.places)
                    .map(place -> List.of(new Stand("", place)))
                    .orElse(List.of());
        }
        if (section.has("at")) {
            return section.findRef("at", reading.places)
                    .map(place -> at(section, place))
                    .orElse(List.of());
        }
        Optional<String> segment = section.findRef("segment", reading.segments);
        return segment.flatMap(this::road)
                .map(road -> List.of(new Stand(road.segment().id(), farEnd(road))))
                .orElse(List.of());
    }

    private void needStreets(Section section, String key) {
        if (!network.byStreets()) {
            section.problem(key, "is about streets, and there is no file of roads.", "Name one: network: {roads: …}.");
        }
    }

    private Optional<Scenario.Road> road(String id) {
        return roads.stream().filter(road -> road.segment().id().equals(id)).findFirst();
    }

    private String farEnd(Scenario.Road road) {
        return versions.stream()
                .filter(version -> version.uses(road))
                .findFirst()
                .map(version -> version.headOf(road))
                .orElse(road.segment().to());
    }

    private List<Stand> at(Section section, String place) {
        List<Stand> stands = new ArrayList<>();
        for (VersionReader.Announced version : versions) {
            List<String> into = roads.stream()
                    .filter(road -> version.uses(road) && version.headOf(road).equals(place))
                    .map(road -> road.segment().id())
                    .toList();
            if (into.size() > 1) {
                String several = "is reached by several segments of version "
                        + version.version().id() + ": ";
                section.problem("at", several + String.join(", ", into) + ".", "Name the segment it stands on.");
            }
            into.stream()
                    .map(id -> new Stand(id, place))
                    .filter(stand -> !stands.contains(stand))
                    .forEach(stands::add);
        }
        if (stands.isEmpty() && !versions.isEmpty()) {
            section.problem("at", "is not reached by any version.", "Name the segment it stands on.");
        }
        return stands;
    }

    private List<Scenario.Hours> hours(Section section) {
        List<Scenario.Hours> hours = new ArrayList<>();
        for (Section entry : section.sections("hours", Shape.HOURS)) {
            var rate = Figures.needed(entry, "vehicles_per_hour", Range.RATE);
            Optional<Window> window = Windows.touchingHorizon(entry);
            if (window.isEmpty()) {
                continue;
            }
            Window stated = window.get();
            if (hours.stream().anyMatch(other -> Windows.overlap(other.window(), stated))) {
                entry.problem(
                        "from", "begins hours that overlap others of this checkpoint.", "Give one rate for each time.");
            }
            hours.add(new Scenario.Hours(stated, rate));
        }
        return List.copyOf(hours);
    }

    // ---- aid, closures, halts ---------------------------------------------------------------------------------

    private Scenario.AidConvoy aid(Section section) {
        String id = section.declare(reading.aid).orElse("");
        String name = section.name(reading.aid);
        int vehicles = section.whole("vehicles", Range.VEHICLES, 1);
        String from = section.ref("from_place", reading.places);
        String to = section.ref("to_place", reading.places);
        Instant start = Windows.start(section);
        return new Scenario.AidConvoy(id, name, vehicles, from, to, start);
    }

    private Optional<Scenario.Closure> closure(Section section) {
        if (Stream.of("segment", "area", "streets", "refs").filter(section::has).count() != 1) {
            section.problem(
                    "segment",
                    "or area, streets or refs must be given, and only one of them.",
                    "Write segment: with a segment's id, area: with an area's, streets: with places on them, or refs:"
                            + " with numbers of roads.");
        }
        String segment = section.findRef("segment", reading.segments).orElse("");
        Optional<String> area = section.findRef("area", reading.areas);
        List<String> places = section.refs("streets", reading.places);
        List<Streets.Ref> refs = section.findSpots("refs").stream()
                .map(spot -> new Streets.Ref(spot.text().strip(), spot.file(), spot.line()))
                .toList();
        Stream.of("area", "streets", "refs").filter(section::has).forEach(key -> needStreets(section, key));
        String kind = section.text("kind");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            section.problem("kind", "is not a kind of closure.", Near.remedy(kind, KINDS));
        }
        String attestedBy = section.text("attested_by");
        String source = section.findRef("source", reading.sourceIds).orElse("");
        boolean always = !section.has("from") && !section.has("to");
        if (always) {
            String named = places.isEmpty() ? numbers(refs) : String.join(", ", places);
            String what = segment.isEmpty() ? area.orElse(named) : segment;
            reading.assume("closure of " + what, "from and to", "the whole horizon");
        }
        Optional<Window> window = always ? reading.horizon : Windows.touchingHorizon(section);
        if (segment.isEmpty()) {
            window.ifPresent(w -> streets.close(new Streets.Closed(area, places, refs, kind, w, attestedBy, source)));
            return Optional.empty();
        }
        return window.map(w -> new Scenario.Closure(segment, kind, w, attestedBy, source));
    }

    private static String numbers(List<Streets.Ref> refs) {
        return refs.stream().map(Streets.Ref::number).collect(Collectors.joining(", "));
    }

    private Scenario.Halt halt(Section section) {
        String place = section.ref("place", reading.places);
        Optional<Integer> vehicles = section.findWhole("vehicles", Range.ROOM);
        boolean refuge = section.findTruth("refuge").orElse(false);
        String source = section.findRef("source", reading.sourceIds).orElse("");
        return new Scenario.Halt(place, vehicles, refuge, source);
    }
}
