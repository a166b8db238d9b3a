package org.safeconduct.plan;

/** Names of nodes and arcs for people who read {@code problem.json}. */
final class NodeNames {

    private NodeNames() {}

    static String of(RoadNetwork network, int node) {
        return switch (network.meaning(node)) {
            case RoadNetwork.Node.AtPlace(String place) -> place;
            case RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving) ->
                "before " + checkpoint + (leaving ? " (other way)" : "");
            case RoadNetwork.Node.Gathering(String assembly) -> "gathering " + assembly;
            case RoadNetwork.Node.Pool(String fleet) -> "pool " + fleet;
            case RoadNetwork.Node.UnderWay(String who, int to, boolean stands) ->
                (stands ? "standing at " : "on the way to ") + of(network, to) + ": " + who;
        };
    }

    static String ofArc(RoadNetwork network, int arc) {
        return switch (network.way(arc)) {
            case RoadNetwork.Way.Drive(String segment, String from, String to, boolean onward) ->
                segment + ": " + from + " → " + to + (onward ? " (after the checkpoint)" : "");
            case RoadNetwork.Way.SettingOut(String assembly) -> "setting out " + assembly;
            case RoadNetwork.Way.Assigning(String fleet, String assembly) -> fleet + " to " + assembly;
            case RoadNetwork.Way.Joining(String who) -> "joining: " + who;
        };
    }
}
