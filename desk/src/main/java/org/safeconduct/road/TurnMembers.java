package org.safeconduct.road;

import java.util.Optional;

/** Gathers the members of a relation that forbids turns. */
final class TurnMembers {
    private long from;
    private long via;
    private long to;
    private boolean isOverWays;

    /** Takes a member: of several of one role the last counts. */
    void add(String role, boolean isNode, long id) {
        switch (role) {
            case "from" -> from = id;
            case "to" -> to = id;
            case "via" -> {
                isOverWays |= !isNode;
                via = id;
            }
            default -> {} // a sign, a place
        }
    }

    /** The rule, unless members are missing. */
    Optional<TurnRule> rule(OsmTags tags) {
        if (from == 0 || via == 0 || to == 0) {
            return Optional.empty();
        }
        return Optional.of(
                isOverWays
                        ? new TurnRule(TurnRule.OVER_WAYS, from, 0, to)
                        : new TurnRule(TurnRule.kind(tags), from, via, to));
    }
}
