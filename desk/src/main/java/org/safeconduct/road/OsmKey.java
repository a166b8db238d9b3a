package org.safeconduct.road;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of OpenStreetMap's tags that are read; all others are passed over. */
enum OsmKey {
    HIGHWAY("highway"),
    ROUTE("route"),
    NAME("name"),
    REF("ref"),
    ONEWAY("oneway"),
    JUNCTION("junction"),
    AREA("area"),
    SERVICE("service"),
    IMPASSABLE("impassable"),
    MOTORCAR("motorcar"),
    MOTOR_VEHICLE("motor_vehicle"),
    VEHICLE("vehicle"),
    ACCESS("access"),
    MOTORCAR_FORWARD("motorcar:forward"),
    MOTORCAR_BACKWARD("motorcar:backward"),
    MOTOR_VEHICLE_FORWARD("motor_vehicle:forward"),
    MOTOR_VEHICLE_BACKWARD("motor_vehicle:backward"),
    VEHICLE_FORWARD("vehicle:forward"),
    VEHICLE_BACKWARD("vehicle:backward"),
    MOTORCAR_CONDITIONAL("motorcar:conditional"),
    MOTOR_VEHICLE_CONDITIONAL("motor_vehicle:conditional"),
    VEHICLE_CONDITIONAL("vehicle:conditional"),
    ACCESS_CONDITIONAL("access:conditional"),
    EMERGENCY("emergency"),
    FOOT("foot"),
    BICYCLE("bicycle"),
    MAXSPEED("maxspeed"),
    MAXSPEED_FORWARD("maxspeed:forward"),
    MAXSPEED_BACKWARD("maxspeed:backward"),
    MAXSPEED_TYPE("maxspeed:type"),
    SOURCE_MAXSPEED("source:maxspeed"),
    ZONE_MAXSPEED("zone:maxspeed"),
    ZONE_TRAFFIC("zone:traffic"),
    LANES("lanes"),
    LANES_FORWARD("lanes:forward"),
    LANES_BACKWARD("lanes:backward"),
    BRIDGE("bridge"),
    TUNNEL("tunnel"),
    FORD("ford"),
    TOLL("toll"),
    SURFACE("surface"),
    TRACKTYPE("tracktype"),
    DURATION("duration"),
    BARRIER("barrier"),
    BOLLARD("bollard"),
    MAXHEIGHT("maxheight"),
    MAXWEIGHT("maxweight"),
    MAXWIDTH("maxwidth"),
    MAXLENGTH("maxlength"),
    MAXAXLELOAD("maxaxleload"),
    TYPE("type"),
    RESTRICTION("restriction"),
    RESTRICTION_CONDITIONAL("restriction:conditional"),
    EXCEPT("except");

    private static final Map<String, OsmKey> BY_NAME = new HashMap<>();

    static {
        for (OsmKey key : values()) {
            BY_NAME.put(key.written, key);
        }
    }

    private final String written;

    OsmKey(String written) {
        this.written = written;
    }

    /** The key as the source writes it. */
    String written() {
        return written;
    }

    /** The key of that name; null if it is not read. */
    static @Nullable OsmKey named(String name) {
        return BY_NAME.get(name);
    }
}
