/** Flows over time on a graph, exact and proven. Knows nothing of convoys. */
module org.safeconduct.flow {
    requires static org.jspecify;

    exports org.safeconduct.flow;
    exports org.safeconduct.flow.check;
}
