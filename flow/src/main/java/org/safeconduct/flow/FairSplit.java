package org.safeconduct.flow;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * Shares what arrives among the sources: by rank first, then in proportion to their amounts, then in the order of sources. What arrives where
 * stays as it is, and when too, unless only the total is wanted.
 *
 * <p>The amounts that the sources can have brought are the bases of an integral polymatroid. On those, a sum of convex costs is least as
 * soon as no exchange between two sources lowers it (Murota 2003, M-convex functions). The cost here is the sum of (units brought)² / amount, whose least
 * base is also the one that is lexicographically fairest (Fujishige 1980), with ranks before it and the order of sources after it.
 *
 * <p>An exchange is a residual path from the stock of one source to the departures of another. It never touches dead states, so the cuts nearest the sinks stay
 * valid. Sources that brought most of their share give first; who cannot give to anyone worse off never can later. Used once.
 */
final class FairSplit {
    private final Filler filler;
    private final ResidualFlow flow;
    private final Network network;
    private final Search search;
    private final CutLog ignored;
    private final Options options;
    private final BitSet settled = new BitSet();
    private boolean hasBegun;
    private long[] levels = new long[0];

    private FairSplit(Filler filler, Options options) {
        this.filler = filler;
        this.flow = filler.flow;
        this.network = filler.network;
        this.search = filler.search;
        this.options = options;
        this.ignored = CutLog.unread();
    }

    /**
     * Shares the flow of {@code filler} as {@code options} say; its search is of no use for arrivals afterwards. What arrives at the sinks {@code anyStep} may
     * arrive in another step than before.
     */
    static void apply(Filler filler, Options options, BitSet anyStep) {
        if (options.split() != Options.Split.ANY && filler.flow.allStock() > 0) {
            filler.exchangeAt(anyStep);
            new FairSplit(filler, options).run();
        }
    }

    private void run() {
        if (options.split() == Options.Split.FAIR) {
            level();
        } else {
            settleWhoGivesToNobody();
        }
        exchange(ignored);
    }

    /** Only those of lower ranks take, and of the ranks of those who wait the lowest never gets lower. */
    private void settleWhoGivesToNobody() {
        int lowest = Integer.MAX_VALUE;
        int sources = network.problem.sources().size();
        for (int source = 0; source < sources; source++) {
            lowest = flow.stock(source) > 0 ? Math.min(lowest, source(source).rank()) : lowest;
        }
        for (int source = 0; source < sources; source++) {
            settled.set(source, source(source).rank() <= lowest);
        }
    }

    /**
     * Brings all sources of the same rank as near as can be to the same share first, each unit passed once. Without this, near sources would even out
     * between them over and over while farther ones are still behind.
     */
    private void level() {
        Map<Integer, BigInteger> broughtOf = new HashMap<>();
        Map<Integer, BigInteger> amountOf = new HashMap<>();
        long[] shares = new long[network.problem.sources().size()];
        for (int source = 0; source < shares.length; source++) {
            int rank = source(source).rank();
            broughtOf.merge(rank, BigInteger.valueOf(brought(source)), BigInteger::add);
            amountOf.merge(rank, BigInteger.valueOf(source(source).amount()), BigInteger::add);
        }
        for (int source = 0; source < shares.length; source++) {
            int rank = source(source).rank();
            BigInteger part = broughtOf
                    .getOrDefault(rank, BigInteger.ZERO)
                    .multiply(BigInteger.valueOf(source(source).amount()));
            BigInteger whole = amountOf.getOrDefault(rank, BigInteger.ZERO).max(BigInteger.ONE);
            shares[source] = part.divide(whole).longValueExact();
        }
        levels = shares;
        exchange(null);
        levels = new long[0];
        settled.clear();
        hasBegun = false;
    }

    /** Lets one source after the other give; those who cannot are settled. */
    private void exchange(@Nullable CutLog log) {
        for (int giver = nextGiver(); giver >= 0; giver = nextGiver()) {
            options.step(network.horizon);
            Search.@Nullable Exchange exchange = canGive(giver) ? findExchange(giver, log) : null;
            if (exchange == null) {
                settled.set(giver);
            } else {
                pass(exchange, giver);
            }
        }
    }

