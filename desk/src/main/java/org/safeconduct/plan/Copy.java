package org.safeconduct.plan;

import java.util.List;
import java.util.Optional;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Streets;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/** A scenario being copied with some of its lists replaced. */
final class Copy {

    private final Scenario old;
    private Window horizon;
    private List<Scenario.Road> roads;
    private List<Scenario.Version> versions;
    private List<Scenario.Assembly> assemblies;
    private List<Scenario.Fleet> fleets;
    private List<Scenario.Checkpoint> checkpoints;
    private List<Scenario.Closure> closures;
    private List<Scenario.Link> links;
    private List<Place> places;
    private final Optional<Streets> streets;
    private Optional<Figure> storage;

    private Copy(Scenario old) {
        this.old = old;
        this.horizon = old.horizon();
        this.roads = old.roads();
        this.versions = old.versions();
        this.assemblies = old.assemblies();
        this.fleets = old.fleets();
        this.checkpoints = old.checkpoints();
        this.closures = old.closures();
        this.links = old.links();
        this.places = old.places();
        this.streets = old.streets();
        this.storage = old.storage();
    }

    static Copy of(Scenario old) {
        return new Copy(old);
    }

    Copy horizon(Window replaced) {
        horizon = replaced;
        return this;
    }

    Copy roads(List<Scenario.Road> replaced) {
        roads = replaced;
        return this;
    }

    Copy versions(List<Scenario.Version> replaced) {
        versions = replaced;
        return this;
    }

    Copy assemblies(List<Scenario.Assembly> replaced) {
        assemblies = replaced;
        return this;
    }

    Copy fleets(List<Scenario.Fleet> replaced) {
        fleets = replaced;
        return this;
    }

    Copy checkpoints(List<Scenario.Checkpoint> replaced) {
        checkpoints = replaced;
        return this;
    }

    Copy closures(List<Scenario.Closure> replaced) {
        closures = replaced;
        return this;
    }

    Copy links(List<Scenario.Link> replaced) {
        links = replaced;
        return this;
    }

    Copy places(List<Place> replaced) {
        places = replaced;
        return this;
    }

    Copy storage(Optional<Figure> replaced) {
        storage = replaced;
        return this;
    }

    Scenario build() {
        return new Scenario(
                old.id(),
                old.title(),
                old.summary(),
                old.label(),
                old.exercise(),
                old.zones(),
                old.step(),
                horizon,
                old.derating(),
                storage,
                old.sources(),
                old.parties(),
                places,
                roads,
                versions,
                assemblies,
                fleets,
                old.destinations(),
                checkpoints,
                old.aid(),
                closures,
                old.halts(),
                links,
                streets,
                old.notes(),
                old.assumed());
    }
}