    private Search.@Nullable Exchange findExchange(int giver, @Nullable CutLog log) {
        boolean isByRank = options.split() == Options.Split.BY_RANK;
        IntPredicate takers = source -> flow.stock(source) > 0 && units(source, giver) > 0;
        if (!hasBegun) {
            hasBegun = true;
            filler.countMoves(takers);
            if (isByRank) {
                filler.relabelNext();
            }
        }
        boolean isFresh =
                filler.relabelIfSlow(network.horizon, takers, wave -> isByRank && wave.isStockReached(giver), log);
        search.allow(isFresh || log == null ? Long.MAX_VALUE : filler.shortSearch());
        Search.@Nullable Exchange exchange = search.isClosed(giver) ? null : search.findExchange(giver, takers, log);
        if (exchange == null && !search.isClosed(giver) && search.hasGivenUp()) {
            filler.relabelNext();
            return findExchange(giver, log);
        }
        return exchange;
    }

    private Source source(int source) {
        return network.problem.sources().get(source);
    }

    private long brought(int source) {
        return (long) source(source).amount() - flow.stock(source);
    }

    private int nextGiver() {
        int giver = -1;
        for (int source = 0; source < network.problem.sources().size(); source++) {
            if (!settled.get(source) && brought(source) > 0 && (giver < 0 || givesBefore(source, giver))) {
                giver = source;
            }
        }
        return giver;
    }

    /** Compares what each saves in cost with its last unit; on equal terms the later source gives first. */
    private boolean givesBefore(int source, int other) {
        if (source(source).rank() != source(other).rank()) {
            return source(source).rank() > source(other).rank();
        }
        return (2 * brought(source) - 1) * source(other).amount()
                >= (2 * brought(other) - 1) * source(source).amount();
    }

    private boolean canGive(int giver) {
        if (search.isClosed(giver)) {
            return false;
        }
        for (int taker = 0; taker < network.problem.sources().size(); taker++) {
            if (flow.stock(taker) > 0 && units(taker, giver) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The most units which, passed from one source to another one by one, each lower the cost; while levelling, which do not pass the level. */
    private long units(int taker, int giver) {
        Source to = source(taker);
        Source from = source(giver);
        if (levels.length > 0) {
            long most = Math.min(brought(giver) - levels[giver], levels[taker] - brought(taker));
            return to.rank() == from.rank() ? Math.max(0, most) : 0;
        }
        if (to.rank() != from.rank() || options.split() == Options.Split.BY_RANK) {
            return to.rank() < from.rank() ? Long.MAX_VALUE : 0;
        }
        long surplus = brought(giver) * to.amount() - brought(taker) * from.amount();
        long both = (long) to.amount() + from.amount();
        long rest = Math.floorMod(surplus, both);
        boolean roundsUp = 2 * rest == both ? taker < giver : 2 * rest > both;
        return Math.max(0, Math.floorDiv(surplus, both) + (roundsUp ? 1 : 0));
    }

    private void pass(Search.Exchange exchange, int giver) {
        if (pass(exchange, giver, exchange.step()) == 0) {
            throw new IllegalStateException("an exchange without room from source " + giver);
        }
        for (int direction = -1; direction <= 1; direction += 2) {
            int step = exchange.step() + direction;
            while (step >= 0 && step <= network.horizon && pass(exchange, giver, step) > 0) {
                step += direction;
            }
        }
    }

    /** Tries an exchange for the giver's departures in a step; returns how many units passed. */
    private int pass(Search.Exchange exchange, int giver, int step) {
        Path path = exchange.path();
        long most = Math.min(units(path.source(), giver), flow.departing(giver, step));
        int room = (int) Math.min(most, path.room(flow, network, step));
        if (room > 0) {
            path.push(flow, step, room);
            flow.depart(giver, step, -room);
        }
        return room;
    }
}
